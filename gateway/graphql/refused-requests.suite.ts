import { createHash } from 'node:crypto';
import { shareTestSystem } from '../testing/shared-system';
import type { TestSystem } from '../testing/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await shareTestSystem();
}, 60_000);

const older = 'application/json';
const newer = 'application/graphql-response+json';
const query = '{ __typename }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

type Row = readonly [
  request: string,
  init: RequestInit & { readonly search?: object },
  status: number,
  code: string | null,
];

const post = (body: unknown, headers: Record<string, string> = {}): Row[1] => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
});
const get = (search: object, headers: Record<string, string> = {}): Row[1] => ({
  search,
  headers: { 'apollo-require-preflight': '1', ...headers },
});
const persisted = (persistedQuery: unknown, rest: object = {}) => ({
  ...rest,
  extensions: { persistedQuery },
});

/** What of a request is wrong, and what the client is told; without a code it is right. */
const rows: readonly Row[] = [
  ['an empty operationName', post({ query, operationName: '' }), 400, 'INVALID_GRAPHQL'],
  ['an empty operationName in a URL, which is none', get({ query, operationName: '' }), 200, null],
  [
    'another operationName',
    post({ query: 'query A { __typename }', operationName: 'B' }),
    400,
    'INVALID_GRAPHQL',
  ],
  [
    'no operationName for two',
    post({ query: 'query A { __typename } query B { __typename }' }),
    400,
    'INVALID_GRAPHQL',
  ],
  ['an operationName that is null', post({ query, operationName: null }), 200, null],
  ['an operationName that is a number', post({ query, operationName: 5 }), 400, 'BAD_REQUEST'],
  [
    'an Int beyond 32 bits',
    post({ query: '{ targets(first: 99999999999) { totalCount } }' }),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'an Int that is 1e999',
    post({ query: '{ targets(first: 1e999) { totalCount } }' }),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a Float beyond range',
    post({ query: '{ targets(filter: { value: { min: 1e999 } }) { totalCount } }' }),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a Float of 400 digits',
    post({ query: `{ targets(filter: { value: { max: -${'9'.repeat(400)} } }) { totalCount } }` }),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a default beyond range',
    post({ query: 'query ($n: Float = 1e999) { targets(filter: { value: { min: $n } }) { totalCount } }' }),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a variable beyond range',
    post(
      '{"query":"query ($n: Float) { targets(filter: { value: { min: $n } }) { totalCount } }","variables":{"n":1e999}}',
    ),
    400,
    'BAD_USER_INPUT',
  ],
  ['an id of 150 digits', post({ query: `{ target(id: ${'9'.repeat(150)}) { id } }` }), 200, null],
  [
    'a variable of another type',
    post({ query: 'query ($n: Int!) { chapter(number: $n) { title } }', variables: { n: 'x' } }),
    400,
    'BAD_USER_INPUT',
  ],
  [
    'a variable that is not given',
    post({ query: 'query ($n: Int!) { chapter(number: $n) { title } }' }),
    400,
    'BAD_USER_INPUT',
  ],
  [
    'null for a variable that must not be',
    post({ query: 'query ($y: Int! = 2023) { plan(year: $y) { year } }', variables: { y: null } }),
    400,
    'BAD_USER_INPUT',
  ],
  ['a subscription', post({ query: 'subscription { x }' }), 400, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a subscription of __typename',
    post({ query: 'subscription { __typename }' }),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['@defer', post({ query: '{ ... @defer { __typename } }' }), 400, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a fragment alone',
    post({ query: 'fragment F on Query { __typename }' }),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a query of blanks', post({ query: ' ' }), 400, 'GRAPHQL_PARSE_FAILED'],
  [
    'a query that is deeper than a parser’s stack',
    post({ query: `{ places(kind: ${'['.repeat(9_900)}` }),
    400,
    'GRAPHQL_PARSE_FAILED',
  ],
  [
    'the wrong hash of a persisted query',
    post(persisted({ version: 1, sha256Hash: 'abc' }, { query })),
    400,
    'BAD_REQUEST',
  ],
  [
    'another version of persisted queries',
    post(persisted({ version: 2, sha256Hash: hashOf(query) }, { query })),
    400,
    'BAD_REQUEST',
  ],
  ['a persistedQuery that is none', post(persisted(true, { query })), 400, 'BAD_REQUEST'],
  ['a persisted query without a hash', post(persisted({ version: 1 })), 404, 'PERSISTED_QUERY_NOT_FOUND'],
  [
    'an unknown persisted query',
    post(persisted({ version: 1, sha256Hash: hashOf('?') })),
    404,
    'PERSISTED_QUERY_NOT_FOUND',
  ],
  [
    'an unknown persisted query by GET',
    get({ extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf('?') } }) }),
    404,
    'PERSISTED_QUERY_NOT_FOUND',
  ],
  ['variables that are an array', post({ query, variables: [] }), 400, 'BAD_REQUEST'],
  ['variables that are text', post({ query, variables: '{}' }), 400, 'BAD_REQUEST'],
  ['variables that are null', post({ query, variables: null }), 200, null],
  ['extensions that are a number', post({ query, extensions: 5 }), 400, 'BAD_REQUEST'],
  ['a body that is an array', post([{ query }]), 400, 'BAD_REQUEST'],
  ['a body that is null', post('null'), 400, 'BAD_REQUEST'],
  ['a body that is a number', post('5'), 400, 'BAD_REQUEST'],
  ['an empty object', post({}), 400, 'BAD_REQUEST'],
  ['an empty body', post(''), 400, 'BAD_REQUEST'],
  ['a body that is no JSON', post('{"query":'), 400, 'BAD_REQUEST'],
  ['a query that is a number', post({ query: 5 }), 400, 'BAD_REQUEST'],
  ['a query that is a tree', post({ query: { kind: 'Document' } }), 400, 'BAD_REQUEST'],
  ['no query', post({ query: null }), 400, 'BAD_REQUEST'],
  [
    'no content-type',
    { method: 'POST', body: new TextEncoder().encode(JSON.stringify({ query })) },
    415,
    'BAD_REQUEST',
  ],
  [
    'the content-type of a form',
    post('query=x', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'BAD_REQUEST',
  ],
  [
    'the content-type application/graphql',
    post(query, { 'content-type': 'application/graphql' }),
    415,
    'BAD_REQUEST',
  ],
  ['a content-type that is none', post({ query }, { 'content-type': 'nonsense' }), 415, 'BAD_REQUEST'],
  [
    'another charset',
    post({ query }, { 'content-type': 'application/json; charset=iso-8859-1' }),
    415,
    'BAD_REQUEST',
  ],
  [
    'the charset UTF-8 in capitals',
    post({ query }, { 'content-type': 'Application/JSON; charset=UTF-8' }),
    200,
    null,
  ],
  ['an unknown content-encoding', post({ query }, { 'content-encoding': 'nope' }), 415, 'BAD_REQUEST'],
  ['a content-encoding that is not so', post({ query }, { 'content-encoding': 'gzip' }), 400, 'BAD_REQUEST'],
  ['a GET that a page could forge', get({ query }, { 'apollo-require-preflight': '' }), 400, 'BAD_REQUEST'],
  ['a mutation by GET', get({ query: 'mutation { __typename }' }), 405, 'BAD_REQUEST'],
  ['a GET without a query', get({}), 400, 'BAD_REQUEST'],
  ['a GET whose variables are no JSON', get({ query, variables: '{' }), 400, 'BAD_REQUEST'],
  [
    'a GET with the content-type of text',
    get({ query }, { 'content-type': 'text/plain' }),
    415,
    'BAD_REQUEST',
  ],
  ['PUT', { ...post({ query }), method: 'PUT' }, 405, 'BAD_REQUEST'],
  ['DELETE', { method: 'DELETE' }, 405, 'BAD_REQUEST'],
];

describe.each([older, newer])('to a client of %s', (accept) => {
  it.each(rows)('%s', async (_, { search, headers, ...init }, status, code) => {
    const parameters = new URLSearchParams(search as Record<string, string>).toString();

    const response = await fetch(`${system.url}/graphql?${parameters}`, {
      ...init,
      headers: { accept, ...headers },
    });
    const body = (await response.json()) as { errors?: { message: string; extensions: object }[] };

    // Only the older media type calls an unknown persisted query an answer.
    expect(response.status).toBe(accept === older && status === 404 ? 200 : status);
    expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
    expect(body.errors?.map(({ extensions }) => extensions) ?? []).toEqual(code ? [{ code }] : []);
    expect(JSON.stringify(body)).not.toMatch(/Internal server error|node_modules/);
  });
});

it.each(['text/html', 'application/json; q=0'])(
  'a client that takes %s is refused before anything is done',
  async (accept) => {
    const mutation =
      'mutation { reportEconomyProgress(input: { targetId: "economy:2.1", note: "无", expectedRevision: 0 }) { id } }';

    const { status } = await fetch(`${system.url}/graphql`, post({ query: mutation }, { accept }));
    const { body } = await system.query('{ target(id: "economy:2.1") { revision } }');

    expect(status).toBe(406);
    expect(body.data.target.revision).toBe(0);
  },
);

it('OPTIONS tells the methods, and lets no page in', async () => {
  const response = await fetch(`${system.url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
  });

  expect(response.status).toBe(204);
  expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
  expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

it('HEAD is GET without the body', async () => {
  const response = await fetch(`${system.url}/graphql?${new URLSearchParams({ query }).toString()}`, {
    method: 'HEAD',
    headers: { 'apollo-require-preflight': '1' },
  });

  expect(response.status).toBe(200);
  expect(response.headers.get('etag')).toMatch(/^W\//);
});

it('nothing is below /graphql', async () => {
  expect((await fetch(`${system.url}/graphql/x`, post({ query }))).status).toBe(404);
});
