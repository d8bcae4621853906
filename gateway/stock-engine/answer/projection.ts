import {
  executeSync,
  GraphQLError,
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLTypeResolver,
} from 'graphql';
import { failedMark, unknownMark } from './fetched-data';
import type { ClientOperation } from '../operation/plannable-operation';
import type { ResponseKeys } from '../operation/response-keys';

export interface Projection extends Omit<ClientOperation, 'variables'> {
  /** As the client gave them, not coerced. */
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly keys: ResponseKeys;
  /** The tree that was fetched, in the response keys of the plan. */
  readonly data: unknown;
  /** Errors of the fetches, with paths of the client's answer. */
  readonly errors: readonly GraphQLError[];
}

type FetchedObject = Readonly<Record<string, unknown>>;

/**
 * Executes the client's own operation by graphql-js over the fetched data, so that order, aliases, types, nulls and introspection
 * are those of the specification. A null in a non-null place has an error: the error of a fetch, or else graphql-js's.
 */
export function project({
  schema,
  document,
  operation,
  variables,
  keys,
  data,
  errors,
}: Projection): ExecutionResult {
  const result = executeSync({
    schema,
    document,
    operationName: operation.name?.value,
    variableValues: variables,
    rootValue: data,
    fieldResolver: readField(keys),
    typeResolver: readType,
  });
  const unexplained = (result.errors ?? []).filter(
    (error) => error.originalError !== nullOfFailedFetch && !errors.some((cause) => explains(cause, error)),
  );
  const all = [...errors, ...unexplained.map((error) => asClientError(error, document))];
  return { ...result, errors: all.length > 0 ? all : undefined };
}

/** Thrown for a null whose error is among those of the fetches. */
const nullOfFailedFetch = new Error('A fetch for this field failed.');

const readField =
  (keys: ResponseKeys): GraphQLFieldResolver<FetchedObject, unknown> =>
  (source, _args, _context, { fieldNodes: [node], fieldName }) => {
    const value = source[(node && keys.keyOf(node)) ?? fieldName];
    if (value == null && source[failedMark]) throw nullOfFailedFetch;
    return Array.isArray(value) ? value.map(knownOrNull) : knownOrNull(value);
  };

const knownOrNull = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && unknownMark in value ? null : value;

const readType: GraphQLTypeResolver<FetchedObject, unknown> = ({ __typename }) =>
  typeof __typename === 'string' ? __typename : undefined;

/** Whether the null at an error's path may come from another error: nulls propagate from a place to the places around it. */
const explains = ({ path: cause }: GraphQLError, { path: place }: GraphQLError): boolean =>
  cause !== undefined && place !== undefined && place.every((step, at) => cause[at] === step);

/** An error at the value of an argument is a mistake of the client and names the argument; any other is internal. */
function asClientError(error: GraphQLError, document: DocumentNode): GraphQLError {
  const [node] = error.nodes ?? [];
  if (!node || node.kind === Kind.FIELD) return error;
  const { message, path, nodes } = error;
  const argument = findArgument(document, node);
  return new GraphQLError(message, { path, nodes, extensions: { code: 'BAD_USER_INPUT', argument } });
}

function findArgument(document: DocumentNode, value: ASTNode): string | undefined {
  let found: string | undefined;
  visit(document, {
    Argument: (argument) => {
      if (argument.value === value) found = argument.name.value;
    },
  });
  return found;
}
