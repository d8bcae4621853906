import { GraphQLError } from 'graphql';

/** Error codes of ours, beside Apollo's. They are API (docs/errors.md); messages are not. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'DEPARTMENT_UNAVAILABLE'
  | 'FORBIDDEN'
  | 'INSUFFICIENT_STORAGE'
  | 'OUTCOME_UNKNOWN'
  | 'OVERLOADED'
  | 'QUERY_TOO_COMPLEX'
  | 'SCHEMA_MISMATCH';

/** An argument that cannot be. `argument` is its path: `filter.chapters`. */
export function badInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
}

export function codedError(code: ErrorCode, message: string, extensions: object = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}
