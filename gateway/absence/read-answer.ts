import { checkAnswer } from '../answers/check';
import { isObject, type AnswerRules, type Finding } from '../answers/rules';
import type { Fetch } from './fetch';
import { failureError, SourceFailure, type ResponseError, type SourceResponse } from '../sources/failure';
import { maskErrors } from '../answers/public-errors';
import { refusalsIn, refusedLiterals } from '../answers/refusal';

export interface AnswerReader {
  readonly subgraph: string;
  /** Whether the subgraph's answers are known to be of the schema's types, and its errors fit for clients. */
  readonly trusted: boolean;
  readonly rules: AnswerRules;
  readonly onMasked: (errors: readonly unknown[]) => void;
  readonly onFindings: (reason: string) => void;
}

export interface ReadAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly ResponseError[];
}

/**
 * What a subgraph answered, with a null and an error wherever it cannot be.
 * @throws SourceFailure when the answer is none, or a slice in it cannot be: a list does better without that subgraph
 */
export function readAnswer(fetch: Fetch, response: SourceResponse, reader: AnswerReader): ReadAnswer {
  const errors = reader.trusted ? (response.errors ?? []) : readErrors(fetch, response, reader);
  if (response.data == null) return withoutData(fetch, errors, reader);
  if (reader.trusted) return copeWithNulls(fetch, { data: response.data, errors }, reader);
  const { data, findings } = checkAnswer(fetch.question, reader.subgraph, response.data, reader.rules);
  if (findings.length === 0 && data) return copeWithNulls(fetch, { data, errors }, reader);
  const reason = `answered what cannot be: ${describe(findings)}`;
  const isNoAnswer = data === null && (fetch.request.isWrite || fetch.nulls !== undefined);
  if (isNoAnswer || findings.some((finding) => copesWith(fetch, finding)))
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

/** Errors that stand at no place and that clients cannot act on say that there was no answer. */
function withoutData(
  { copes }: Fetch,
  errors: readonly ResponseError[],
  { subgraph }: AnswerReader,
): ReadAnswer {
  const isTold = errors.some(({ path, extensions }) => path || extensions?.code !== 'INTERNAL_SERVER_ERROR');
  if (isTold && !copes) return { data: null, errors };
  const messages = errors.map(({ message }) => message);
  throw new SourceFailure(subgraph, `answered without data: ${listed(messages)}`);
}

/** Where absence is coped with, what is left out with an error is absent, whatever the error says. */
function copeWithNulls(fetch: Fetch, { data, errors }: ReadAnswer, { subgraph }: AnswerReader): ReadAnswer {
  if (!fetch.copes) return { data, errors };
  const entities = data?._entities;
  if (!Array.isArray(entities) || entities.length !== fetch.nulls?.length)
    throw new SourceFailure(subgraph, 'answered with other entities than were asked for');
  const filled = entities.map((entity: unknown, at) => ({
    ...fetch.nulls?.[at],
    ...(isObject(entity) && entity),
  }));
  if (errors.length === 0 && filled.some((entity, at) => isConnection(fetch, at) && hasNull(entity)))
    throw new SourceFailure(subgraph, 'left out a slice without an error');
  return {
    data: { ...data, _entities: filled },
    errors: errors.map((error) =>
      error.extensions?.code === 'INTERNAL_SERVER_ERROR'
        ? failureError('DEPARTMENT_UNAVAILABLE', subgraph, error.path)
        : error,
    ),
  };
}

/** Whether a wrong place lies in an entity that copes with absence. */
const copesWith = ({ nulls }: Fetch, { path: [, at] }: Finding): boolean =>
  typeof at === 'number' && nulls?.[at] != null;

/** Only slices must be there: of a department, it alone can say that it answers, and others say null. */
function isConnection({ request }: Fetch, at: number): boolean {
  const { representations } = request.variables as { readonly representations?: readonly object[] };
  return 'selector' in (representations?.[at] ?? {});
}

const hasNull = (entity: object): boolean => Object.values(entity).includes(null);

const describe = (findings: readonly Finding[]): string =>
  listed(findings.map(({ path, message }) => `${path.join('.')} ${message}`));

/** The first few, for a line of the log. */
function listed(texts: readonly string[]): string {
  const most = 3;
  const rest = texts.length - most;
  return texts.slice(0, most).join('; ').slice(0, 1000) + (rest > 0 ? `; and ${rest} more` : '');
}
