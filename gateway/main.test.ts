import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** `npm start` as it is, in a process of its own. */
interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly port: number;
  /** Its exit code, once it has ended. */
  readonly exit: Promise<number | null>;
}

let dataDir: string;
let running: Running;
// The second start and the third find what the first has seeded.
beforeAll(() => void (dataDir = mkdtempSync(join(tmpdir(), 'plan-graph-'))));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
beforeEach(async () => {
  running = await start({ DATA_DIR: dataDir, PORT: '0', SHUTDOWN_NOTICE_MS: '2000', LOG_LEVEL: 'error' });
}, 90_000);
afterEach(async () => {
  running.child.kill('SIGKILL');
  await running.exit;
});

async function start(env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'gateway/main.ts'], {
    cwd: join(__dirname, '..'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /GraphQL +(http:\S+)\/graphql/.exec(line) ?? [];
    if (url) {
      child.stdout.resume();
      return { child, url, port: Number(new URL(url).port), exit };
    }
  }
  throw new Error('The gateway must say where it is, but ended.');
}

interface Outcome {
  /** On the process' clock, when the request was sent. */
  readonly at: number;
  readonly connection?: string;
  readonly body?: string;
  readonly error?: string;
  /** Whether the connection had carried a request before. */
  readonly isKept: boolean;
}

const list = JSON.stringify({ query: '{ targets { totalCount } }' });
const whole = '{"data":{"targets":{"totalCount":270}}}';

/** One request on the agent's connection. */
async function ask(url: string, agent: Agent): Promise<Outcome> {
  const at = performance.now();
  const options = { method: 'POST', agent, headers: { 'content-type': 'application/json' } };
  const sent = request(`${url}/graphql`, options).end(list);
  try {
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const body = Buffer.concat(await response.toArray()).toString();
    return { at, body, connection: response.headers.connection, isKept: sent.reusedSocket };
  } catch (error) {
    return { at, error: String((error as NodeJS.ErrnoException).code), isKept: sent.reusedSocket };
  }
}

/** Asks on one kept connection after another until nothing listens any more, and adds each outcome as it comes. */
async function askWithoutEnd(url: string, outcomes: Outcome[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let last: Outcome | undefined; last?.error === undefined; outcomes.push(last))
    last = await ask(url, agent);
}

async function isReady(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: false });
  const [response] = (await once(request(`${url}/health/ready`, { agent }).end(), 'response')) as [
    IncomingMessage,
  ];
  response.resume();
  return response.statusCode ?? 0;
}

async function opened(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

it('SIGTERM under load: unready first, every request is answered, connections are closed, then it ends', async () => {
  const { child, url, port, exit } = running;
  const outcomes: Outcome[] = [];
  const load = Promise.all(Array.from({ length: 4 }, () => askWithoutEnd(url, outcomes)));
  const idle = await opened(port);
  while (outcomes.length < 40) await new Promise((resolve) => setTimeout(resolve, 20));

  const began = performance.now();
  child.kill('SIGTERM');
  while ((await isReady(url)) !== 503);
  const unready = performance.now();
  await load;

  expect(await exit).toBe(0);
  idle.destroy();
  // It did not wait for the connection over which nothing comes.
  expect(performance.now() - began).toBeLessThan(7_500);
  const answers = outcomes.filter(({ error }) => error === undefined);
  expect(new Set(answers.map(({ body }) => body?.trim()))).toEqual(new Set([whole]));
  const late = answers.filter(({ at }) => at > unready);
  expect(late.length).toBeGreaterThan(0);
  expect(new Set(late.map(({ connection }) => connection))).toEqual(new Set(['close']));
  expect(answers.some(({ isKept }) => isKept)).toBe(true);
  // Each went on until nothing listened any more, on a connection of which the gateway had heard nothing.
  expect(outcomes.filter(({ error }) => error).map(({ isKept }) => isKept)).toEqual(Array(4).fill(false));
}, 60_000);

it('a body that does not end holds the process for less than ten seconds', async () => {
  const { child, port, exit } = running;
  const socket = await opened(port);
  socket.write(
    'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n',
  );
  const drip = setInterval(() => socket.write(' '), 500);
  await new Promise((resolve) => setTimeout(resolve, 500));

  const began = performance.now();
  child.kill('SIGTERM');

  expect(await exit).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
  clearInterval(drip);
}, 60_000);

it('SIGINT ends it without notice', async () => {
  running.child.kill('SIGINT');

  expect(await running.exit).toBe(0);
}, 60_000);
