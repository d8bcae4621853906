import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import express, { json } from 'express';
import { pino } from 'pino';
import { answerErrors } from '../http/refusals';
import { boundBodies } from './bodies';

const longestBody = 400;
const server = createServer(
  express()
    .use(boundBodies(1_000, longestBody), json({ limit: longestBody }))
    .use((request, response) => void response.send(request.body))
    .use(answerErrors(pino({ level: 'silent' }))),
);
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterEach(() => server.closeAllConnections());
afterAll(() => server.close());

/** Sends a head that announces a body, and nothing of that. */
async function announce(header: string): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(`POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${header}\r\n\r\n`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  return socket;
}
const statusOf = async (socket: Socket) => String((await once(socket, 'data'))[0]).split('\r\n')[0];
const refused = 'HTTP/1.1 503 Service Unavailable';

it.each([
  ['of an announced length', 'Content-Length: 400'],
  ['in chunks', 'Transfer-Encoding: chunked'],
  ['compressed', 'Content-Length: 20\r\nContent-Encoding: gzip'],
])('bodies %s count while they arrive', async (_, header) => {
  await announce(header);
  const second = await announce(header);

  expect(await statusOf(await announce(header))).toBe(refused);

  second.destroy();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const next = await announce('Content-Length: 2');
  next.write('{}');
  expect(await statusOf(next)).toBe('HTTP/1.1 200 OK');
});

it('a request without a body counts nothing', async () => {
  await announce('Content-Length: 400');
  await announce('Content-Length: 400');

  expect(await statusOf(await announce('X-Body: none'))).toBe('HTTP/1.1 200 OK');
});
