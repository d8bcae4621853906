import {
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { readDirectives } from './directives';
import { readSubgraphNames } from './graph-names';

/** The one subgraph that can say whether an entity exists. */
export interface EntityOwner {
  readonly subgraph: string;
  /**
   * The field that is asked to learn whether the entity exists: `target(id: "economy:99.9") { __typename }` asks economy for
   * `id` too, because other subgraphs have nothing of an `EconomyTarget` but references. Undefined where a reference of
   * another subgraph is an answer by itself, as in `workItem { number }`.
   */
  readonly witness?: string;
}

/** The owners by type name. An entity type that several subgraphs resolve, such as `TargetConnection`, has no owner. */
export function findEntityOwners(supergraph: GraphQLSchema): ReadonlyMap<string, EntityOwner> {
  const subgraphNames = readSubgraphNames(supergraph);
  const types = Object.values(supergraph.getTypeMap()).filter(isObjectType);
  return new Map(
    types.flatMap((type) => {
      const [graph, ...others] = resolvingGraphs(type);
      if (graph === undefined || others.length > 0) return [];
      const subgraph = subgraphNames.get(graph) ?? graph;
      return [[type.name, { subgraph, witness: findWitness(type, graph) }] as const];
    }),
  );
}

const resolvingGraphs = ({ astNode }: GraphQLObjectType): string[] => [
  ...new Set(
    readDirectives(astNode, 'join__type')
      .filter(({ key, resolvable }) => key !== undefined && resolvable !== false)
      .map(({ graph }) => String(graph)),
  ),
];

/** The first leaf of an entity that is never null, if clients get every field of the type from its owner alone. */
function findWitness(type: GraphQLObjectType, owner: string): string | undefined {
  const visible = Object.values(type.getFields()).filter(
    ({ astNode }) => readDirectives(astNode, 'inaccessible').length === 0,
  );
  if (!visible.every((field) => isOnlyFrom(owner, field))) return undefined;
  return visible.find(
    ({ type, args }) => isNonNullType(type) && isLeafType(getNamedType(type)) && args.length === 0,
  )?.name;
}

/**
 * Whether no other subgraph resolves the field. A field without `@join__field` is resolved by every subgraph that has its
 * type; a subgraph that has it as external only names it.
 */
function isOnlyFrom(owner: string, { astNode }: GraphQLField<unknown, unknown>): boolean {
  const sources = readDirectives(astNode, 'join__field').filter(({ external }) => external !== true);
  return sources.length > 0 && sources.every(({ graph }) => graph === owner);
}
