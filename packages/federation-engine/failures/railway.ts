import type { SubgraphFixtures } from '../testing/fixture';

const people = [{ name: 'Ada' }, { name: 'Ben' }];

const drivers: Readonly<Record<string, { readonly name: string }>> = {
  T1: { name: 'Ada' },
  T2: { name: 'Ben' },
};

/** What goes wrong in the resolvers of the subgraph `crew`. */
export const crewState = { sick: '' };

const unlessSick = <Person extends { readonly name: string }>(person: Person): Person => {
  if (person.name === crewState.sick) throw new Error(`${person.name} is sick.`);
  return person;
};

interface Reference {
  readonly id: string;
}

/** Trains in `yard`; who works on them in `crew`, which fails; wages in `pay`, taxes on wages in `tax`. */
export const railway: SubgraphFixtures = {
  yard: {
    typeDefs: `
      type Query { trains: [Train!] }
      type Train @key(fields: "id") { id: ID! }
    `,
    resolvers: { Query: { trains: () => [{ id: 'T1' }, { id: 'T2' }] } },
  },
  crew: {
    typeDefs: `
      type Query { chief: Person boss: Person! staff: [Person!] }
      type Mutation { hire: Person }
      type Train @key(fields: "id") { id: ID! driver: Person speed: Int! kind: Kind guest: Guest }
      type Person { name: String! }
      enum Kind { STEAM ELECTRIC }
      union Guest = Dog | Cat
      type Dog { name: String }
      type Cat { name: String }
    `,
    resolvers: {
      Query: {
        chief: () => unlessSick({ name: 'Ada' }),
        boss: () => unlessSick({ name: 'Ada' }),
        staff: () => people.map(unlessSick),
      },
      Mutation: { hire: () => unlessSick({ name: 'Ada' }) },
      Train: {
        driver: ({ id }: Reference) => unlessSick(drivers[id] ?? { name: 'Nobody' }),
        speed: ({ id }: Reference) => (id === 'T1' ? 111 : 222),
        kind: ({ id }: Reference) => (id === 'T1' ? 'STEAM' : 'ELECTRIC'),
        guest: ({ id }: Reference) => ({ __typename: id === 'T1' ? 'Dog' : 'Cat', name: `guest of ${id}` }),
      },
    },
  },
  pay: {
    typeDefs: `
      type Train @key(fields: "id") {
        id: ID!
        driver: Person @external
        wage: String @requires(fields: "driver { name }")
        kind: Kind @external
        fuel: String @requires(fields: "kind")
        food: String
      }
      type Person { name: String! @external }
      enum Kind { STEAM ELECTRIC }
    `,
    resolvers: {
      Train: {
        wage: ({ driver }: { driver: { name: string } | null }) => `wage of ${driver?.name ?? 'nobody'}`,
        fuel: ({ kind }: { kind: string }) => `fuel for ${kind}`,
        food: ({ id }: Reference) => `soup in ${id}`,
      },
    },
  },
  tax: {
    typeDefs: `
      type Train @key(fields: "id") {
        id: ID!
        wage: String @external
        tax: String @requires(fields: "wage")
        stamp: String
      }
    `,
    resolvers: {
      Train: {
        tax: ({ wage }: { wage: string | null }) => `tax on ${wage ?? 'nothing'}`,
        stamp: ({ id }: Reference) => `stamp ${id}`,
      },
    },
  },
};
