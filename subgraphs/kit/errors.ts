import { GraphQLError } from 'graphql';
import { MongoError, MongoServerError } from 'mongodb';
import { codedError } from '../../schema/errors';

/** The error that stands for every failure of a department; its message is the same for all, and the cause is for the log. */
export function departmentUnavailable(code: string, cause?: unknown): GraphQLError {
  return new GraphQLError(`Department ${code} cannot answer now.`, {
    extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: code },
    originalError: cause instanceof Error ? cause : undefined,
  });
}

/** MongoDB's code, which the embedded store gives as well. */
const outOfDiskSpace = 14031;

const isStoreFailure = (error: unknown): error is MongoError => error instanceof MongoError;

/** An error without anything that only operators may know. */
export interface PublicError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

const originalExtensions = (error: unknown) => (error instanceof GraphQLError ? error.extensions : undefined);

/**
 * An error with a code passes unchanged, a failure of the store becomes `DEPARTMENT_UNAVAILABLE` or `INSUFFICIENT_STORAGE`,
 * and any other error `INTERNAL_SERVER_ERROR` without its message.
 * @param log called with every cause that the client does not get to see
 */
export function publicError(
  subgraph: string,
  error: GraphQLError,
  log: (cause: unknown) => void,
): PublicError {
  const { message, path, originalError } = error;
  // graphql-jit leaves `extensions` undefined where graphql has an empty object.
  const extensions = (error.extensions ?? originalExtensions(originalError)) as
    PublicError['extensions'] | undefined;
  if (extensions?.code !== undefined) return { message, path, extensions };
  log(originalError ?? error);
  const { message: shown, extensions: coded } = codedCause(subgraph, originalError);
  return { message: shown, path, extensions: coded };
}

function codedCause(subgraph: string, cause: unknown): GraphQLError {
  if (cause instanceof MongoServerError && cause.code === outOfDiskSpace)
    return codedError('INSUFFICIENT_STORAGE', `Department ${subgraph} has no room left to write.`, {
      department: subgraph,
    });
  if (isStoreFailure(cause)) return departmentUnavailable(subgraph);
  return new GraphQLError('Internal server error.', { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}
