import { Kind, type FieldNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Path } from './fetched-data';
import type { PlannableOperation } from '../operation/plannable-operation';
import { clientKey } from '../operation/response-keys';
import type { FragmentsByName } from '../operation/selection-writer';

/**
 * The path of an error in the client's answer, from its path in the plan's response keys. The path ends before the first field
 * that only the plan asked for: `["_0", "economy", "rows"]` → `["list"]`, where the client asked for `list: targets(first: 5)`.
 */
export function toClientPath(
  path: Path,
  { selectionSet }: OperationDefinitionNode,
  { keys, fragments }: Pick<PlannableOperation, 'keys' | 'fragments'>,
): Path {
  const translated: (string | number)[] = [];
  let sets: readonly SelectionSetNode[] = [selectionSet];
  for (const step of path) {
    if (typeof step === 'string') {
      const fields = collectFields(sets, fragments).filter((field) => keys.keyOf(field) === step);
      const [field] = fields;
      if (!field) break;
      sets = fields.flatMap((each) => each.selectionSet ?? []);
      translated.push(clientKey(field));
    } else translated.push(step);
  }
  return translated;
}

/** The fields of selection sets and of the fragments in them, whatever the type condition. */
function collectFields(sets: readonly SelectionSetNode[], fragments: FragmentsByName): FieldNode[] {
  const spread = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return collect(selection.selectionSet);
      const fragment = spread.has(selection.name.value) ? undefined : fragments.get(selection.name.value);
      spread.add(selection.name.value);
      return fragment ? collect(fragment.selectionSet) : [];
    });
  return sets.flatMap(collect);
}
