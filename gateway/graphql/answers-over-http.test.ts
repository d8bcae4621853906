import { createHash } from 'node:crypto';
import { startTestSystem, type TestSystem } from '../testing/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ alone: ['economy'] });
}, 60_000);
afterEach(() => system.setDown([]));
afterAll(() => system.close());

const long = '{ targets(first: 50) { nodes { id title text } } }';
const short = '{ target(id: "economy:2.1") { id revision } }';

const post = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${system.url}/graphql`, {
    method: 'POST',
    body: JSON.stringify({ query }),
    headers: { 'content-type': 'application/json', ...headers },
  });
const get = (search: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${system.url}/graphql?${new URLSearchParams(search).toString()}`, {
    headers: { 'apollo-require-preflight': '1', ...headers },
  });
const varying = ({ headers }: Response) => headers.get('vary')?.split(', ') ?? [];

describe('a long answer', () => {
  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
  ])('to a client of %s is compressed as %s, and is the same', async (accepted, encoding) => {
    const plain = await (await post(long, { 'accept-encoding': 'identity' })).text();

    const response = await post(long, { 'accept-encoding': accepted });

    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(varying(response)).toEqual(expect.arrayContaining(['Accept', 'Accept-Encoding']));
    expect(await response.text()).toBe(plain);
  });

  it.each(['br', 'gzip'])('that is a file is compressed as %s, and is the same', async (encoding) => {
    const url = `${system.url}/export/results.csv`;
    const plain = await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).text();

    const response = await fetch(url, { headers: { 'accept-encoding': encoding } });

    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(varying(response)).toContain('Accept-Encoding');
    expect(await response.text()).toBe(plain);
  });
});

it('a short answer is not compressed', async () => {
  const response = await post(short, { 'accept-encoding': 'br, gzip' });

  expect(response.headers.get('content-encoding')).toBeNull();
  expect(varying(response)).toContain('Accept-Encoding');
});

describe('a whole answer to a GET', () => {
  const sha256Hash = createHash('sha256').update(short).digest('hex');
  const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });

  it.each([
    ['by its query', { query: short }, {}],
    ['by its query, compressed', { query: long }, { 'accept-encoding': 'br' }],
    ['by the hash of a persisted query', { extensions }, {}],
  ])('%s may be asked about again, and is sent again when it has changed', async (_, search, headers) => {
    await get({ query: short, extensions });
    const first = await get(search, headers);
    const tag = first.headers.get('etag') ?? '';

    const again = await get(search, { ...headers, 'if-none-match': tag });
    const other = await get(search, { ...headers, 'if-none-match': 'W/"other"' });

    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(tag).toMatch(/^W\/".{43}"$/);
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('etag')).toBe(tag);
    expect([other.status, await other.text()]).toEqual([200, await first.text()]);
  });

  it('has another tag after a report', async () => {
    const { headers } = await get({ query: short });
    const input = '{ targetId: "economy:2.1", note: "已开工", expectedRevision: 0 }';
    await system.query(`mutation { reportEconomyProgress(input: ${input}) { id } }`);

    const response = await get({ query: short }, { 'if-none-match': headers.get('etag') ?? '' });

    expect(response.status).toBe(200);
  });
});

describe('is kept nowhere', () => {
  const expectUnkept = ({ headers }: Response) =>
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);

  it.each([
    ['an answer to a POST', () => post(short)],
    ['a refusal', () => get({ query: '{ nothing }' })],
    ['what was not read', () => post(short, { 'content-type': 'text/plain' })],
    ['an unknown path', () => fetch(`${system.url}/nothing`)],
    ['a file', () => fetch(`${system.url}/export/results.csv`)],
    ['what is no request for a file', () => fetch(`${system.url}/export/results.csv?first=1`)],
  ])('%s', async (_, ask) => {
    expectUnkept(await ask());
  });

  it('an answer without a department', async () => {
    await system.setDown(['economy']);

    const response = await get({ query: '{ targets { totalCount } }' });

    expectUnkept(response);
    expect(await response.text()).toContain('DEPARTMENT_UNAVAILABLE');
  });
});
