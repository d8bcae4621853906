import { describeAnswers } from '../testing/answer-cases';

const vehicles = [
  { __typename: 'Train', id: 't', owner: { __typename: 'City', name: 'Bern' } },
  { __typename: 'Bus', id: 'b', owner: { __typename: 'Firm', trade: 'coal' } },
  { __typename: 'Ferry', id: 'f', owner: null },
];

/** Every vehicle; the wheels of a bus are known elsewhere. */
const fleet = {
  typeDefs: `
    type Query { vehicles: [Vehicle!]! rides: [Ride!]! bus: Bus kiosk: Kiosk }
    interface Vehicle { id: ID! owner: Owner }
    type Train implements Vehicle @key(fields: "id") { id: ID! owner: Owner }
    type Bus implements Vehicle @key(fields: "id") { id: ID! owner: Owner }
    type Ferry implements Vehicle { id: ID! owner: Owner }
    union Owner = City | Firm
    type City { name: String! }
    type Firm { trade: String! }
    union Ride = Trip | Rental
    type Trip { by: Bus }
    type Rental { by: Bus }
    type Kiosk @key(fields: "id") { id: ID! shelf: Shelf @shareable }
    type Shelf @shareable { goods: [Good!]! }
    union Good = Bread | Map
    type Bread @shareable { price: Int }
    type Map { scale: Int }
  `,
  resolvers: {
    Query: {
      vehicles: () => vehicles,
      bus: () => vehicles[1],
      rides: () => [
        { __typename: 'Trip', by: vehicles[1] },
        { __typename: 'Rental', by: { id: 'rented' } },
      ],
      kiosk: () => ({ id: 'k' }),
    },
    Kiosk: {
      shelf: () => ({
        goods: [
          { __typename: 'Bread', price: 3 },
          { __typename: 'Map', scale: 100 },
        ],
      }),
    },
  },
};

/** Vehicles as things with wheels. */
const garage = {
  typeDefs: `
    interface Wheeled { wheels: Int! }
    type Train implements Wheeled @key(fields: "id") { id: ID! wheels: Int! }
    type Bus implements Wheeled @key(fields: "id") { id: ID! wheels: Int! }
  `,
  resolvers: {
    Train: { wheels: () => 64 },
    Bus: { wheels: () => 4 },
  },
};

/** Must be asked for the bus of a trip, and never for that of a rental. Its kiosk sells coins, and no maps. */
const tickets = {
  typeDefs: `
    type Query { till: Kiosk }
    type Bus @key(fields: "id") { id: ID! fare: Int }
    type Kiosk @key(fields: "id") { id: ID! shelf: Shelf @shareable }
    type Shelf @shareable { goods: [Good!]! }
    union Good = Bread | Coin
    type Bread @shareable { price: Int }
    type Coin { worth: Int }
  `,
  resolvers: {
    Query: { till: () => ({ id: 'k' }) },
    Kiosk: { shelf: () => ({ goods: [{ __typename: 'Coin', worth: 1 }] }) },
    Bus: {
      __resolveReference: (reference: { id: string }) => {
        if (reference.id !== 'b') throw new Error(`Nobody must ask for ${reference.id}.`);
        return reference;
      },
      fare: () => 2,
    },
  },
};

describe('interfaces and unions', () => {
  describeAnswers({ fleet, garage, tickets }, [
    ['{ vehicles { id } }', {}, { vehicles: [{ id: 't' }, { id: 'b' }, { id: 'f' }] }],
    [
      '{ vehicles { __typename ... on Wheeled { wheels } ... on Bus { id fare } } }',
      {},
      {
        vehicles: [
          { __typename: 'Train', wheels: 64 },
          { __typename: 'Bus', wheels: 4, id: 'b', fare: 2 },
          { __typename: 'Ferry' },
        ],
      },
    ],
    ['{ vehicles { ... on Ferry { id } } }', {}, { vehicles: [{}, {}, { id: 'f' }] }],
    ['{ bus { ... on Vehicle { ... on Wheeled { wheels } id } } }', {}, { bus: { wheels: 4, id: 'b' } }],
    [
      '{ vehicles { owner { ... on City { name } ... on Firm { name: trade } } } }',
      {},
      { vehicles: [{ owner: { name: 'Bern' } }, { owner: { name: 'coal' } }, { owner: null }] },
    ],
    [
      // One key under two types, each with a field of another subgraph.
      '{ rides { ... on Trip { by { fare } } ... on Rental { by { wheels } } } }',
      {},
      { rides: [{ by: { fare: 2 } }, { by: { wheels: 4 } }] },
    ],
    [
      // Each subgraph has a member of the union that the other lacks.
      '{ kiosk { shelf { ...Goods } } till { shelf { ...Goods } } } fragment Goods on Shelf { goods { ... on Bread { price } ... on Map { scale } ... on Coin { worth } } }',
      {},
      {
        kiosk: { shelf: { goods: [{ price: 3 }, { scale: 100 }] } },
        till: { shelf: { goods: [{ worth: 1 }] } },
      },
    ],
  ]);
});
