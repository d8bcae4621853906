import { describeAnswers, findBy } from '../testing/answer-cases';

const trains = [
  { id: 'T1', weight: 400, engine: { __typename: 'Steam', coal: 9, age: 80 } },
  { id: 'T2', weight: 100, engine: { __typename: 'Electric', volts: 750, age: 5 } },
];

const engines = `
  interface Engine { age: Int }
  type Steam implements Engine @shareable { age: Int coal: Int }
  type Electric implements Engine @shareable { age: Int volts: Int }
`;

/** What a train is. Its length depends on the unit. */
const depot = {
  typeDefs: `
    type Query { trains: [Train!]! }
    type Train @key(fields: "id") { id: ID! weight: Int! length(unit: Unit!): Float! engine: Engine }
    enum Unit { METRE FOOT }
    ${engines}
  `,
  resolvers: {
    Query: { trains: () => trains },
    Train: {
      __resolveReference: findBy(trains, 'id'),
      length: ({ weight }: { weight: number }, { unit }: { unit: string }) =>
        unit === 'FOOT' ? weight * 3 : weight,
    },
  },
};

interface TollInput {
  readonly weight: number;
  readonly length: number;
  readonly engine: { readonly coal?: number; readonly volts?: number };
}

/** Two fields ask one field with different arguments. */
const tolls = {
  typeDefs: `
    type Train @key(fields: "id") {
      id: ID!
      weight: Int! @external
      length(unit: Unit!): Float! @external
      engine: Engine @external
      toll: Float! @requires(fields: "weight length(unit: METRE)")
      tollAbroad: Float! @requires(fields: "weight length(unit: FOOT)")
      fuel: String @requires(fields: "engine { ... on Steam { coal } ... on Electric { volts } }")
    }
    enum Unit { METRE FOOT }
    ${engines}
  `,
  resolvers: {
    Train: {
      toll: ({ weight, length }: TollInput) => weight + length / 1000,
      tollAbroad: ({ weight, length }: TollInput) => weight + length / 1000,
      fuel: ({ engine }: TollInput) => `coal ${engine.coal ?? '-'}, volts ${engine.volts ?? '-'}`,
    },
  },
};

/** Requires a field that requires others, and gives one that a third subgraph requires in turn. */
const tickets = {
  typeDefs: `
    type Train @key(fields: "id") {
      id: ID!
      toll: Float! @external
      cheap: Boolean! @external
      price: Int! @requires(fields: "toll")
      advert: String @requires(fields: "cheap")
    }
  `,
  resolvers: {
    Train: {
      price: ({ toll }: { toll: number }) => Math.round(toll / 100),
      advert: ({ cheap }: { cheap: boolean }) => (cheap ? 'Only today!' : null),
    },
  },
};

const office = {
  typeDefs: `
    type Train @key(fields: "id") { id: ID! price: Int! @external cheap: Boolean! @requires(fields: "price") }
  `,
  resolvers: { Train: { cheap: ({ price }: { price: number }) => price < 2 } },
};

describe('fields that require fields of other subgraphs', () => {
  describeAnswers({ depot, tolls, tickets, office }, [
    ['{ trains { toll } }', {}, { trains: [{ toll: 400.4 }, { toll: 100.1 }] }],
    [
      '{ trains { toll tollAbroad length(unit: FOOT) metres: length(unit: METRE) } }',
      {},
      {
        trains: [
          { toll: 400.4, tollAbroad: 401.2, length: 1200, metres: 400 },
          { toll: 100.1, tollAbroad: 100.3, length: 300, metres: 100 },
        ],
      },
    ],
    [
      // The client's own arguments are no input.
      'query ($unit: Unit!) { trains { length(unit: $unit) toll } }',
      { unit: 'FOOT' },
      {
        trains: [
          { length: 1200, toll: 400.4 },
          { length: 300, toll: 100.1 },
        ],
      },
    ],
    [
      '{ trains { fuel engine { age } } }',
      {},
      {
        trains: [
          { fuel: 'coal 9, volts -', engine: { age: 80 } },
          { fuel: 'coal -, volts 750', engine: { age: 5 } },
        ],
      },
    ],
    ['{ trains { advert } }', {}, { trains: [{ advert: null }, { advert: 'Only today!' }] }],
    [
      '{ trains { advert cheap price toll weight id } }',
      {},
      {
        trains: [
          { advert: null, cheap: false, price: 4, toll: 400.4, weight: 400, id: 'T1' },
          { advert: 'Only today!', cheap: true, price: 1, toll: 100.1, weight: 100, id: 'T2' },
        ],
      },
    ],
    [
      // Aliases that equal inputs.
      '{ trains { weight: id toll: price length: toll } }',
      {},
      {
        trains: [
          { weight: 'T1', toll: 4, length: 400.4 },
          { weight: 'T2', toll: 1, length: 100.1 },
        ],
      },
    ],
  ]);
});
