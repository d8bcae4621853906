import { Pool } from 'undici';
import { post } from './post';
import type { Source, SubgraphRequest, SubgraphResponse } from './source';

export interface HttpSourceOptions {
  /** `http://host:port/path`. */
  readonly url: string;
  /** The path of a Unix socket that the subgraph listens on, in place of the URL's host. */
  readonly socketPath?: string;
  /** Connections at most. Defaults to 64. */
  readonly connections?: number;
  /** Milliseconds for a whole answer, body included. Defaults to 30,000. */
  readonly timeout?: number;
  /** Bytes of an answer at most. Defaults to 16 MiB. */
  readonly longestAnswer?: number;
  /** Headers beside those of GraphQL over HTTP, for one request. */
  readonly headers?: (request: SubgraphRequest) => Readonly<Record<string, string>>;
}

const graphqlHeaders = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json',
};

/** A subgraph behind GraphQL over HTTP, through one bounded pool of connections. */
export function createHttpSource({
  url,
  socketPath,
  connections = 64,
  timeout = 30_000,
  longestAnswer = 16 * 1024 * 1024,
  headers,
}: HttpSourceOptions): Source {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, {
    connections,
    maxResponseSize: longestAnswer,
    // Each request has one deadline of its own, for the whole of its answer.
    headersTimeout: 0,
    bodyTimeout: 0,
    ...(socketPath !== undefined && { connect: { socketPath } }),
  });
  const path = pathname + search;
  return {
    fetch: async (request) => {
      const sent = headers ? { ...graphqlHeaders, ...headers(request) } : graphqlHeaders;
      const { statusCode, text } = await post(pool, { path, headers: sent, body: request.body, timeout });
      return readResponse(statusCode, text);
    },
    close: () => pool.destroy(),
  };
}

/** A response with another status than 200 may still carry data. @throws for a body that is no GraphQL response */
function readResponse(status: number, text: string): SubgraphResponse {
  const response = parseJson(text);
  if (typeof response === 'object' && response !== null && ('data' in response || 'errors' in response))
    return response as SubgraphResponse;
  throw new Error(
    `A subgraph must answer with a GraphQL response, but its answer of status ${status} is none.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
