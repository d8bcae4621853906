import { isEnumType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { usesOf } from '../health/schema/directives';

/** Found once for each supergraph and subgraph. */
const known = new WeakMap<GraphQLSchema, Map<string, ReadonlySet<string>>>();

/** Names of the types that a subgraph can answer with, as the supergraph says. */
export function servedTypes(supergraph: GraphQLSchema, subgraph: string): ReadonlySet<string> {
  const bySubgraph = known.get(supergraph) ?? new Map<string, ReadonlySet<string>>();
  const served = bySubgraph.get(subgraph) ?? findServedTypes(supergraph, subgraph);
  known.set(supergraph, bySubgraph.set(subgraph, served));
  return served;
}

function findServedTypes(supergraph: GraphQLSchema, subgraph: string): ReadonlySet<string> {
  const graph = graphNamed(supergraph.getType('join__Graph'), subgraph);
  const types = Object.values(supergraph.getTypeMap()).filter(({ astNode }) =>
    usesOf(astNode ?? {}, 'join__type').some((join) => join.graph === graph),
  );
  return new Set(types.map(({ name }) => name));
}

/** The name that a subgraph has in `join__Graph`: `economy` → `ECONOMY`. */
function graphNamed(graphs: GraphQLNamedType | undefined, subgraph: string): string | undefined {
  if (!isEnumType(graphs)) return undefined;
  return graphs
    .getValues()
    .find(({ astNode }) => usesOf(astNode ?? {}, 'join__graph').some(({ name }) => name === subgraph))?.name;
}
