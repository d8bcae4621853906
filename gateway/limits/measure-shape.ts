import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { countExpansion } from './count-expansion';
import type { Limits, Measures } from './limits';
import { fragmentContent, typeOfField, type DocumentContext } from './document-context';

interface Path {
  readonly depth: number;
  readonly types: readonly string[];
  readonly returns: number;
  readonly connections: number;
}

type ShapeBound = 'rootFields' | 'aliases' | 'depth' | 'returns' | 'connections';

/**
 * The measures that follow from the operation's text alone; `@skip` and `@include` count as included. The expansion is counted
 * first, in a time linear in the document. Above its limit the other measures are left out, because they are found by walking
 * the operation with its fragments written out.
 */
export function measureShape(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: Limits,
): Measures {
  const context = { schema, fragments: fragmentsOf(document) };
  const root = schema.getRootType(operation.operation);
  if (!root) return {};
  const tokens = document.tokenCount;
  const expansion = countExpansion(context, operation.selectionSet, root);
  if (expansion > limits.expansion) return { tokens, expansion };
  const measures = { rootFields: 0, aliases: 0, depth: 0, returns: 0, connections: 0 };
  const start = { depth: 0, types: [root.name], returns: 0, connections: 0 };
  walk(context, operation.selectionSet, root, start, measures);
  return { tokens, expansion, ...measures };
}

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function walk(
  context: DocumentContext,
  { selections }: SelectionSetNode,
  type: GraphQLCompositeType,
  path: Path,
  measures: Record<ShapeBound, number>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) walkField(context, selection, type, path, measures);
    else {
      const [selectionSet, condition] = fragmentContent(context, selection, type);
      const inner = { ...path, depth: path.depth + 1 };
      measures.depth = Math.max(measures.depth, inner.depth);
      if (selectionSet) walk(context, selectionSet, condition, inner, measures);
    }
  }
}

function walkField(
  context: DocumentContext,
  { name, alias, selectionSet }: FieldNode,
  parent: GraphQLCompositeType,
  path: Path,
  measures: Record<ShapeBound, number>,
): void {
  if (alias) measures.aliases++;
  if (path.types.length === 1) measures.rootFields++;
  const type = typeOfField(parent, name.value);
  const inner = type ? enter(path, type.name) : { ...path, depth: path.depth + 1 };
  for (const bound of ['depth', 'returns', 'connections'] as const)
    measures[bound] = Math.max(measures[bound], inner[bound]);
  // Introspection has its own bound, graphql-js's MaxIntrospectionDepthRule.
  if (type && selectionSet) walk(context, selectionSet, type, inner, measures);
}

function enter({ depth, types, returns, connections }: Path, type: string): Path {
  return {
    depth: depth + 1,
    types: [...types, type],
    returns: returns + (types.includes(type) ? 1 : 0),
    connections: connections + (type.endsWith('Connection') ? 1 : 0),
  };
}
