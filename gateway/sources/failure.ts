import { codedError, departmentUnavailable, type ErrorCode } from '../../subgraphs/kit';

/** One error as it stands in a response. */
export interface ResponseError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface SourceResponse {
  readonly data?: Readonly<Record<string, unknown>> | null;
  /** Of a remote subgraph: whatever JSON it gave. */
  readonly errors?: readonly ResponseError[];
  /** Of HTTP, where the subgraph is reached by it. */
  readonly status?: number;
}

/** What clients are told of a subgraph that gave no answer. */
export type FailureCode = Extract<
  ErrorCode,
  'DEPARTMENT_UNAVAILABLE' | 'SCHEMA_MISMATCH' | 'OUTCOME_UNKNOWN'
>;

interface FailureOptions extends ErrorOptions {
  /** False where the subgraph surely was not reached. */
  readonly sent?: boolean;
  /** Whether it was reached and serves another schema than the supergraph says. */
  readonly mismatch?: boolean;
}

/** A subgraph could not be asked, or its answer is none. The reason and `cause` are for the log. */
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

/** Of a write that may have reached the subgraph, nobody can say what became of it. */
export function codeOf({ sent, mismatch }: SourceFailure, isWrite: boolean): FailureCode {
  if (mismatch) return 'SCHEMA_MISMATCH';
  return isWrite && sent ? 'OUTCOME_UNKNOWN' : 'DEPARTMENT_UNAVAILABLE';
}

/** The one error that clients see of a failed fetch, at the place that asked for it. */
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

/** Many places in one answer may fail for one cause; clients get it once. */
export function distinctErrors(errors: readonly ResponseError[]): ResponseError[] {
  const seen = new Map<string, ResponseError>();
  for (const error of errors) {
    const cause = `${String(error.extensions?.code)} ${error.message}`;
    if (!seen.has(cause)) seen.set(cause, error);
  }
  return [...seen.values()];
}
