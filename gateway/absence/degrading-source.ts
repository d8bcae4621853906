import { GraphQLError, type GraphQLSchema } from 'graphql';
import { answerRulesOf } from '../answers/department-rules';
import type { AnswerRules } from '../answers/rules';
import {
  codeOf,
  distinctErrors,
  failureError,
  SourceFailure,
  type FailureCode,
  type SourceResponse,
} from '../sources/failure';
import { signalOf, type Source } from '../sources/source';
import { findServedTypes } from '../supergraph/served-types';
import type { Fetch } from './fetch';
import { readAnswer, type ReadAnswer } from './read-answer';

export interface SourceObserver {
  onFetch(): void;
  onFailure(failure: SourceFailure, requestId: string): void;
  /** Called with the errors of a remote subgraph that clients do not see as they came. */
  onMasked(errors: readonly unknown[], requestId: string): void;
}

/**
 * A subgraph whose failures are answers. Where the schema tolerates its absence, a failed subgraph is answered for by
 * placeholders and one error; elsewhere by one error.
 */
export class DegradingSource {
  readonly #rules: AnswerRules;
  readonly #servedTypes: ReadonlySet<string>;

  constructor(
    readonly name: string,
    private readonly source: Source,
    supergraph: GraphQLSchema,
    private readonly observer: SourceObserver,
  ) {
    this.#rules = answerRulesOf(name);
    this.#servedTypes = findServedTypes(supergraph, name);
  }

  /** Never rejects for a failure of the subgraph. Notes a lost subgraph in the request's `absence`. */
  async fetch(fetch: Fetch): Promise<SourceResponse> {
    const { signal } = fetch.request.origin;
    if (signal.aborted) return abandoned(signal);
    const absent = fetch.absence.codeOf(this.name);
    if (absent) return this.#answerFor(fetch, absent);
    this.observer.onFetch();
    try {
      return this.#read(fetch, await this.source.fetch(fetch.request));
    } catch (error) {
      // A fetch that was broken off says nothing of the subgraph.
      return signalOf(fetch.request)?.aborted ? abandoned(signal) : this.#fail(fetch, error);
    }
  }

  #read(fetch: Fetch, response: SourceResponse): SourceResponse {
    const { requestId } = fetch.request.origin;
    const answer = readAnswer(fetch, response, {
      subgraph: this.name,
      trusted: this.source.trusted,
      servedTypes: this.#servedTypes,
      rules: this.#rules,
      onMasked: (errors) => this.observer.onMasked(errors, requestId),
      onFindings: (reason) => this.observer.onFailure(new SourceFailure(this.name, reason), requestId),
    });
    if (lacksListed(answer, fetch)) fetch.absence.markLost(this.name, 'DEPARTMENT_UNAVAILABLE');
    const errors = distinctErrors(answer.errors);
    return { data: answer.data, ...(errors.length > 0 && { errors }) };
  }

  #fail(fetch: Fetch, error: unknown): SourceResponse {
    const failure =
      error instanceof SourceFailure ? error : new SourceFailure(this.name, 'failed', { cause: error });
    const code = codeOf(failure, fetch.request.isWrite);
    this.observer.onFailure(failure, fetch.request.origin.requestId);
    if (fetch.placeholders && !fetch.toleratesAbsence) fetch.absence.markLost(this.name, code);
    return this.#answerFor(fetch, code);
  }

  #answerFor({ placeholders, toleratesAbsence, path }: Fetch, code: FailureCode): SourceResponse {
    const errors = [failureError(code, this.name, path)];
    return toleratesAbsence ? { data: { _entities: placeholders }, errors } : { errors };
  }
}

/** Whether an entity that a list shows did not come. Its place in the list cannot be empty, so the list would be lost. */
function lacksListed({ data }: ReadAnswer, { placeholders, isOfList }: Fetch): boolean {
  if (!isOfList) return false;
  const entities = data?._entities;
  return data === null ? placeholders !== undefined : Array.isArray(entities) && entities.includes(null);
}

/** The answer when nobody waits for it any more: the subgraph is not asked, and not blamed. */
function abandoned({ reason }: AbortSignal): SourceResponse {
  const { message, extensions } =
    reason instanceof GraphQLError
      ? reason
      : { message: 'The request was given up.', extensions: { code: 'REQUEST_ABANDONED' } };
  return { errors: [{ message, extensions }] };
}
