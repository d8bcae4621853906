import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { startTestSystem, type TestSystem } from '../testing/test-system';
import { createHttpServer } from './server';

/** What comes back for bytes on a connection, to its end. */
async function exchange(url: string, text: string): Promise<string> {
  const socket = open(url);
  socket.write(text);
  return readToEnd(socket);
}

const open = (url: string): Socket => connect(Number(new URL(url).port), '127.0.0.1');

async function readToEnd(socket: Socket): Promise<string> {
  let answer = '';
  for await (const piece of socket) answer += String(piece);
  return answer;
}

describe('the gateway', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem();
  }, 60_000);
  afterAll(() => system.close());

  it.each([
    ['NONSENSE\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\n\r\n', 400],
    [`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
  ])('refuses what is hardly HTTP: %.20j', async (text, status) => {
    expect(await exchange(system.url, text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  const requestFor = (path: string, host: string) =>
    exchange(system.url, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

  it.each(['/graphql', '/graphiql', '/health/ready', '/export/targets.csv', '/'])(
    'refuses another’s Host at %s',
    async (path) => {
      const answer = await requestFor(path, 'evil.example:4000');

      expect(answer).toMatch(/^HTTP\/1.1 421 /);
      expect(answer).toContain(
        '"message":"The Host header must name this server, but got: evil.example:4000.',
      );
      expect(answer).toContain('"code":"BAD_REQUEST"');
    },
  );

  it.each(['localhost:4000', '127.0.0.1', '[::1]:4000'])('takes its own Host %s', async (host) => {
    expect(await requestFor('/health/live', host)).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('a slow client', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createHttpServer(
      (request, response) => request.resume().once('end', () => response.end('whole')),
      {
        keepAliveTimeout: 60_000,
        headersTimeout: 300,
        requestTimeout: 600,
        connectionsCheckingInterval: 50,
      },
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const whole = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';

  it.each([
    ['says nothing', ''],
    ['does not end its headers', 'POST / HTTP/1.1\r\nHost: lo'],
    ['does not end its body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{'],
  ])('that %s is told so, and its connection is closed', async (_, text) => {
    const answer = await exchange(url, text);

    expect(answer).toMatch(/^HTTP\/1.1 408 Request Timeout\r\nConnection: close\r\n/);
    expect(answer).toContain('"message":"The request took too long to arrive."');
  });

  it('that keeps its connection may take longer than for a request', async () => {
    const socket = open(url);
    socket.write(whole);
    await once(socket, 'data');
    await new Promise((resolve) => setTimeout(resolve, 1_000));

    socket.write(whole.replace('Host', 'Connection: close\r\nHost'));

    expect(await readToEnd(socket)).toMatch(/^HTTP\/1.1 200 OK/);
  });
});
