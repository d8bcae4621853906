import type { GraphQLFormattedError } from 'graphql';
import { badInput } from '../../schema/errors';
import { departmentUnavailable, type PublicError } from '../../subgraphs/kit';

const statuses: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  DEPARTMENT_UNAVAILABLE: 503,
  SCHEMA_MISMATCH: 503,
  OVERLOADED: 503,
};

/** The failure of an export, with the errors for the client. */
export class ExportError extends Error {
  constructor(readonly errors: readonly PublicError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }

  /** The HTTP status. */
  get status(): number {
    return statuses[String(this.errors[0]?.extensions.code)] ?? 500;
  }
}

/** A request that is malformed. */
export const badRequest = (message: string): ExportError =>
  new ExportError([{ message, extensions: { code: 'BAD_REQUEST' } }]);

/** A parameter that is refused. */
export const badParameter = (name: string, message: string): ExportError =>
  new ExportError([badInput(name, message)]);

export const unavailable = (departments: readonly string[]): ExportError =>
  new ExportError(departments.map((code) => departmentUnavailable(code)));

/** The errors of a list, without their paths and the names of subgraphs, which mean nothing in a request for a file. */
export function graphError(errors: readonly GraphQLFormattedError[]): ExportError {
  return new ExportError(
    errors.map((error) => {
      const { code, department } = error.extensions ?? {};
      return { message: error.message, extensions: { code, argument: argumentOf(error), department } };
    }),
  );
}

/**
 * The parameter that an error is about, from its extensions, or from the message where graphql-js refuses a variable:
 * `Variable "$filter" got invalid value 1 at "filter.kinds[0]"; …` → `filter.kinds`. Undefined for other errors.
 */
function argumentOf({ message, extensions }: GraphQLFormattedError): unknown {
  if (extensions?.argument !== undefined) return extensions.argument;
  const [, variable] = /^Variable "\$(\w+)"/.exec(message) ?? [];
  const [, path = variable] = / at "([\w.[\]]+)";/.exec(message) ?? [];
  return path?.replaceAll(/\[\d+\]/g, '');
}
