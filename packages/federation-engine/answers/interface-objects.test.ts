import { describeAnswers, findBy } from '../testing/answer-cases';

const rooms = [
  { __typename: 'Cabin', id: 'r1', beds: 2 },
  { __typename: 'Hall', id: 'r2', seats: 90 },
];

/** The types of the rooms. Of notes there are no types at all. */
const plan = {
  typeDefs: `
    type Query { rooms: [Room!]! }
    interface Room @key(fields: "id") { id: ID! }
    type Cabin implements Room @key(fields: "id") { id: ID! beds: Int }
    type Hall implements Room @key(fields: "id") { id: ID! seats: Int }
    interface Note @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: { rooms: () => rooms },
    Room: { __resolveReference: findBy(rooms, 'id') },
  },
};

/** Takes a room for an object, and knows nothing of its type. */
const cleaning = {
  typeDefs: `
    type Query { dirty: [Room!]! note: Note }
    type Room @key(fields: "id") @interfaceObject { id: ID! cleanedBy: String }
    type Note @key(fields: "id", resolvable: false) @interfaceObject { id: ID! text: String }
  `,
  resolvers: {
    Query: { dirty: () => [{ id: 'r2' }, { id: 'r1' }], note: () => ({ id: 'n', text: 'Mind the step.' }) },
    Room: { cleanedBy: ({ id }: { id: string }) => `cleaner of ${id}` },
  },
};

/** The same, with an input from elsewhere. */
const bills = {
  typeDefs: `
    type Room @key(fields: "id") @interfaceObject {
      id: ID!
      cleanedBy: String @external
      bill: String @requires(fields: "cleanedBy")
    }
  `,
  resolvers: { Room: { bill: ({ cleanedBy }: { cleanedBy: string }) => `to ${cleanedBy}` } },
};

describe('objects that stand for an interface', () => {
  describeAnswers({ plan, cleaning, bills }, [
    [
      '{ dirty { cleanedBy bill } }',
      {},
      {
        dirty: [
          { cleanedBy: 'cleaner of r2', bill: 'to cleaner of r2' },
          { cleanedBy: 'cleaner of r1', bill: 'to cleaner of r1' },
        ],
      },
    ],
    [
      '{ dirty { __typename id } }',
      {},
      {
        dirty: [
          { __typename: 'Hall', id: 'r2' },
          { __typename: 'Cabin', id: 'r1' },
        ],
      },
    ],
    [
      '{ dirty { ... on Cabin { beds cleanedBy } } }',
      {},
      { dirty: [{}, { beds: 2, cleanedBy: 'cleaner of r1' }] },
    ],
    [
      '{ rooms { bill ... on Hall { seats } } }',
      {},
      { rooms: [{ bill: 'to cleaner of r1' }, { bill: 'to cleaner of r2', seats: 90 }] },
    ],
    // No type implements the interface: its objects have the interface's fields.
    ['{ note { text id } }', {}, { note: { text: 'Mind the step.', id: 'n' } }],
  ]);
});
