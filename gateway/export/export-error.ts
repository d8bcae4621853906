import type { GraphQLFormattedError } from 'graphql';
import { badInput, departmentUnavailable, type PublicError } from '../../subgraphs/kit';

const statuses: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  DEPARTMENT_UNAVAILABLE: 503,
  SCHEMA_MISMATCH: 503,
  OVERLOADED: 503,
};

/** Why there is no file, or no more of it, in errors that a client may see. */
export class ExportError extends Error {
  constructor(readonly errors: readonly PublicError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }

  /** Of HTTP. */
  get status(): number {
    return statuses[String(this.errors[0]?.extensions.code)] ?? 500;
  }
}

/** What is no request for a file. */
export const badRequest = (message: string): ExportError =>
  new ExportError([{ message, extensions: { code: 'BAD_REQUEST' } }]);

/** A parameter that cannot be. */
export const badParameter = (name: string, message: string): ExportError =>
  new ExportError([badInput(name, message)]);

export const unavailable = (departments: readonly string[]): ExportError =>
  new ExportError(departments.map((code) => departmentUnavailable(code)));

/** Errors of the graph, of which paths and the subgraph's name say nothing to who asked for a file. */
export function graphError(errors: readonly GraphQLFormattedError[]): ExportError {
  return new ExportError(
    errors.map((error) => {
      const { code, department } = error.extensions ?? {};
      return { message: error.message, extensions: { code, argument: argumentOf(error), department } };
    }),
  );
}

/** The list names an argument; GraphQL, where a variable is not of its type, has it in the message alone. */
function argumentOf({ message, extensions }: GraphQLFormattedError): unknown {
  if (extensions?.argument !== undefined) return extensions.argument;
  const [, variable] = /^Variable "\$(\w+)"/.exec(message) ?? [];
  const [, path = variable] = / at "([\w.[\]]+)";/.exec(message) ?? [];
  return path?.replaceAll(/\[\d+\]/g, '');
}
