import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';

import { parse, type GraphQLSchema } from 'graphql';

type Resolvers = NonNullable<
  Extract<Parameters<typeof buildSubgraphSchema>[0], { resolvers?: unknown }>['resolvers']
>;

/** A subgraph of a test. */
export interface SubgraphFixture {
  /** Without the `@link` to Federation 2, which is added. */
  readonly typeDefs: string;
  readonly resolvers?: Resolvers;
}

/** By name. */
export type SubgraphFixtures = Readonly<Record<string, SubgraphFixture>>;

const federation2 = `
  extend schema @link(
    url: "https://specs.apollo.dev/federation/v2.5"
    import: [
      "@key" "@external" "@requires" "@provides" "@shareable" "@override" "@inaccessible" "@extends" "@interfaceObject"
    ]
  )
`;

const documentOf = ({ typeDefs }: SubgraphFixture) => parse(federation2 + typeDefs);

export const buildSubgraph = (fixture: SubgraphFixture): GraphQLSchema =>
  buildSubgraphSchema([{ typeDefs: documentOf(fixture), resolvers: fixture.resolvers ?? {} }]);

/** @throws with every error of composition */
export function composeFixtures(subgraphs: SubgraphFixtures): string {
  const services = Object.entries(subgraphs).map(([name, fixture]) => ({
    name,
    url: `http://127.0.0.1/${name}`,
    typeDefs: documentOf(fixture),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new AggregateError(errors ?? [], String(errors?.join('\n')));
  return supergraphSdl;
}
