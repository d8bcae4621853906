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
  /** As the client gave them. */
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly keys: ResponseKeys;
  /** The fetched tree. */
  readonly data: unknown;
  /** Errors of the fetches, at places of the client's answer. */
  readonly errors: readonly GraphQLError[];
}

type FetchedObject = Readonly<Record<string, unknown>>;

/**
 * Gives the client's answer out of what was fetched, by graphql-js over the client's own operation: order, aliases, types and
 * nulls are as the specification has them, and introspection is answered. A null that no error of a fetch explains gets one.
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
    (error) => error.originalError !== toldNull && !errors.some((cause) => explains(cause, error)),
  );
  const all = [...errors, ...unexplained.map((error) => blameClient(error, document))];
  return { ...result, errors: all.length > 0 ? all : undefined };
}

/** Thrown for a null whose cause is told where the fetch failed. */
const toldNull = new Error('A fetch for this field failed.');

const readField =
  (keys: ResponseKeys): GraphQLFieldResolver<FetchedObject, unknown> =>
  (source, _args, _context, { fieldNodes: [node], fieldName }) => {
    const value = source[(node && keys.keyOf(node)) ?? fieldName];
    if (value == null && source[failedMark]) throw toldNull;
    return Array.isArray(value) ? value.map(knownOrNull) : knownOrNull(value);
  };

const knownOrNull = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && unknownMark in value ? null : value;

const readType: GraphQLTypeResolver<FetchedObject, unknown> = ({ __typename }) =>
  typeof __typename === 'string' ? __typename : undefined;

/** A null rises from where it was caused, and never sinks. */
const explains = ({ path: cause }: GraphQLError, { path: place }: GraphQLError): boolean =>
  cause !== undefined && place !== undefined && place.every((step, at) => cause[at] === step);

/** What graphql-js says of an argument's value is the client's to mend; anything else is ours. */
function blameClient(error: GraphQLError, document: DocumentNode): GraphQLError {
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
