import {
  isAbstractType,
  isObjectType,
  isUnionType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

export type Field = GraphQLField<unknown, unknown>;

/** The fields of a type, without `__typename`; introspection's own are on the query type. */
export function fieldsOf(schema: GraphQLSchema, type: GraphQLCompositeType): Field[] {
  if (isUnionType(type)) return [];
  const meta = type === schema.getQueryType() ? [SchemaMetaFieldDef, TypeMetaFieldDef] : [];
  // The order in which a schema lists its types and directives is not specified, so these lists are not judged.
  const fields = Object.values(type.getFields()).filter(
    ({ name }) => type.name !== '__Schema' || !/^(types|directives)$/.test(name),
  );
  return [...fields, ...meta];
}

/** Other types that a fragment may name where a type is expected. */
export function overlappingTypes(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
): readonly GraphQLCompositeType[] {
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    const interfaces = new Set(possible.flatMap((each) => each.getInterfaces()));
    return [...possible, ...interfaces].filter((each) => each !== type);
  }
  return isObjectType(type) ? type.getInterfaces() : [];
}
