import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/**
 * A selection of every field of a type, and of the types that its fields lead to, down to a depth. Of a type `Relation`
 * with `note: String` and `target: Target`, at depth 1 `{ __typename note }`, at depth 2 `{ __typename note target { ... on EconomyTarget { … } } }`;
 * empty at depth 0.
 */
export function selectEverything(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (depth === 0) return '';
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    return `{ ${possible.map((each) => `... on ${each.name} ${selectEverything(schema, each, depth)}`).join(' ')} }`;
  }
  const select = (field: GraphQLField<unknown, unknown>): string => {
    const named = getNamedType(field.type);
    if (isLeafType(named)) return field.name;
    const selection = selectEverything(schema, named, depth - 1);
    return selection && `${field.name} ${selection}`;
  };
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  return `{ __typename ${fields.map(select).join(' ')} }`;
}
