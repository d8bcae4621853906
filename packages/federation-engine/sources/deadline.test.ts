import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withDeadline } from './deadline';

const late = () => new Error('late');
const wait = (milliseconds: number) =>
  new Promise<string>((resolve) => setTimeout(resolve, milliseconds, 'done'));
const never = new Promise<string>(() => undefined);

/** Keeps this process from listening to anything. */
function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

it.each([1, 120])('ends the wait for what does not come within %d ms', async (milliseconds) => {
  await expect(withDeadline(never, milliseconds, late)).rejects.toThrow('late');
});

it('gives what comes in time, and what fails in time', async () => {
  expect(await withDeadline(wait(5), 5_000, late)).toBe('done');
  await expect(withDeadline(Promise.reject(new Error('broken')), 5_000, late)).rejects.toThrow('broken');
});

it('ends with the reason of a signal', async () => {
  const client = new AbortController();
  const waiting = withDeadline(never, 5_000, late, client.signal);

  client.abort(new Error('left'));

  await expect(waiting).rejects.toThrow('left');
});

describe('time in which this process is blocked', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((_, response) => void response.end('answer'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is no time of the one who is asked', async () => {
    const answers = Array.from({ length: 5 }, () =>
      withDeadline(
        fetch(url).then((response) => response.text()),
        150,
        late,
      ),
    );
    // Each turn of the event loop takes as long as the whole deadline.
    const blocking = setInterval(() => block(150), 1);

    const texts = await Promise.all(answers).finally(() => clearInterval(blocking));

    expect(texts).toEqual(Array(5).fill('answer'));
  });

  it('does not make the deadline endless', async () => {
    const blocking = setInterval(() => block(100), 1);

    await expect(withDeadline(never, 150, late).finally(() => clearInterval(blocking))).rejects.toThrow(
      'late',
    );
  });
});
