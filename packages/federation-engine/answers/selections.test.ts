import { graphql } from 'graphql';
import { findBy } from '../testing/answer-cases';
import { buildSubgraph } from '../testing/fixture';
import { startSupergraph, transports, type TestSupergraph } from '../testing/test-supergraph';

interface Island {
  readonly id: string;
  readonly name: string;
  readonly port: string;
  readonly height: number;
  readonly near: readonly string[];
}

const islands: readonly Island[] = [
  { id: 'i1', name: 'Aro', port: 'East', height: 300, near: ['i2'] },
  { id: 'i2', name: 'Bel', port: 'West', height: 20, near: ['i1', 'i2'] },
];

const base = {
  islands: () => islands,
  island: (_: unknown, { id }: { id: string }) => islands.find((island) => island.id === id) ?? null,
};
const labels = {
  label: ({ name }: Island, { size }: { size: number }) => name.slice(0, size),
  near: ({ near }: Island) => islands.filter(({ id }) => near.includes(id)),
};
const looks = {
  view: ({ height }: Island, { unit = 'm' }: { unit?: string }) => `${height} ${unit}`,
  isHigh: ({ height }: Island) => height > 100,
};

const subgraphs = {
  map: {
    typeDefs: `
      type Query { islands: [Island!]! island(id: ID!): Island }
      type Island @key(fields: "id") { id: ID! name: String! label(size: Int! = 2): String near: [Island!]! }
    `,
    resolvers: { Query: base, Island: { __resolveReference: findBy(islands, 'id'), ...labels } },
  },
  survey: {
    typeDefs: `
      type Island @key(fields: "id") { id: ID! port: String height: Int view(unit: String): String }
    `,
    resolvers: { Island: { __resolveReference: findBy(islands, 'id'), view: looks.view } },
  },
  guide: {
    typeDefs: `
      type Island @key(fields: "id") { id: ID! height: Int @external isHigh: Boolean @requires(fields: "height") }
    `,
    resolvers: { Island: { isHigh: looks.isHigh } },
  },
};

/** The same types and data in one schema, which graphql-js executes: the judge. */
const monolith = buildSubgraph({
  typeDefs: `
    type Query { islands: [Island!]! island(id: ID!): Island }
    type Island {
      id: ID! name: String! label(size: Int! = 2): String near: [Island!]! port: String height: Int
      view(unit: String): String isHigh: Boolean
    }
  `,
  resolvers: { Query: base, Island: { ...labels, ...looks } },
});

type Operation = readonly [query: string, variables?: Record<string, unknown>];

const operations: readonly Operation[] = [
  ['{ islands { isHigh port name id height } }'],
  ['{ __typename islands { __typename: name kind: __typename isHigh } }'],
  ['{ islands { id: name name: id height: port port: isHigh } }'],
  ['{ islands { __proto__: port constructor: name toString: isHigh } __proto__: island(id: "i1") { id } }'],
  ['{ islands { _0: port _1: label(size: 1) _2: label(size: 3) label } }'],
  ['{ islands { near { near { isHigh id } port } near { name } } }'],
  [
    '{ a: island(id: "i1") { ...Sight } b: island(id: "i2") { ...Sight near { ...Sight } } } fragment Sight on Island { view port }',
  ],
  ['{ island(id: "none") { name isHigh } islands { id } }'],
  ['{ islands { view(unit: "ft") metres: view high: isHigh } }'],
  ['query ($size: Int = 1, $unit: String) { islands { label(size: $size) view(unit: $unit) } }'],
  [
    'query ($size: Int = 1, $unit: String) { islands { label(size: $size) view(unit: $unit) } }',
    { size: 3, unit: null },
  ],
  ['query ($id: ID!) { island(id: $id) { name port } }', { id: 'i2' }],
  ['query ($representations: ID!) { island(id: $representations) { port } }', { representations: 'i1' }],
  ...[true, false].flatMap((yes): [string, Record<string, unknown>][] => [
    [
      'query ($yes: Boolean!) { islands { ...F @include(if: $yes) id } other: islands { ...F } } fragment F on Island { port isHigh }',
      { yes },
    ],
    [
      'query ($yes: Boolean!) { islands { port @skip(if: $yes) ... @include(if: $yes) { isHigh height } } }',
      { yes },
    ],
    [
      'query ($yes: Boolean!) { islands { ... @skip(if: $yes) { port } } island(id: "i1") @include(if: $yes) { isHigh } }',
      { yes },
    ],
    [
      'query ($yes: Boolean = true) { islands { near @include(if: $yes) { port @skip(if: $yes) } } }',
      { yes },
    ],
  ]),
  [
    '{ islands { ... on Island { ... on Island { isHigh } } } ...Q } fragment Q on Query { islands { port } }',
  ],
  ['{ a: __type(name: "Island") { name kind } islands { id } }'],
];

describe.each(transports)('selections %s', (transport) => {
  let supergraph: TestSupergraph;

  beforeAll(async () => {
    supergraph = await startSupergraph(subgraphs, { transport });
  });

  afterAll(() => supergraph.stop());

  it.each(operations.map(withVariables))('are answered as by one schema: %s', async (query, variables) => {
    const judged = await graphql({ schema: monolith, source: query, variableValues: variables });

    const answer = await supergraph.ask(query, variables);

    expect(judged.errors).toBeUndefined();
    expect(JSON.stringify(answer)).toBe(JSON.stringify({ data: judged.data }));
  });
});

function withVariables([query, variables = {}]: Operation): [string, Record<string, unknown>] {
  return [query, variables];
}
