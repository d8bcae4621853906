import {
  Kind,
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { isLeftOut } from '../operation/conditions';
import { clientKey } from '../operation/response-keys';
import { satisfies, type Selecting } from '../operation/type-conditions';

/** All nodes that ask for one field. */
export type FieldNodes = readonly [FieldNode, ...FieldNode[]];

/** The fields that a client selects of a type, by the client's keys and in the order of the answer. */
export function collectFields(
  { schema, fragments, variables }: Selecting,
  type: GraphQLObjectType | GraphQLInterfaceType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, FieldNodes> {
  const fields = new Map<string, [FieldNode, ...FieldNode[]]>();
  const spread = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (isLeftOut(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const nodes = fields.get(clientKey(selection));
        if (nodes) nodes.push(selection);
        else fields.set(clientKey(selection), [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value ?? type.name;
        if (satisfies(schema, type, condition)) collect(selection.selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment && satisfies(schema, type, fragment.typeCondition.name.value))
          collect(fragment.selectionSet);
      }
    }
  };
  sets.forEach(collect);
  return fields;
}
