import { GraphQLScalarType, Kind } from 'graphql';
import { describeAnswers } from '../testing/answer-cases';

/** `"07:30"` to its subgraph, 450 minutes inside. */
const time = new GraphQLScalarType({
  name: 'Time',
  serialize: (value) => ({ minutes: Number(value) }),
  parseValue: (value) => Number((value as { minutes: number }).minutes),
  parseLiteral: (node) =>
    node.kind === Kind.OBJECT && node.fields[0]?.value.kind === Kind.INT
      ? Number(node.fields[0].value.value)
      : null,
});

const trips = [
  { id: 1, at: 450, kind: 'FAST', seat: { __typename: 'Window', row: 3 } },
  { id: 2, at: 30, kind: 'TEST', seat: { __typename: 'Crew', row: 1 } },
];

const search = {
  typeDefs: `
    scalar Time
    type Query { trips(filter: Filter, after: Time): [Trip!]! }
    type Trip @key(fields: "id") { id: Int! at: Time! kind: Kind seat: Seat secret: String! @inaccessible }
    input Filter { kind: Kind night: Boolean }
    enum Kind { SLOW FAST TEST @inaccessible }
    union Seat = Window | Crew
    type Window { row: Int }
    type Crew @inaccessible { row: Int }
  `,
  resolvers: {
    Time: time,
    Query: {
      trips: (_: unknown, { after = 0, filter }: { after?: number; filter?: { kind?: string } }) =>
        trips.filter(({ at, kind }) => at > after && (!filter?.kind || filter.kind === kind)),
    },
    Trip: { secret: ({ id }: { id: number }) => `secret of ${id}` },
  },
};

/** Asks for what clients may not see, and knows one field of the filter less. */
const lottery = {
  typeDefs: `
    type Query { prize(filter: Filter!): String }
    type Trip @key(fields: "id") { id: Int! secret: String! @external ticket: String @requires(fields: "secret") }
    input Filter { kind: Kind }
    enum Kind { SLOW FAST }
  `,
  resolvers: {
    Query: { prize: (_: unknown, { filter }: { filter: { kind: string } }) => `a ${filter.kind} ride` },
    Trip: { ticket: ({ secret }: { secret: string }) => `ticket with ${secret}` },
  },
};

describe('types of which clients see a part', () => {
  describeAnswers({ search, lottery }, [
    [
      // A hidden value and an object of a hidden type are null; nothing tells of them.
      '{ trips { kind seat { ... on Window { row } } } }',
      {},
      {
        trips: [
          { kind: 'FAST', seat: { row: 3 } },
          { kind: null, seat: null },
        ],
      },
    ],
    [
      '{ trips { ticket } }',
      {},
      { trips: [{ ticket: 'ticket with secret of 1' }, { ticket: 'ticket with secret of 2' }] },
    ],
    ['{ trips(filter: { kind: FAST }) { at } }', {}, { trips: [{ at: { minutes: 450 } }] }],
    ['query ($t: Time) { trips(after: $t) { id } }', { t: { minutes: 100 } }, { trips: [{ id: 1 }] }],
    ['{ trips(after: { minutes: 100 }) { id } }', {}, { trips: [{ id: 1 }] }],
    ['query ($f: Filter!) { prize(filter: $f) }', { f: { kind: 'SLOW' } }, { prize: 'a SLOW ride' }],
    [
      '{ __type(name: "Kind") { enumValues { name } } trips { id } filter: __type(name: "Filter") { inputFields { name } } }',
      {},
      {
        __type: { enumValues: [{ name: 'SLOW' }, { name: 'FAST' }] },
        trips: [{ id: 1 }, { id: 2 }],
        filter: { inputFields: [{ name: 'kind' }] },
      },
    ],
  ]);
});
