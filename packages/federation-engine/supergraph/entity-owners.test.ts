import { buildSchema } from 'graphql';
import { composeFixtures } from '../testing/fixture';
import { findEntityOwners } from './entity-owners';

const supergraphSdl = composeFixtures({
  library: {
    typeDefs: `
      type Query { books: [Book!]! shelf: Shelf lists: [ReadingList!]! loan: Loan }
      type Book @key(fields: "id") { id: ID! title: String! }
      type Shelf @key(fields: "number") { number: Int! books: [Book!]! }
      type ReadingList @key(fields: "id") { id: ID! name: String @shareable }
      type Loan { days: Int! }
    `,
  },
  readers: {
    typeDefs: `
      type Query { readers: [String!]! }
      type Book @key(fields: "id", resolvable: false) { id: ID! }
      type ReadingList @key(fields: "id") { id: ID! name: String @shareable }
      type Shelf @key(fields: "number") { number: Int! visits: Int }
    `,
  },
});

describe('owners of entities', () => {
  const owners = findEntityOwners(buildSchema(supergraphSdl, { assumeValidSDL: true }));

  it.each([
    ['an entity that one subgraph resolves', 'Book', 'library'],
    ['an entity that two subgraphs resolve', 'ReadingList', undefined],
    ['an entity with fields of two subgraphs', 'Shelf', undefined],
    ['a type without a key', 'Loan', undefined],
  ])('of %s are as the supergraph says', (_, type, owner) => {
    expect(owners.get(type)?.subgraph).toEqual(owner);
  });
});
