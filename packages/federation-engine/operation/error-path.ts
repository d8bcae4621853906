import { Kind, type FieldNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Path } from '../tree/run';
import type { PlannableOperation } from './plannable-operation';
import { clientKey } from './response-keys';
import type { FragmentsByName } from './selection-writer';

/**
 * The place of an error in the client's answer, from its path in the plan's response keys. A path that leads into what only
 * the plan asked for ends where the client's own query ends: `["_0", "economy", "rows"] → ["list"]`.
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

/** The fields of selection sets, of every type condition. */
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
