import { codedError, type ErrorCode } from '../../schema/errors';
import { departmentUnavailable } from '../../subgraphs/kit';

/** One error as it stands in a response. */
export interface ResponseError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface SourceResponse {
  readonly data?: Readonly<Record<string, unknown>> | null;
  /** From a remote subgraph, any JSON: its shape is not checked yet. */
  readonly errors?: readonly ResponseError[];
  /** The HTTP status, where the subgraph is reached over HTTP. */
  readonly status?: number;
}

/** The codes for clients of a fetch to which a subgraph gave no answer. */
export type FailureCode = Extract<
  ErrorCode,
  'DEPARTMENT_UNAVAILABLE' | 'SCHEMA_MISMATCH' | 'OUTCOME_UNKNOWN'
>;

interface FailureOptions extends ErrorOptions {
  /** False where the request surely did not reach the subgraph. */
  readonly sent?: boolean;
  /** Whether the subgraph answered and serves another schema than the supergraph has of it. */
  readonly mismatch?: boolean;
}

/** A subgraph could not be asked, or gave an answer that cannot be used. `reason` and `cause` are for the log alone. */
export class SourceFailure extends Error {
  readonly sent: boolean;
  readonly mismatch: boolean;

  constructor(
    readonly subgraph: string,
    readonly reason: string,
    { sent = true, mismatch = false, ...options }: FailureOptions = {},
  ) {
    super(`${subgraph}: ${reason}`, options);
    this.name = 'SourceFailure';
    this.sent = sent;
    this.mismatch = mismatch;
  }
}

/** The code for clients. A write that may have reached the subgraph has an unknown outcome. */
export function codeOf({ sent, mismatch }: SourceFailure, isWrite: boolean): FailureCode {
  if (mismatch) return 'SCHEMA_MISMATCH';
  return isWrite && sent ? 'OUTCOME_UNKNOWN' : 'DEPARTMENT_UNAVAILABLE';
}

/** The one error that clients see of a failed fetch, at the place in the answer that asked for it. */
export function failureError(
  code: FailureCode,
  subgraph: string,
  path: readonly (string | number)[] | undefined,
): ResponseError {
  const { message, extensions } = errors[code](subgraph);
  return { message, path, extensions };
}

const errors = {
  DEPARTMENT_UNAVAILABLE: (department) => departmentUnavailable(department),
  SCHEMA_MISMATCH: (department) =>
    codedError('SCHEMA_MISMATCH', `Department ${department} does not serve the schema that is known of it.`, {
      department,
    }),
  OUTCOME_UNKNOWN: (department) =>
    codedError(
      'OUTCOME_UNKNOWN',
      `Whether department ${department} has written is not known: read before writing again.`,
      { department },
    ),
} satisfies Record<FailureCode, (department: string) => Error>;

/** The first of the errors that have the same code and message: one cause may fail many places of one answer. */
export function distinctErrors(errors: readonly ResponseError[]): ResponseError[] {
  const seen = new Map<string, ResponseError>();
  for (const error of errors) {
    const cause = `${String(error.extensions?.code)} ${error.message}`;
    if (!seen.has(cause)) seen.set(cause, error);
  }
  return [...seen.values()];
}
