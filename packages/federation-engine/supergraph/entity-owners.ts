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
import { readSubgraphNames } from './subgraph-names';

/** The one subgraph that can say whether an entity exists. */
export interface EntityOwner {
  readonly subgraph: string;
  /**
   * A field that is asked to learn whether the entity exists, for a type of which other subgraphs give out nothing but hidden
   * references. Undefined where a reference itself is an answer: `workItem { number }`.
   */
  readonly witness?: string;
}

/** By type name: the entity types that only one subgraph resolves. Others, such as lists that many contribute to, have none. */
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

const resolvingGraphs = (type: GraphQLObjectType): string[] => [
  ...new Set(
    readDirectives(type.astNode, 'join__type')
      .filter(({ key, resolvable }) => key !== undefined && resolvable !== false)
      .map(({ graph }) => String(graph)),
  ),
];

/** The first leaf of an entity that is never null, if what clients see of the type comes from its owner alone. */
function findWitness(type: GraphQLObjectType, owner: string): string | undefined {
  const visible = Object.values(type.getFields()).filter(
    (field) => readDirectives(field.astNode, 'inaccessible').length === 0,
  );
  if (!visible.every((field) => isOnlyFrom(owner, field))) return undefined;
  return visible.find(
    ({ type, args }) => isNonNullType(type) && isLeafType(getNamedType(type)) && args.length === 0,
  )?.name;
}

/** A field without `@join__field` is of every subgraph that has the type; an external one is only named by the subgraph. */
function isOnlyFrom(owner: string, field: GraphQLField<unknown, unknown>): boolean {
  const sources = readDirectives(field.astNode, 'join__field').filter(({ external }) => external !== true);
  return sources.length > 0 && sources.every(({ graph }) => graph === owner);
}
