import { Kind, type DocumentNode, type EnumTypeDefinitionNode, type GraphQLSchema } from 'graphql';
import { readDirectives } from './directives';

/** The subgraphs by the names that the supergraph's enum `join__Graph` has for them: `ECONOMY` → `economy`. */
export function readSubgraphNames(supergraph: GraphQLSchema | DocumentNode): ReadonlyMap<string, string> {
  const values = findJoinGraph(supergraph)?.values ?? [];
  return new Map(
    values.flatMap((value) =>
      readDirectives(value, 'join__graph').map(({ name }) => [value.name.value, String(name)] as const),
    ),
  );
}

/** The name that `join__Graph` has for a subgraph: `economy` → `ECONOMY`. Undefined for one that is not in the supergraph. */
export const graphNameOf = (supergraph: GraphQLSchema | DocumentNode, subgraph: string): string | undefined =>
  [...readSubgraphNames(supergraph)].find(([, name]) => name === subgraph)?.[0];

function findJoinGraph(supergraph: GraphQLSchema | DocumentNode): EnumTypeDefinitionNode | undefined {
  const nodes =
    'definitions' in supergraph ? supergraph.definitions : [supergraph.getType('join__Graph')?.astNode];
  return nodes.find(
    (node): node is EnumTypeDefinitionNode =>
      node?.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
}
