import {
  isAbstractType,
  isUnionType,
  Kind,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isLeftOut } from './conditions';

/** A client's selections, with all that decides which of them count. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinition>;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

interface FragmentDefinition {
  readonly typeCondition: { readonly name: { readonly value: string } };
  readonly selectionSet: SelectionSetNode;
}

/** Whether every object of a type satisfies a type condition. */
export function satisfies(schema: GraphQLSchema, type: GraphQLCompositeType, condition: string): boolean {
  if (condition === type.name) return true;
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && !isUnionType(type) && schema.isSubType(abstract, type);
}

/** Whether selections of an abstract type cannot be answered without the type of each object. */
export function dependOnType(
  selecting: Selecting,
  type: GraphQLCompositeType,
  { selections }: SelectionSetNode,
): boolean {
  const { schema, fragments, variables } = selecting;
  return selections.some((selection) => {
    if (isLeftOut(selection, variables)) return false;
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!fragment) return false;
    const condition = fragment.typeCondition?.name.value ?? type.name;
    return !satisfies(schema, type, condition) || dependOnType(selecting, type, fragment.selectionSet);
  });
}
