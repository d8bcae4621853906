import type { GraphQLSchema } from 'graphql';
import { readDirectives } from 'federation-engine/directives';
import { graphNameOf } from 'federation-engine/subgraph-names';

/** The names of the types that a subgraph can answer with, as the supergraph says. */
export function findServedTypes(supergraph: GraphQLSchema, subgraph: string): ReadonlySet<string> {
  const graph = graphNameOf(supergraph, subgraph);
  const types = Object.values(supergraph.getTypeMap()).filter(({ astNode }) =>
    readDirectives(astNode, 'join__type').some((join) => join.graph === graph),
  );
  return new Set(types.map(({ name }) => name));
}
