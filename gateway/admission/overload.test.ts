import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { pino } from 'pino';
import { startGateway, type Gateway } from '../server';
import { startTestSystem, type TestSystem } from '../testing/test-system';

const silent = pino({ level: 'silent' });
const allDepartments = 270;

let system: TestSystem;
let economy: HeldDepartment;
let gateway: Gateway;
beforeAll(async () => {
  system = await startTestSystem({ alone: ['economy'], env: { SUBGRAPH_TIMEOUT_MS: '20000' } });
  economy = await holdDepartment(system.system.config.remote.get('economy'));
  gateway = await openGateway({ operations: 2, queuedOperations: 2, exports: 1, queuedExports: 1 });
}, 60_000);
beforeEach(() => economy.hold());
afterEach(() => economy.release());
afterAll(async () => {
  await gateway.close();
  economy.server.close();
  await system.close();
});

interface HeldDepartment {
  readonly server: Server;
  readonly url: URL;
  /** Requests that have come since the last call. */
  asked: number;
  /** From now on, requests wait. */
  hold(): void;
  /** All requests go on to the department, also those that wait. */
  release(): void;
}

/** Stands before a department that runs alone, which then answers when the test says so. */
async function holdDepartment(to: URL | undefined): Promise<HeldDepartment> {
  if (!to) throw new Error('Economy must run alone, but does not.');
  let gate = Promise.resolve();
  let open = () => {};
  const held = {
    asked: 0,
    hold: () => {
      gate = new Promise((resolve) => (open = resolve));
    },
    release: () => open(),
  };
  const server = createServer((request, response) => {
    void (async () => {
      const body = Buffer.concat(await request.toArray());
      held.asked += 1;
      await gate;
      const answer = await fetch(to, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
      response.setHeader('content-type', 'application/json').end(await answer.text());
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  return Object.assign(held, { server, url });
}

function openGateway(admission: object): Promise<Gateway> {
  const { config, local } = system.system;
  return startGateway({
    config: {
      ...config,
      port: 0,
      remote: new Map([...config.remote, ['economy', economy.url]]),
      admission: { ...config.admission, ...admission },
    },
    local,
    logger: silent,
    exportPageSize: 100,
  });
}

const list = JSON.stringify({ query: '{ targets { totalCount missing { code } } }' });
const post = (url = gateway.url, init: RequestInit = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    body: list,
    headers: { 'content-type': 'application/json' },
    ...init,
  });
const totalOf = async (response: Response) =>
  ((await response.json()) as { data: { targets: { totalCount: number } } }).data.targets.totalCount;

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
/** Long enough for a request to arrive. */
const arrival = () => new Promise((resolve) => setTimeout(resolve, 200));

/** Fills both the places and the queue. */
async function fill(
  send: () => Promise<Response>,
  inside: number,
  queued: number,
): Promise<Promise<Response>[]> {
  economy.asked = 0;
  const first = Array.from({ length: inside }, send);
  await until(() => economy.asked >= inside);
  const waiting = Array.from({ length: queued }, send);
  await arrival();
  return [...first, ...waiting];
}

const refusal = [{ message: expect.any(String), extensions: { code: 'OVERLOADED' } }];

describe('operations beyond those that are worked on and those that wait', () => {
  it('are refused with 503 before their body is read, and all others come whole', async () => {
    const admitted = await fill(post, 2, 2);

    const refused = await post();
    const halfABody = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    halfABody.write(
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    );
    const [early] = (await once(halfABody)).split('\r\n');
    halfABody.destroy();
    economy.release();

    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(await refused.json()).toEqual({ errors: refusal });
    expect(early).toBe('HTTP/1.1 503 Service Unavailable');
    for (const answer of await Promise.all(admitted)) expect(await totalOf(answer)).toBe(allDepartments);
    expect(await totalOf(await post())).toBe(allDepartments);
  });

  it('do not keep health from answering', async () => {
    const admitted = await fill(post, 2, 2);

    const { status } = await fetch(`${gateway.url}/health/live`);
    economy.release();

    expect(status).toBe(200);
    await Promise.all(admitted);
  });

  it('find a place when clients leave, who are no longer worked for', async () => {
    const clients = new AbortController();
    const admitted = await fill(() => post(gateway.url, { signal: clients.signal }), 2, 2);
    clients.abort();
    await Promise.allSettled(admitted);
    await arrival();
    economy.asked = 0;

    const next = post();
    await until(() => economy.asked > 0);
    economy.release();

    expect(await totalOf(await next)).toBe(allDepartments);
    // Of the two that waited nothing has reached a department.
    expect(economy.asked).toBe(1);
  });
});

it('an operation whose time is over is answered with 503, also while it waits', async () => {
  const short = await openGateway({ operations: 1, queuedOperations: 1, longestOperation: 500 });

  const answers = await Promise.all([post(short.url), post(short.url)]);
  economy.release();
  await short.close();

  for (const answer of answers) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(await answer.json()).toEqual({ errors: refusal });
  }
});

it('an operation that has waited for too long is answered with 503', async () => {
  const short = await openGateway({ operations: 1, queuedOperations: 1, longestWait: 300 });
  economy.asked = 0;
  const first = post(short.url);
  await until(() => economy.asked > 0);

  const second = await post(short.url);
  economy.release();

  expect(second.status).toBe(503);
  expect(await totalOf(await first)).toBe(allDepartments);
  await short.close();
});

describe('exports', () => {
  const download = (init?: RequestInit) => fetch(`${gateway.url}/export/targets.csv`, init);

  it('beyond their own bound wait, or are refused with 503; those admitted have every department', async () => {
    const admitted = await fill(download, 1, 1);

    const refused = await download();
    economy.release();
    const files = await Promise.all((await Promise.all(admitted)).map((response) => response.text()));

    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(await refused.json()).toEqual({ errors: refusal });
    for (const file of files) expect(file.match(/\n[a-z]+:/g)).toHaveLength(allDepartments);
  });

  it('take no place of operations, nor operations theirs', async () => {
    const [inside] = await fill(download, 1, 1);
    const operations = await fill(post, 2, 2);

    economy.release();

    expect((await Promise.resolve(inside))?.headers.has('x-missing-departments')).toBe(false);
    for (const answer of await Promise.all(operations)) expect(await totalOf(answer)).toBe(allDepartments);
  });
});

const once = (socket: NodeJS.ReadableStream): Promise<string> =>
  new Promise((resolve) => socket.once('data', (piece) => resolve(String(piece))));
