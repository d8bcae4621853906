import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The schema, and the fragments of one document, through which an operation is walked. */
export interface DocumentContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

export type FragmentSelection = Exclude<SelectionNode, FieldNode>;

/** The composite type of a field; undefined for leaves and for introspection. */
export function typeOfField(parent: GraphQLCompositeType, name: string): GraphQLCompositeType | undefined {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
  const field = parent.getFields()[name];
  const type = field && getNamedType(field.type);
  return isCompositeType(type) ? type : undefined;
}

/** The selections of an inline fragment or a spread, and the type that they are on. */
export function fragmentContent(
  { schema, fragments }: DocumentContext,
  selection: FragmentSelection,
  parent: GraphQLCompositeType,
): readonly [SelectionSetNode | undefined, GraphQLCompositeType] {
  const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
  const name = fragment?.typeCondition?.name.value;
  const condition = name === undefined ? undefined : schema.getType(name);
  return [fragment?.selectionSet, isCompositeType(condition) ? narrower(schema, parent, condition) : parent];
}

/** Of the type of a place and a fragment's type condition, the one with fewer possible object types. */
function narrower(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  other: GraphQLCompositeType,
): GraphQLCompositeType {
  // A union gives way to any type condition, because a union has no fields to look up.
  return countPossibleTypes(schema, other) <= countPossibleTypes(schema, type) || !('getFields' in type)
    ? other
    : type;
}

export const countPossibleTypes = (schema: GraphQLSchema, type: GraphQLCompositeType): number =>
  isAbstractType(type) ? schema.getPossibleTypes(type).length : 1;
