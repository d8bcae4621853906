import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { openTestSubgraph, type TestSubgraph } from '../../testing/test-subgraph';
import { serveSubgraph, type SubgraphServer } from './serve';

let economy: TestSubgraph;
let server: SubgraphServer;
beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent';
  economy = await openTestSubgraph('economy', { HOST: '127.0.0.1' });
  server = await serveSubgraph(economy.subgraph, economy.config);
}, 60_000);
afterAll(async () => {
  await server.close();
  await economy.close();
});

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly agent?: Agent;
}

interface Received {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: any;
}

/** By node:http, which sends whatever Host it is told. */
function send({ method = 'POST', path, headers, body, agent }: Sent): Promise<Received> {
  const url = new URL(path ?? '/graphql', server.url);
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const isJson = /json/.test(response.headers['content-type'] ?? '');
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: isJson ? JSON.parse(text) : text,
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const asJson = { 'content-type': 'application/json' };
const ask = (query: string, variables: object = {}, headers: Record<string, string> = asJson) =>
  send({ headers, body: JSON.stringify({ query, variables }) });

const report =
  'mutation { reportEconomyProgress(input: {targetId: "economy:2.1", value: 1, expectedRevision: 0}) { revision } }';
const revision = async () => {
  const found = await economy.subgraph.connection.db
    .collection<{ _id: string; revision: number }>('targets')
    .findOne({ _id: 'economy:2.1' });
  return found?.revision;
};

describe('a page of another origin', () => {
  const origin = 'https://example.org';

  it('gets no leave from a preflight', async () => {
    const { status, headers } = await send({
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

    expect(status).toBe(405);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'writes nothing by %s, which needs no preflight',
    async (contentType) => {
      const { status, body } = await ask(report, {}, { origin, 'content-type': contentType });

      expect(status).toBe(400);
      expect(body.errors[0].message).toContain('potential Cross-Site Request Forgery');
      expect(await revision()).toBe(0);
    },
  );

  it('writes nothing by a body without a type, or by GET', async () => {
    const bare = await ask(report, {}, { origin });
    const get = await send({ method: 'GET', path: `/graphql?query=${encodeURIComponent(report)}` });

    expect([bare.status, get.status]).toEqual([400, 405]);
    expect(await revision()).toBe(0);
  });

  it.each(['example.org', 'example.org:4001', '10.0.0.1', 'localhost.example.org'])(
    'writes nothing under the name of %s that leads here',
    async (host) => {
      for (const path of ['/graphql', '/health']) {
        const { status, body } = await send({
          path,
          headers: { ...asJson, host, origin: `http://${host}` },
          body: JSON.stringify({ query: report }),
        });

        expect(status).toBe(421);
        expect(body.errors[0].message).toBe(`The Host header must name this server, but got: ${host}.`);
      }
      expect(await revision()).toBe(0);
    },
  );
});

it('this machine writes without a token', async () => {
  const answer = await ask(
    report.replace('economy:2.1', 'economy:2.2'),
    {},
    { ...asJson, host: 'localhost:4001' },
  );

  expect(answer.body).toEqual({ data: { reportEconomyProgress: { revision: 1 } } });
  expect(Object.keys(answer.headers)).not.toContain('access-control-allow-origin');
});

it('is asked for its health', async () => {
  const { status, body } = await send({ method: 'GET', path: '/health' });

  expect([status, body]).toEqual([200, { status: 'up' }]);
});

it.each([
  ['a body that is no JSON', { headers: asJson, body: '{' }, 400, 'The request body must be JSON.'],
  [
    'a body of more than 16 MiB',
    { headers: asJson, body: `"${'x'.repeat(16 * 1024 * 1024)}"` },
    413,
    'The request body must be at most 16777216 bytes.',
  ],
  ['another path', { path: '/grapql' }, 404, 'Nothing is at /grapql. GraphQL is at /graphql.'],
  ['another method', { method: 'PUT' }, 405, 'GraphQL is asked by POST, but got: PUT.'],
] satisfies [string, Sent, number, string][])('%s is refused', async (_, sent, status, message) => {
  const answer = await send(sent);

  expect(answer.status).toBe(status);
  expect(answer.body.errors).toMatchObject([{ message }]);
});

it('a document of more tokens than a gateway writes is refused', async () => {
  const { status, body } = await ask(`{ ${'__typename '.repeat(50_001)} }`);

  expect(status).toBe(400);
  expect(body.errors[0].message).toMatch(/50000 tokens/);
});

it('representations are counted over all aliases', async () => {
  const of = Array(60_000).fill({ __typename: 'Document', id: 'x' });
  const query =
    'query ($of: [_Any!]!) { a: _entities(representations: $of) { __typename } b: _entities(representations: $of) { __typename } }';

  const { body } = await ask(query, { of });

  expect(body.errors).toMatchObject([
    {
      message: 'A request must have at most 100000 representations.',
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    },
  ]);
});

it('errors of its own are masked', async () => {
  const { body } = await ask(
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Document { id } } }',
    { of: [{ __typename: 'Document' }] },
  );

  expect(body.errors).toMatchObject([
    { message: 'Internal server error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/stack|node_modules|Cannot return null/);
});

it('keeps idle connections longer than 65 seconds, and closes them when it ends', async () => {
  const agent = new Agent({ keepAlive: true });
  const own = await serveSubgraph(economy.subgraph, economy.config);
  const shared = server;
  server = own;
  try {
    const { headers } = await send({ method: 'GET', path: '/health', agent });
    const [seconds] = /\d+/.exec(String(headers['keep-alive'])) ?? [];

    expect(Number(seconds)).toBeGreaterThan(65);
    await own.close();
    await expect(send({ method: 'GET', path: '/health' })).rejects.toThrow('ECONNREFUSED');
  } finally {
    server = shared;
    agent.destroy();
  }
});

it('answers what is under way when it ends', async () => {
  const own = await serveSubgraph(economy.subgraph, economy.config);
  const request = httpRequest(own.url, { method: 'POST', headers: asJson });
  const answered = new Promise<number | undefined>((resolve, reject) => {
    request.on('response', ({ statusCode }) => resolve(statusCode)).on('error', reject);
  });
  await new Promise<void>((resolve) => request.write('{"query":', () => resolve()));
  await fetch(new URL('/health', own.url));

  const closed = own.close();
  request.end('"{ __typename }"}');

  expect(await answered).toBe(200);
  await closed;
});

it('says which variable is wrong when its port is taken', async () => {
  const port = Number(new URL(server.url).port);

  await expect(serveSubgraph(economy.subgraph, { ...economy.config, port })).rejects.toThrow(
    `PORT must be free, but something listens at 127.0.0.1:${port}.`,
  );
});
