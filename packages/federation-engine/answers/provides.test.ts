import { startSupergraph, type TestSupergraph } from '../testing/test-supergraph';
import { findBy } from '../testing/answer-cases';

const stops = [
  { __typename: 'Halt', id: 'h1', name: 'Mill', bench: true },
  { __typename: 'Hub', id: 'h2', name: 'Central', shops: 40 },
];

const timetable = {
  typeDefs: `
    type Query {
      first: Halt @provides(fields: "name")
      stops: [Stop!]! @provides(fields: "... on Halt { name }")
    }
    union Stop = Halt | Hub
    type Halt @key(fields: "id") { id: ID! name: String @external }
    type Hub @key(fields: "id") { id: ID! }
  `,
  resolvers: { Query: { first: () => stops[0], stops: () => stops } },
};

const places = {
  typeDefs: `
    type Halt @key(fields: "id") { id: ID! name: String @shareable bench: Boolean }
    type Hub @key(fields: "id") { id: ID! name: String @shareable shops: Int }
  `,
  resolvers: {
    Halt: { __resolveReference: findBy(stops, 'id') },
    Hub: { __resolveReference: findBy(stops, 'id') },
  },
};

describe('fields that a place provides', () => {
  let supergraph: TestSupergraph;

  beforeAll(async () => {
    supergraph = await startSupergraph({ timetable, places }, { transport: 'in process' });
  });

  afterAll(() => supergraph.stop());

  it.each([
    ['{ first { name } }', { first: { name: 'Mill' } }, ['timetable']],
    ['{ first { name bench } }', { first: { name: 'Mill', bench: true } }, ['timetable', 'places']],
    ['{ stops { ... on Halt { name } } }', { stops: [{ name: 'Mill' }, {}] }, ['timetable']],
    [
      '{ stops { ... on Halt { name } ... on Hub { name shops } } }',
      { stops: [{ name: 'Mill' }, { name: 'Central', shops: 40 }] },
      ['timetable', 'places'],
    ],
  ])('come with the place itself: %s', async (query, data, fetches) => {
    expect(await supergraph.ask(query)).toEqual({ data });
    expect(supergraph.takeFetches()).toEqual(fetches);
  });
});
