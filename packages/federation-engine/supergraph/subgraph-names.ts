import { isEnumType, type GraphQLSchema } from 'graphql';
import { readDirectives } from './directives';

/** The subgraphs' names by their names in `join__Graph`: `PRODUCTS` → `products`. */
export function readSubgraphNames(supergraph: GraphQLSchema): ReadonlyMap<string, string> {
  const graphs = supergraph.getType('join__Graph');
  const values = isEnumType(graphs) ? graphs.getValues() : [];
  return new Map(
    values.flatMap((value) =>
      readDirectives(value, 'join__graph').map(({ name }) => [value.name, String(name)] as const),
    ),
  );
}
