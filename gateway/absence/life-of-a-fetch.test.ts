import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, GraphQLError, parse } from 'graphql';
import { HttpSource } from '../sources/http';
import { InProcessSource } from '../sources/in-process';
import type { Source } from '../sources/source';
import { readSupergraph } from '../supergraph/read-supergraph';
import { Absence } from './absence';
import { DegradingSource } from './degrading-source';
import { createFetch } from './fetch';

const supergraph = buildSchema(readSupergraph(), { assumeValidSDL: true });
const timeouts = { query: 5_000, mutation: 5_000 };
const query = '{ departments { code } }';
const mutation =
  'mutation { reportEconomyProgress(input: {targetId: "economy:2.1", note: "x", expectedRevision: 0}) { id } }';

let server: Server;
/** Requests that reached the department, and those that it saw broken off. */
let reached: number;
let brokenOff: number;
let http: HttpSource;
beforeAll(async () => {
  server = createServer((request, response) => {
    reached += 1;
    response.on('close', () => (brokenOff += response.writableEnded ? 0 : 1));
    request.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  http = new HttpSource('economy', new URL(`http://127.0.0.1:${port}/graphql`), timeouts);
});
beforeEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => setTimeout(resolve, 50));
  reached = 0;
  brokenOff = 0;
});
afterAll(async () => {
  await http.close();
  server.closeAllConnections();
  server.close();
});

/** A department whose resolvers never end. */
const schema = buildSchema('type Query { departments: [Department!]! } type Department { code: ID! }');
const hanging = (): InProcessSource => {
  const fields = schema.getQueryType()?.getFields();
  if (fields?.departments) fields.departments.resolve = () => new Promise(() => (reached += 1));
  const subgraph = { name: 'economy', schema, createContext: () => ({}), ping: async () => undefined };
  return new InProcessSource(subgraph, { timeouts, onError: () => undefined });
};

function ask(source: Source, text: string, signal: AbortSignal, failures: unknown[] = []) {
  const observer = {
    onFetch: () => undefined,
    onFailure: (failure: unknown) => failures.push(failure),
    onMasked: () => undefined,
  };
  const fetch = createFetch({
    supergraph,
    request: { document: parse(text), query: text, variables: {}, origin: { requestId: 'r', signal } },
    absence: new Absence(),
    isOfList: false,
  });
  return new DegradingSource('economy', source, supergraph, observer).fetch(fetch);
}
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe.each<[string, () => Source]>([
  ['over HTTP', () => http],
  ['in this process', hanging],
])('a fetch %s whose client has left', (_, source) => {
  it('is not begun', async () => {
    const { errors } = await ask(source(), query, AbortSignal.abort());

    expect(errors).toMatchObject([{ extensions: { code: 'REQUEST_ABANDONED' } }]);
    expect(reached).toBe(0);
  });

  it('ends at once, says the reason, and blames nobody', async () => {
    const client = new AbortController();
    const failures: unknown[] = [];
    const asking = ask(source(), query, client.signal, failures);
    await until(() => reached === 1);

    client.abort(new GraphQLError('Took too long.', { extensions: { code: 'OVERLOADED' } }));

    const { data, errors } = await asking;
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ message: 'Took too long.', extensions: { code: 'OVERLOADED' } }]);
    expect(failures).toEqual([]);
  });
});

it('a query over HTTP is broken off at the department', async () => {
  const client = new AbortController();
  const asking = ask(http, query, client.signal);
  await until(() => reached === 1);

  client.abort();

  await asking;
  await until(() => brokenOff === 1);
});

it('a write under way is not broken off', async () => {
  const client = new AbortController();
  let settled = false;
  const asking = ask(http, mutation, client.signal).finally(() => (settled = true));
  await until(() => reached === 1);

  client.abort();
  await new Promise((resolve) => setTimeout(resolve, 200));

  expect({ settled, brokenOff }).toEqual({ settled: false, brokenOff: 0 });
  server.closeAllConnections();
  expect((await asking).errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
});

it('a write in this process takes the time that it needs', async () => {
  const slow = buildSchema('type Query { a: Int } type Mutation { write: Int }');
  const write = slow.getMutationType()?.getFields().write;
  if (write) write.resolve = () => new Promise((resolve) => setTimeout(resolve, 400, 1));
  const subgraph = { name: 'economy', schema: slow, createContext: () => ({}), ping: async () => undefined };
  const source = new InProcessSource(subgraph, {
    timeouts: { query: 50, mutation: 5_000 },
    onError: () => undefined,
  });

  const { data, errors } = await ask(source, 'mutation { write }', new AbortController().signal);

  expect({ data, errors }).toEqual({ data: { write: 1 }, errors: undefined });
});
