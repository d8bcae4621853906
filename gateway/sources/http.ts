import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { print, type DocumentNode } from 'graphql';
import { Pool } from 'undici';
import type { RequestContext } from '../request-context';
import type { Source } from './degradation';
import { SourceFailure, type SourceResponse } from './failure';

interface HttpOptions {
  /** Milliseconds for connecting, for the head and for the body, each. */
  readonly timeout: number;
}

const mostConnections = 64;
/** Below the 65 seconds of our subgraph server, so that no request meets a connection that is being closed. */
const keepAlive = 30_000;
const longestAnswer = 16 * 1024 * 1024;

/** A subgraph on its own machine, through one bounded pool of connections. */
export class HttpSource implements Source {
  readonly trusted = false;
  readonly #pool: Pool;

  constructor(
    private readonly name: string,
    private readonly url: URL,
    { timeout }: HttpOptions,
  ) {
    this.#pool = new Pool(url.origin, {
      connections: mostConnections,
      keepAliveTimeout: keepAlive,
      connect: { timeout },
      headersTimeout: timeout,
      bodyTimeout: timeout,
      maxResponseSize: longestAnswer,
    });
  }

  /** An answer with another status than 200 may still carry data; without a GraphQL body it is a failure. */
  async fetch(
    { request, context }: GraphQLDataSourceProcessOptions,
    document: DocumentNode,
  ): Promise<SourceResponse> {
    const query = request.query ?? print(document);
    const body = JSON.stringify({
      query,
      variables: request.variables,
      operationName: request.operationName,
    });
    const { statusCode, text } = await this.#post(body, context as RequestContext);
    const answer = parseJson(text);
    if (isGraphQLResponse(answer)) return answer;
    throw new SourceFailure(this.name, `answered ${statusCode} without a GraphQL response`);
  }

  async ping(): Promise<void> {
    const { statusCode } = await this.#post(JSON.stringify({ query: '{ __typename }' }), { requestId: '' });
    if (statusCode !== 200) throw new SourceFailure(this.name, `answered ${statusCode}`);
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #post(
    body: string,
    { authorization, requestId }: Pick<RequestContext, 'authorization' | 'requestId'>,
  ) {
    try {
      const response = await this.#pool.request({
        method: 'POST',
        path: this.url.pathname + this.url.search,
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...(authorization && { authorization }),
          ...(requestId && { 'x-request-id': requestId }),
        },
        body,
      });
      return { statusCode: response.statusCode, text: await response.body.text() };
    } catch (cause) {
      throw new SourceFailure(this.name, `no answer from ${this.url.origin}`, { cause });
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isGraphQLResponse(value: unknown): value is SourceResponse {
  if (typeof value !== 'object' || value === null || !('data' in value || 'errors' in value)) return false;
  const { data, errors } = value as SourceResponse;
  return (data == null || typeof data === 'object') && (errors === undefined || Array.isArray(errors));
}
