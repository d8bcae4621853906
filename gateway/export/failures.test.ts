import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { constants, gunzipSync } from 'node:zlib';
import { startTestSystem, type TestSystem } from '../testing/test-system';
import { download, startExportGateway, type ExportGateway } from '../testing/test-export';

let system: TestSystem;
/** With pages of 30, so that all targets are nine pages. */
let gateway: ExportGateway;
/** Told how many fetches there were since the test began, at each. */
let onFetch: (count: number) => unknown;
beforeAll(async () => {
  system = await startTestSystem({ alone: ['economy'] });
  gateway = await startExportGateway(system, { pageSize: 30, onFetch: (count) => onFetch(count) });
}, 60_000);
beforeEach(async () => {
  onFetch = () => undefined;
  gateway.forget();
  await system.setDown([]);
});
afterAll(async () => {
  await gateway.close();
  await system.close();
});

/** When some pages were written, and others were not yet asked for. */
const onTheWay = 50;
const fetchesOfAPage = 22;
const urlOf = (name: string, query = '') => `${gateway.url}/export/${name}.csv?${query}`;
/** Waits until nothing was asked for a while. */
async function quiet(): Promise<void> {
  const asked = gateway.fetches.length;
  await new Promise((resolve) => setTimeout(resolve, 300));
  if (gateway.fetches.length > asked) await quiet();
}
const logged = (message: string) => gateway.log.filter((line) => line.includes(message));

describe('a department that is missing at the start', () => {
  it.each(['targets', 'results'])(
    'is named in a header, and every other is in the file of %s',
    async (name) => {
      const whole = await download(urlOf(name));
      await system.setDown(['economy']);
      gateway.forget();

      const { header, rows, headers } = await download(urlOf(name));

      expect(headers.get('x-missing-departments')).toBe('economy');
      expect(header).toEqual(whole.header);
      expect(rows).toEqual(whole.rows.filter((row) => row['部门代码'] !== 'economy'));
      expect(rows.length).toBeGreaterThan(80);
      // It is not waited for again at every page.
      expect(gateway.fetches.filter((each) => each === 'economy')).toHaveLength(1);
    },
  );

  it('stays out when it comes back, rather than give the rest of its rows', async () => {
    const url = urlOf('targets', 'orderBy={"field":"TITLE"}');
    const { rows: whole } = await download(url);
    await system.setDown(['economy']);
    gateway.forget();
    onFetch = (count) => count === onTheWay && system.setDown([]);

    const { rows } = await download(url);

    expect(rows).toEqual(whole.filter((row) => row['部门代码'] !== 'economy'));
  });

  it('is none where the filter does not ask for it', async () => {
    await system.setDown(['economy']);

    const { rows, headers } = await download(
      urlOf('targets', 'filter={"departments":["safety","governance"]}'),
    );

    expect(headers.has('x-missing-departments')).toBe(false);
    expect(rows).toHaveLength(71);
  });

  it('is an error where nobody else was asked', async () => {
    await system.setDown(['economy']);

    const response = await fetch(urlOf('targets', 'filter={"departments":"economy"}'));

    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'Department economy cannot answer now.',
          extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'economy' },
        },
      ],
    });
  });
});

describe('a department that goes missing on the way', () => {
  beforeEach(() => {
    onFetch = (count) => count === onTheWay && system.setDown(['economy']);
  });

  it('breaks the connection off, and the log says so', async () => {
    const response = await fetch(urlOf('targets'));

    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    expect(logged('export: broken off')).toEqual([
      expect.stringMatching(/"level":50.*"export":"targets".*economy cannot answer now/),
    ]);
  });

  it('has let the client have the pages before, also compressed', async () => {
    const request = get(urlOf('targets'), { headers: { 'accept-encoding': 'gzip' } });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    request.on('error', () => undefined);
    const received: Buffer[] = [];
    response.on('data', (piece: Buffer) => received.push(piece));
    await once(response, 'error');

    const text = gunzipSync(Buffer.concat(received), { finishFlush: constants.Z_SYNC_FLUSH }).toString();

    expect(response.headers['content-encoding']).toBe('gzip');
    // A page is 30 rows.
    expect(text.match(/\n[a-z]+:/g)?.length).toBeGreaterThanOrEqual(30);
  });

  it('does so for a client of HTTP/1.0 too, to whom a closed connection is the end of the file', async () => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1').resume();
    const ending = new Promise((resolve) => socket.once('error', resolve).once('end', () => resolve('end')));

    socket.write('GET /export/targets.csv HTTP/1.0\r\n\r\n');

    expect(await ending).toMatchObject({ code: 'ECONNRESET' });
  });
});

it.each([
  ['during the first page', 3],
  ['on the way', onTheWay],
])('a client that leaves %s is not worked for any longer', async (_, leavesAt) => {
  const client = new AbortController();
  onFetch = (count) => count === leavesAt && client.abort();

  const reading = fetch(urlOf('targets'), { signal: client.signal }).then((response) => response.text());

  await expect(reading).rejects.toThrow('aborted');
  await quiet();
  expect(gateway.fetches.length).toBeLessThan(leavesAt + 2 * fetchesOfAPage);
  expect(logged('export: the client left')).toHaveLength(1);
});

it('the request’s id goes along on every page, and the right to write on none', async () => {
  const safety = system.system.local.get('safety');
  if (!safety) throw new Error('Safety must run in this process, but does not.');
  const asked = jest.spyOn(safety, 'createContext');

  await download(urlOf('results'), {
    headers: { authorization: 'Bearer x', 'x-request-id': 'export-1' },
  });

  const callers = asked.mock.calls.map(([caller]) => caller);
  asked.mockRestore();
  expect(callers.length).toBeGreaterThanOrEqual(4);
  expect(callers).toEqual(callers.map(() => ({ requestId: 'export-1' })));
});
