import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpSource } from '../sources/http-source';
import type { Source, SubgraphResponse } from '../sources/source';
import { readErrors } from '../testing/answer-cases';
import { startSupergraph, type TestSupergraph } from '../testing/test-supergraph';
import { railway } from './railway';

const trains = (fields: readonly object[]) => ({ trains: fields });

/** Places that `crew` is asked for; the answer without it; the places of its errors, one for each request. */
const places: readonly (readonly [query: string, data: unknown, places: readonly string[]])[] = [
  ['{ chief { name } }', { chief: null }, ['chief']],
  ['{ staff { name } }', { staff: null }, ['staff']],
  ['{ boss { name } }', null, ['boss']],
  ['mutation { hire { name } }', { hire: null }, ['hire']],
  ['{ one: chief { name } two: chief { name } }', { one: null, two: null }, ['one']],
  [
    '{ trains { id driver { name } } }',
    trains([
      { id: 'T1', driver: null },
      { id: 'T2', driver: null },
    ]),
    ['trains.0'],
  ],
  // Where a train must have a speed, there is no train, and no list of trains that must all be there.
  ['{ trains { id speed } }', { trains: null }, ['trains.0']],
  [
    '{ trains { wage food } }',
    trains([
      { wage: null, food: 'soup in T1' },
      { wage: null, food: 'soup in T2' },
    ]),
    ['trains.0'],
  ],
  [
    '{ trains { tax stamp } }',
    trains([
      { tax: null, stamp: 'stamp T1' },
      { tax: null, stamp: 'stamp T2' },
    ]),
    ['trains.0'],
  ],
  [
    '{ one: trains { tax } two: trains { driver { name } food } }',
    {
      one: [{ tax: null }, { tax: null }],
      two: [
        { driver: null, food: 'soup in T1' },
        { driver: null, food: 'soup in T2' },
      ],
    },
    ['one.0', 'two.0'],
  ],
];

const answering = (response: unknown): Source => ({
  fetch: () => Promise.resolve(response as SubgraphResponse),
});

const inProcess: readonly (readonly [failure: string, source: Source])[] = [
  ['throws', { fetch: () => Promise.reject(new Error('secret')) }],
  ['throws an error with a code', { fetch: () => Promise.reject(codedError()) }],
  ['answers with errors and no data', answering({ errors: [{ message: 'Down.' }] })],
  ['answers with errors and null', answering({ data: null, errors: [{ message: 'Down.' }] })],
  ['answers with neither', answering({})],
  ['answers with null alone', answering({ data: null })],
  ['answers with a text', answering({ data: 'text' })],
];

const overHttp: readonly (readonly [failure: string, listener: RequestListener])[] = [
  ['closes the connection', (request) => request.socket.destroy()],
  ['answers with status 503 and a page', (_, response) => response.writeHead(503).end('<h1>Sorry</h1>')],
  ['answers with no JSON', (_, response) => response.end('{"data":')],
  ['answers with a JSON list', (_, response) => response.end('[]')],
  [
    'answers with status 500 and an error',
    (_, response) => response.writeHead(500).end('{"errors":[{"message":"Down."}]}'),
  ],
  ['never answers', () => undefined],
  ['never ends its answer', (_, response) => response.write('{"data":')],
];

describe('a subgraph without an answer', () => {
  const servers: Server[] = [];
  let crew: Source;
  let supergraph: TestSupergraph;

  beforeAll(async () => {
    supergraph = await startSupergraph(railway, {
      transport: 'in process',
      wrapSource: (source, name) => (name === 'crew' ? { fetch: (request) => crew.fetch(request) } : source),
    });
  });

  afterAll(async () => {
    servers.forEach((server) => server.close().closeAllConnections());
    await supergraph.stop();
  });

  const expectErrors = async (query: string, data: unknown, errorPlaces: readonly string[]) => {
    const answer = await supergraph.ask(query);

    const messages = /: (Down\.|Crew is late\.|Subgraph crew gave no response\.)$/;
    const told = readErrors(answer).sort();
    expect({ data: answer.data, places: told.map((each) => each.replace(messages, '')) }).toEqual({
      data,
      places: errorPlaces,
    });
  };

  describe.each(inProcess)('that %s', (_, source) => {
    beforeEach(() => (crew = source));

    it.each(places)('leaves null in %s', expectErrors);
  });

  describe.each(overHttp)('that %s', (_, listener) => {
    let source: Source;

    beforeAll(async () => {
      const server = createServer(listener).listen(0, '127.0.0.1');
      servers.push(server);
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      crew = source = createHttpSource({ url: `http://127.0.0.1:${port}/`, timeout: 50 });
    });

    afterAll(() => source.close?.());

    it.each(places)('leaves null in %s', expectErrors);
  });
});

function codedError(): Error {
  return Object.assign(new Error('Crew is late.'), { extensions: { code: 'LATE' } });
}
