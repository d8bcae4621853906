import { checkAnswer } from '../answers/check';
import type { Finding } from '../answers/findings';
import { maskErrors } from '../answers/public-errors';
import { refusalsIn, refusedLiterals } from '../answers/refusal';
import { isObject, type AnswerRules } from '../answers/rules';
import { failureError, SourceFailure, type ResponseError, type SourceResponse } from '../sources/failure';
import type { Fetch } from './fetch';

export interface AnswerReader {
  readonly subgraph: string;
  /** Whether the data are known to be of the schema's types, and the errors fit for clients. */
  readonly trusted: boolean;
  readonly servedTypes: ReadonlySet<string>;
  readonly rules: AnswerRules;
  readonly onMasked: (errors: readonly unknown[]) => void;
  readonly onFindings: (reason: string) => void;
}

export interface ReadAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly ResponseError[];
}

/**
 * A subgraph's answer with null and an error in each place whose value cannot be right.
 * @throws SourceFailure when the answer cannot be used at all, or when one of its slices is wrong: a list without the
 * department is better than a list with a wrong slice
 */
export function readAnswer(fetch: Fetch, response: SourceResponse, reader: AnswerReader): ReadAnswer {
  const errors = reader.trusted ? (response.errors ?? []) : readErrors(fetch, response, reader);
  const { data } = response;
  if (data == null) return readWithoutData(fetch, errors, reader);
  return reader.trusted
    ? fillPlaceholders(fetch, { data, errors }, reader)
    : readUntrusted(fetch, { data, errors }, reader);
}

function readUntrusted(
  fetch: Fetch,
  { data: given, errors }: ReadAnswer & { readonly data: object },
  reader: AnswerReader,
): ReadAnswer {
  const { data, findings } = checkAnswer(fetch.question, reader.servedTypes, given, reader.rules);
  if (findings.length === 0 && data) return fillPlaceholders(fetch, { data, errors }, reader);
  const reason = `answered what cannot be: ${describe(findings)}`;
  const isNoAnswer = data === null && (fetch.request.isWrite || fetch.placeholders !== undefined);
  if (isNoAnswer || findings.some((finding) => isInPlaceholder(fetch, finding)))
    throw new SourceFailure(reader.subgraph, reason);
  reader.onFindings(reason);
  const wrong = findings.map(({ path }) => failureError('DEPARTMENT_UNAVAILABLE', reader.subgraph, path));
  return { data, errors: [...errors, ...wrong] };
}

function readErrors(fetch: Fetch, response: SourceResponse, reader: AnswerReader): readonly ResponseError[] {
  const refusals = refusalsIn(response);
  if (!refusals) return maskErrors(reader.subgraph, response.errors ?? [], reader.onMasked);
  const ofClient = refusedLiterals(fetch.question.schema, fetch.request.query, refusals);
  if (ofClient) return ofClient.map((error) => ({ ...error, path: fetch.path }));
  const messages = refusals.map(({ message }) => message);
  throw new SourceFailure(reader.subgraph, `refused the operation: ${listed(messages)}`, { mismatch: true });
}

/** An answer of errors alone is a failure unless one of them has a path or a code that clients can act on. */
function readWithoutData(
  { toleratesAbsence }: Fetch,
  errors: readonly ResponseError[],
  { subgraph }: AnswerReader,
): ReadAnswer {
  const isTold = errors.some(({ path, extensions }) => path || extensions?.code !== 'INTERNAL_SERVER_ERROR');
  if (isTold && !toleratesAbsence) return { data: null, errors };
  const messages = errors.map(({ message }) => message);
  throw new SourceFailure(subgraph, `answered without data: ${listed(messages)}`);
}

/**
 * Where absence is tolerated: completes each entity by its placeholder, `null` and `{}` → `{ economy: null }`, and gives every
 * internal error the code of an unavailable department.
 */
function fillPlaceholders(
  fetch: Fetch,
  { data, errors }: ReadAnswer,
  { subgraph }: AnswerReader,
): ReadAnswer {
  if (!fetch.toleratesAbsence) return { data, errors };
  const entities = data?._entities;
  if (!Array.isArray(entities) || entities.length !== fetch.placeholders?.length)
    throw new SourceFailure(subgraph, 'answered with other entities than were asked for');
  const filled = entities.map((entity: unknown, at) => ({
    ...fetch.placeholders?.[at],
    ...(isObject(entity) && entity),
  }));
  if (errors.length === 0 && filled.some((entity, at) => isConnection(fetch, at) && hasNull(entity)))
    throw new SourceFailure(subgraph, 'left out a slice without an error');
  return { data: { ...data, _entities: filled }, errors: errors.map((error) => asAbsence(error, subgraph)) };
}

const asAbsence = (error: ResponseError, subgraph: string): ResponseError =>
  error.extensions?.code === 'INTERNAL_SERVER_ERROR'
    ? failureError('DEPARTMENT_UNAVAILABLE', subgraph, error.path)
    : error;

/** Whether a wrong place lies in an entity that has a placeholder. */
const isInPlaceholder = ({ placeholders }: Fetch, { path: [, at] }: Finding): boolean =>
  typeof at === 'number' && placeholders?.[at] != null;

/**
 * Whether the entity is a list, whose slice must not be null without an error. The other entity that tolerates absence is
 * `Department`, on which the subgraphs of the other departments answer null.
 */
function isConnection({ request }: Fetch, at: number): boolean {
  const { representations } = request.variables as { readonly representations?: readonly object[] };
  return 'selector' in (representations?.[at] ?? {});
}

const hasNull = (entity: object): boolean => Object.values(entity).includes(null);

const describe = (findings: readonly Finding[]): string =>
  listed(findings.map(({ path, message }) => `${path.join('.')} ${message}`));

/** The first three texts, for a line of the log: `a; b; c; and 2 more`. */
function listed(texts: readonly string[]): string {
  const most = 3;
  const rest = texts.length - most;
  return texts.slice(0, most).join('; ').slice(0, 1000) + (rest > 0 ? `; and ${rest} more` : '');
}
