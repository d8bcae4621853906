import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { giveUpOn } from '../request-context';
import type { AnswerRules } from '../answers/rules';
import { answerRulesOf } from '../answers/department-rules';
import { fetchOf, type Fetch } from './fetch';
import {
  codeOf,
  distinctErrors,
  failureError,
  SourceFailure,
  type FailureCode,
  type SourceResponse,
} from '../sources/failure';
import { readAnswer, type ReadAnswer } from './read-answer';
import { signalOf, type Source } from '../sources/source';

export interface SourceObserver {
  onFetch(): void;
  onFailure(failure: SourceFailure, requestId: string): void;
  /** Errors of a remote subgraph that clients do not see as they came. */
  onMasked(errors: readonly unknown[], requestId: string): void;
}

/**
 * The stock executor drops an entity when a fetch for it failed, which would lose the whole list with one department.
 * This data source answers for a failed department where the schema copes with absence: nulls, and one error.
 */
export class DegradingDataSource implements GraphQLDataSource {
  readonly #rules: AnswerRules;

  constructor(
    readonly name: string,
    private readonly source: Source,
    private readonly supergraph: GraphQLSchema,
    private readonly observer: SourceObserver,
  ) {
    this.#rules = answerRulesOf(name);
  }

  async process(options: GraphQLDataSourceProcessOptions): Promise<GatewayGraphQLResponse> {
    return asGatewayResponse(await this.#fetch(fetchOf(options, this.supergraph)));
  }

  async #fetch(fetch: Fetch): Promise<SourceResponse> {
    const { absence, signal } = fetch.context;
    if (signal.aborted) return abandoned(signal);
    if (absence.absent.has(this.name))
      return this.#absent(fetch, absence.causes.get(this.name) ?? 'DEPARTMENT_UNAVAILABLE');
    this.observer.onFetch();
    try {
      return this.#answered(fetch, await this.source.fetch(fetch.request));
    } catch (error) {
      // What was broken off says nothing of the subgraph.
      return signalOf(fetch.request)?.aborted ? abandoned(signal) : this.#failed(fetch, error);
    }
  }

  #answered(fetch: Fetch, response: SourceResponse): SourceResponse {
    const { requestId, absence } = fetch.context;
    const answer = readAnswer(fetch, response, {
      subgraph: this.name,
      trusted: this.source.trusted,
      rules: this.#rules,
      onMasked: (errors) => this.observer.onMasked(errors, requestId),
      onFindings: (reason) => this.observer.onFailure(new SourceFailure(this.name, reason), requestId),
    });
    if (isLossy(answer, fetch)) giveUpOn(absence, this.name, 'DEPARTMENT_UNAVAILABLE');
    const errors = distinctErrors(answer.errors);
    return { data: answer.data, ...(errors.length > 0 && { errors }) };
  }

  #failed(fetch: Fetch, error: unknown): SourceResponse {
    const { requestId, absence } = fetch.context;
    const failure =
      error instanceof SourceFailure ? error : new SourceFailure(this.name, 'failed', { cause: error });
    const code = codeOf(failure, fetch.request.isWrite);
    this.observer.onFailure(failure, requestId);
    if (fetch.nulls && !fetch.copes) giveUpOn(absence, this.name, code);
    return this.#absent(fetch, code);
  }

  #absent({ nulls, copes, path }: Fetch, code: FailureCode): SourceResponse {
    const errors = [failureError(code, this.name, path)];
    return copes ? { data: { _entities: nulls }, errors } : { errors };
  }
}

/** Whether entities that a list shows did not come: their places cannot be left empty, so the list would be lost. */
function isLossy({ data }: ReadAnswer, { nulls, isOfList }: Fetch): boolean {
  if (!isOfList) return false;
  const entities = data?._entities;
  return data === null ? nulls !== undefined : Array.isArray(entities) && entities.includes(null);
}

/** Nobody waits for the answer: nothing more is asked, and no subgraph is to blame. */
function abandoned({ reason }: AbortSignal): SourceResponse {
  const { message, extensions } =
    reason instanceof GraphQLError
      ? reason
      : { message: 'The request was given up.', extensions: { code: 'REQUEST_ABANDONED' } };
  return { errors: [{ message, extensions }] };
}

/** `GatewayInterface` types errors as instances; what travels is their JSON form. */
const asGatewayResponse = ({ data, errors }: SourceResponse): GatewayGraphQLResponse => ({
  data: data as GatewayGraphQLResponse['data'],
  ...(errors && { errors: errors }),
});
