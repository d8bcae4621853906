import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import { departmentUnavailable } from '../../subgraphs/kit';

/** One error as it stands in a response. */
export interface ResponseError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface SourceResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly ResponseError[];
}

/** A subgraph could not be asked, or what it said is no answer. `cause` is for the log. */
export class SourceFailure extends Error {
  constructor(
    readonly subgraph: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${subgraph}: ${reason}`, options);
    this.name = 'SourceFailure';
  }
}

/** The one error that clients see of a failed fetch, at the place that asked for it. */
export function failureError(subgraph: string, path: readonly (string | number)[]): ResponseError {
  const { message, extensions } = departmentUnavailable(subgraph);
  return { message, path, extensions };
}

/** Many places in one answer may fail for one cause; clients get it once. */
export function distinctErrors(errors: readonly ResponseError[]): ResponseError[] {
  const seen = new Map<string, ResponseError>();
  for (const error of errors) {
    const cause = `${String(error.extensions?.code)} ${error.message}`;
    if (!seen.has(cause)) seen.set(cause, error);
  }
  return [...seen.values()];
}

/** `GatewayInterface` types errors as instances; what travels is their JSON form. */
export const asGatewayResponse = (response: SourceResponse): GatewayGraphQLResponse => response;
