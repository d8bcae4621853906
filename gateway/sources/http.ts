import { Pool } from 'undici';
import { SourceFailure, type SourceResponse } from './failure';
import { post, PostError, type PostOptions } from 'federation-engine/post';
import { callerOf, signalOf, type Source, type SubgraphRequest, type Timeouts } from './source';

const mostConnections = 64;
/** In milliseconds; less than the 65 seconds of our subgraph server, so that no request meets a connection that it closes. */
const keepAlive = 30_000;
/** Bytes. */
const longestAnswer = 16 * 1024 * 1024;

/** A subgraph on its own machine, through one bounded pool of connections. */
export class HttpSource implements Source {
  readonly trusted = false;
  readonly #pool: Pool;

  constructor(
    private readonly name: string,
    private readonly url: URL,
    private readonly timeouts: Timeouts,
  ) {
    this.#pool = new Pool(url.origin, {
      connections: mostConnections,
      keepAliveTimeout: keepAlive,
      connect: { timeout: timeouts.query },
      // Each request has its own deadline, for the whole of its answer.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxResponseSize: longestAnswer,
    });
  }

  /** Takes a GraphQL response with any HTTP status. An answer without a GraphQL response is a failure. */
  async fetch(request: SubgraphRequest): Promise<SourceResponse> {
    const { query, operationName, variables, isWrite } = request;
    const { requestId, authorization } = callerOf(request);
    return this.#ask({
      body: JSON.stringify({ query, variables, operationName }),
      headers: { ...(authorization && { authorization }), ...(requestId && { 'x-request-id': requestId }) },
      timeout: isWrite ? this.timeouts.mutation : this.timeouts.query,
      signal: signalOf(request),
    });
  }

  async ping(): Promise<void> {
    await this.#askForGateway('{ __typename }');
  }

  async readSchema(): Promise<string | null> {
    const { data } = await this.#askForGateway('{ _service { sdl } }');
    const { sdl } = (data?._service ?? {}) as { readonly sdl?: unknown };
    return typeof sdl === 'string' ? sdl : null;
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  #askForGateway(query: string): Promise<SourceResponse> {
    return this.#ask({ body: JSON.stringify({ query }), headers: {}, timeout: this.timeouts.query });
  }

  async #ask(options: Omit<PostOptions, 'path'>): Promise<SourceResponse> {
    const { statusCode: status, text } = await this.#post(options);
    const answer = parseJson(text);
    if (isGraphQLResponse(answer)) return { data: answer.data, errors: answer.errors, status };
    throw new SourceFailure(this.name, `answered ${status} without a GraphQL response`);
  }

  async #post({ headers, ...options }: Omit<PostOptions, 'path'>) {
    try {
      return await post(this.#pool, {
        ...options,
        path: this.url.pathname + this.url.search,
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...headers,
        },
      });
    } catch (error) {
      if (!(error instanceof PostError)) throw error;
      const { message, sent, cause } = error;
      throw new SourceFailure(this.name, `${message} from ${this.url.origin}`, { cause, sent });
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
  const isData = data == null || (typeof data === 'object' && !Array.isArray(data));
  return isData && (errors == null || Array.isArray(errors));
}
