import {
  getNullableType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Whether a value that a subgraph answered is of the type, as far as the selection asked for it. */
export function fits(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  selectionSet: SelectionSetNode | undefined,
  value: unknown,
): boolean {
  if (value === null || value === undefined) return !isNonNullType(type);
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const { ofType } = nullable;
    return Array.isArray(value) && value.every((item) => fits(schema, ofType, selectionSet, item));
  }
  if (isCompositeType(nullable))
    return typeof value === 'object' && fieldsFit(schema, nullable.name, selectionSet, value);
  const jsonType = jsonTypes[nullable.name];
  return jsonType === undefined || typeof value === jsonType;
}

const jsonTypes: Readonly<Record<string, string>> = {
  Int: 'number',
  Float: 'number',
  String: 'string',
  ID: 'string',
  Boolean: 'boolean',
};

/** Only plain fields of object types are looked into: that is all that the departments' slices have. */
function fieldsFit(
  schema: GraphQLSchema,
  name: string,
  selectionSet: SelectionSetNode | undefined,
  value: object,
): boolean {
  const type = schema.getType(name);
  if (!isObjectType(type)) return true;
  return (selectionSet?.selections ?? []).every((selection) => {
    const field = selection.kind === Kind.FIELD ? type.getFields()[selection.name.value] : undefined;
    if (selection.kind !== Kind.FIELD || !field) return true;
    const answer = (value as Record<string, unknown>)[(selection.alias ?? selection.name).value];
    return fits(schema, field.type, selection.selectionSet, answer);
  });
}
