import { Kind, type DocumentNode, type FieldNode, type GraphQLSchema, type SelectionSetNode } from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import type { FieldCost, FieldCosts } from './list-costs';

interface Operation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The elements of lists that the answer may hold, plus the weights of `@cost`. A list within a list multiplies.
 * @throws a GraphQLError where a variable is not of its type
 */
export function countRows(schema: GraphQLSchema, costs: FieldCosts, operation: Operation): number {
  const rows = getComplexity({
    schema,
    query: operation.document,
    operationName: operation.operationName,
    variables: { ...operation.variables },
    estimators: [createEstimator(costs, operation.document)],
    // The bound `expansion` is for the nodes.
    maxQueryNodes: Infinity,
  });
  return Math.min(Math.round(rows), Number.MAX_SAFE_INTEGER);
}

/**
 * graphql-query-complexity gives an estimator one sum over all fields below a field. A connection needs the sums of `nodes` and
 * `edges` apart from the rest, because only these multiply by the size of the page; they are noted when `nodes` and `edges` are
 * estimated, which is before their connection is.
 */
function createEstimator(costs: FieldCosts, document: DocumentNode): ComplexityEstimator {
  const perElement = new Map<FieldNode, number>();
  return ({ type, field, node, args, childComplexity }) => {
    const cost = costs.get(`${type.name}.${field.name}`) ?? {};
    const { weight = 0, sizedFields } = cost;
    perElement.set(node, childComplexity);
    const size = sizeOf(cost, args);
    if (size === undefined) return weight + childComplexity;
    if (!sizedFields) return weight + size * (1 + childComplexity);
    const elements = findFields(document, node.selectionSet, sizedFields).flatMap(
      (each) => perElement.get(each) ?? [],
    );
    const once = elements.reduce((total, each) => total + each, 0);
    return weight + childComplexity - once + size * (elements.length + once);
  };
}

/** The elements that a list may have; undefined for a field that is no list. */
function sizeOf({ assumedSize, slicingArguments = [] }: FieldCost, args: Readonly<Record<string, unknown>>) {
  const given = slicingArguments.map((name) => args[name]).filter((value) => typeof value === 'number');
  return given.length > 0 ? Math.max(0, ...given) : assumedSize;
}

/** The fields of these names in a selection set and in its fragments, each once. */
function findFields(
  document: DocumentNode,
  selectionSet: SelectionSetNode | undefined,
  names: readonly string[],
  found: Set<FieldNode> = new Set(),
  seen: Set<string> = new Set(),
): FieldNode[] {
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      if (names.includes(selection.name.value)) found.add(selection);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      findFields(document, selection.selectionSet, names, found, seen);
    } else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      const fragment = document.definitions.find(
        (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
      );
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION)
        findFields(document, fragment.selectionSet, names, found, seen);
    }
  }
  return [...found];
}
