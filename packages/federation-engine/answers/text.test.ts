import { ApolloServer, HeaderMap } from '@apollo/server';
import { createEngine } from '../engine';
import { stringifyAnswer } from '../projection/answer-text';
import { buildSubgraph, composeFixtures } from '../testing/fixture';
import { createLocalSource } from '../testing/local-source';

const fixture = {
  typeDefs:
    'type Query { greeting(name: String): String lamps: [Lamp!]! } type Lamp { id: ID! lit: Boolean! }',
  resolvers: {
    Query: {
      greeting: () => 'a "quoted"\nline',
      lamps: () => [
        { id: 'l1', lit: true },
        { id: 'l2', lit: null },
      ],
    },
  },
};

/** The body that a client gets of a server whose answers are text. */
async function answerTo(query: string): Promise<unknown> {
  const gateway = createEngine({
    supergraphSdl: composeFixtures({ lamps: fixture }),
    sources: new Map([['lamps', createLocalSource(buildSubgraph(fixture))]]),
    answers: 'text',
  });
  const server = new ApolloServer({ gateway, stringifyResult: stringifyAnswer });
  await server.start();
  try {
    const headers = new HeaderMap([['content-type', 'application/json']]);
    const { body } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body: { query } },
      context: async () => ({}),
    });
    if (body.kind !== 'complete') throw new Error('The answer must be complete, but is incremental.');
    return JSON.parse(body.string);
  } finally {
    await server.stop();
  }
}

it('reaches a client as it was written', async () => {
  expect(await answerTo('{ b: greeting(name: "x") a: __typename }')).toEqual({
    data: { b: 'a "quoted"\nline', a: 'Query' },
  });
});

it('has its errors beside it', async () => {
  expect(await answerTo('{ greeting lamps { id lit } }')).toMatchObject({
    data: null,
    errors: [{ path: ['lamps', 1, 'lit'] }],
  });
});
