import type { FetchNode, QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { fieldTree, type FieldTree, type RequiredInputs } from '../supergraph/required-inputs';
import { selectEntityFields, visitEntityFields } from './entity-fields';

/**
 * A fetch of entities as one fetch for each set of inputs that its fields require, so that a missing input withholds the
 * fields that require it and no others. One element, the fetch itself, where all its fields require the same.
 */
export function splitByInputs(node: FetchNode, inputs: RequiredInputs): readonly FetchNode[] {
  const { serviceName: subgraph, operation, requires = [] } = node;
  const sets = new Set<string>();
  const types = new Set<string>();
  const setOf = (typename: string, field: string): string => inputs.of(subgraph, typename, field) ?? '';
  visitEntityFields(operation, (typename, field) => {
    types.add(typename);
    sets.add(setOf(typename, field));
  });
  if (sets.size < 2) return [node];
  const keys = [...types].flatMap((typename) => inputs.keysOf(subgraph, typename));
  return [...sets].map((set) => {
    const own = fieldTree([set, ...keys]);
    const foreign = fieldTree([...sets].filter((each) => each !== set));
    return {
      ...node,
      operation: selectEntityFields(operation, (typename, field) => setOf(typename, field) === set),
      requires: withoutForeign(requires, foreign, own),
    };
  });
}

/** Whether an input would have to be sent with two values under one name: `price` in two currencies. */
export function hasConflict(requires: readonly QueryPlanSelectionNode[]): boolean {
  const keys = new Map<string, string>();
  return fieldsOf(requires).some(({ alias, name, selections = [] }) => {
    const known = keys.get(name) ?? alias ?? name;
    keys.set(name, known);
    return known !== (alias ?? name) || hasConflict(selections);
  });
}

const fieldsOf = (selections: readonly QueryPlanSelectionNode[]): QueryPlanFieldNode[] =>
  selections.flatMap((selection) =>
    selection.kind === 'Field' ? [selection] : fieldsOf(selection.selections),
  );

/** The inputs without those that only other fields require. */
function withoutForeign(
  requires: readonly QueryPlanSelectionNode[],
  foreign: FieldTree | undefined,
  own: FieldTree | undefined,
): QueryPlanSelectionNode[] {
  return requires.flatMap((selection): QueryPlanSelectionNode[] => {
    const { selections } = selection;
    if (selection.kind === 'InlineFragment')
      return [{ ...selection, selections: withoutForeign(selection.selections, foreign, own) }];
    const key = selection.alias ?? selection.name;
    const [foreignBelow, ownBelow] = [foreign?.get(key), own?.get(key)];
    if (!foreignBelow) return [selection];
    if (!ownBelow) return [];
    return [{ ...selection, selections: selections && withoutForeign(selections, foreignBelow, ownBelow) }];
  });
}
