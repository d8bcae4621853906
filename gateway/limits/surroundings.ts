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

/** What the walk through an operation needs to know of its surroundings. */
export interface Surroundings {
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
  { schema, fragments }: Surroundings,
  selection: FragmentSelection,
  parent: GraphQLCompositeType,
): readonly [SelectionSetNode | undefined, GraphQLCompositeType] {
  const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
  const name = fragment?.typeCondition?.name.value;
  const condition = name === undefined ? undefined : schema.getType(name);
  return [fragment?.selectionSet, isCompositeType(condition) ? narrower(schema, parent, condition) : parent];
}

/** Of two types that a value is of at the same time, the one with fewer possible object types. */
function narrower(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  other: GraphQLCompositeType,
): GraphQLCompositeType {
  // An interface has fields where a union has none.
  return countPossibleTypes(schema, other) <= countPossibleTypes(schema, type) || !('getFields' in type)
    ? other
    : type;
}

export const countPossibleTypes = (schema: GraphQLSchema, type: GraphQLCompositeType): number =>
  isAbstractType(type) ? schema.getPossibleTypes(type).length : 1;
