import { GraphQLError } from 'graphql';

/** Codes of our errors, used beside Apollo's. Codes are API (docs/errors.md), messages are not. */
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

/** A refused argument. `argument` is its path: `filter.chapters`. */
export function badInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
}

export function codedError(code: ErrorCode, message: string, extensions: object = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}
