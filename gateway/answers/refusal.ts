import {
  getLocation,
  getNamedType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type GraphQLSchema,
} from 'graphql';
import { isObject } from './rules';
import type { ResponseError, SourceResponse } from '../sources/failure';

/**
 * The errors of a subgraph that refuses an operation as invalid for its schema; undefined for any other answer. A refusal has the
 * code `GRAPHQL_VALIDATION_FAILED`, or comes with status 400 and errors without code and path.
 */
export function refusalsIn({
  data,
  errors = [],
  status,
}: SourceResponse): readonly ResponseError[] | undefined {
  if (data != null || errors.length === 0 || !errors.every(isObject)) return undefined;
  const codes = errors.map(({ extensions }) => extensions?.code);
  const isRefused =
    codes.includes('GRAPHQL_VALIDATION_FAILED') ||
    (status === 400 && errors.every(({ extensions, path }) => extensions?.code === undefined && !path));
  return isRefused ? errors : undefined;
}

/**
 * The client's errors, where a subgraph refused only literals that its own scalars judge: `asOf: "2023-02-30"`. Undefined
 * where the subgraph refused anything else too.
 */
export function refusedLiterals(
  schema: GraphQLSchema,
  query: string,
  errors: readonly ResponseError[],
): ResponseError[] | undefined {
  const literals = scalarLiterals(schema, query);
  const ofClient = errors.filter(({ message, locations = [] }) => {
    const places = locations.map(({ line, column }) => `${line}:${column}`);
    // An error that a scalar throws by itself has no locations.
    return typeof message === 'string' && literals.size > 0 && places.every((place) => literals.has(place));
  });
  if (ofClient.length < errors.length) return undefined;
  return ofClient.map(({ message }) => ({ message, extensions: { code: 'BAD_USER_INPUT' } }));
}

/** Where the literals of the schema's own scalars stand, as `line:column`. */
function scalarLiterals(schema: GraphQLSchema, query: string): ReadonlySet<string> {
  const document = parse(query);
  const typeInfo = new TypeInfo(schema);
  const found = new Set<string>();
  const note = (node: ASTNode) => {
    const type = getNamedType(typeInfo.getInputType());
    if (!isScalarType(type) || isSpecifiedScalarType(type) || !node.loc) return;
    const { line, column } = getLocation(node.loc.source, node.loc.start);
    found.add(`${line}:${column}`);
  };
  visit(document, visitWithTypeInfo(typeInfo, { enter: note }));
  return found;
}
