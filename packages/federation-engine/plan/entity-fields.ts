import { Kind, parse, print, visit, type FieldNode, type SelectionNode } from 'graphql';
import { selectionSet } from '../operation/nodes';

/** Tells the fields that a fetch of entities selects of them, each with the type condition around it. */
export function visitEntityFields(operation: string, tell: (typename: string, field: string) => void): void {
  selectEntityFields(operation, (typename, field) => {
    tell(typename, field);
    return true;
  });
}

/** The operation of a fetch of entities with those fields of them that belong. */
export function selectEntityFields(
  operation: string,
  belongs: (typename: string, field: string) => boolean,
): string {
  const select = (selections: readonly SelectionNode[], typename: string): SelectionNode[] =>
    selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return belongs(typename, selection.name.value) ? [selection] : [];
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
      const condition = selection.typeCondition?.name.value ?? typename;
      const selected = select(selection.selectionSet.selections, condition);
      return selected.length > 0 ? [{ ...selection, selectionSet: selectionSet(selected) }] : [];
    });
  return print(
    visit(parse(operation, { noLocation: true }), {
      [Kind.FIELD]: (field): FieldNode | undefined =>
        field.name.value === '_entities' && field.selectionSet
          ? { ...field, selectionSet: selectionSet(select(field.selectionSet.selections, '_Entity')) }
          : undefined,
    }),
  );
}
