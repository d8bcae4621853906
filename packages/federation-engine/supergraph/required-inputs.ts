import { isInterfaceType, isObjectType, Kind, type GraphQLSchema, type SelectionSetNode } from 'graphql';
import { readDirectives } from './directives';
import { parseFieldSet } from './stand-ins';
import { readSubgraphNames } from './subgraph-names';

/** Names of fields, each with those below: `id address { city }` → `{ id: {}, address: { city: {} } }`. */
export type FieldTree = ReadonlyMap<string, FieldTree>;

/** What subgraphs require of an entity before they answer for it. */
export interface RequiredInputs {
  /** The `@requires` of a field in a subgraph; undefined where the field has none. */
  of(subgraph: string, typename: string, field: string): string | undefined;
  /** The keys by which a subgraph resolves the type. */
  keysOf(subgraph: string, typename: string): readonly string[];
}

/** @param supergraph as the planner gets it */
export function readRequiredInputs(supergraph: GraphQLSchema): RequiredInputs {
  const names = readSubgraphNames(supergraph);
  const requires = new Map<string, string>();
  const keys = new Map<string, string[]>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { graph, key, resolvable } of readDirectives(type.astNode, 'join__type')) {
      if (typeof key !== 'string' || resolvable === false) continue;
      const place = `${names.get(String(graph))} ${type.name}`;
      keys.set(place, [...(keys.get(place) ?? []), key]);
    }
    for (const field of Object.values(type.getFields())) {
      for (const join of readDirectives(field.astNode, 'join__field')) {
        if (typeof join.requires !== 'string') continue;
        requires.set(`${names.get(String(join.graph))} ${type.name}.${field.name}`, join.requires);
      }
    }
  }
  return {
    of: (subgraph, typename, field) => requires.get(`${subgraph} ${typename}.${field}`),
    keysOf: (subgraph, typename) => keys.get(`${subgraph} ${typename}`) ?? [],
  };
}

/** The fields of sets, of every type condition, as one tree. */
export function fieldTree(fieldSets: readonly string[]): FieldTree {
  const tree: MutableTree = new Map();
  for (const fieldSet of fieldSets) addFields(tree, parseFieldSet(fieldSet));
  return tree;
}

type MutableTree = Map<string, MutableTree>;

function addFields(tree: MutableTree, { selections }: SelectionSetNode): void {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) addFields(tree, selection.selectionSet);
    if (selection.kind !== Kind.FIELD) continue;
    const below = tree.get(selection.name.value) ?? (new Map() as MutableTree);
    tree.set(selection.name.value, below);
    if (selection.selectionSet) addFields(below, selection.selectionSet);
  }
}
