import { createHash } from 'node:crypto';
import {
  HeaderMap,
  type ApolloServer,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import express, { json, type Request, type RequestHandler, type Response, type Router } from 'express';
import { boundBodies } from '../admission/bodies';
import type { Gate } from '../admission/gate';
import { overloaded } from '../admission/overloaded';
import { createRequestSignal } from '../admission/request-signal';
import { longestBody, mediaTypes, RequestError } from '../http/refusals';
import { createRequestContext, type RequestContext } from '../request-context';

interface GraphQLRouteOptions {
  readonly graphql: ApolloServer<RequestContext>;
  readonly gate: Gate;
  /** Milliseconds that an operation may take, its wait at the gate included. */
  readonly longestOperation: number;
}

const methods = 'GET, HEAD, POST, OPTIONS';
/** Bytes of bodies that the process holds at once. */
const mostBodies = 64 * 1024 * 1024;

/** GraphQL over HTTP at `/graphql`. Every refusal that needs no body comes before the body is read. */
export function graphqlRoute(options: GraphQLRouteOptions): Router {
  const router = express.Router();
  router.all(
    '/graphql',
    refuseByHead,
    refuseWhenFull(options.gate),
    boundBodies(mostBodies, longestBody),
    json({ limit: longestBody, strict: false }),
    refuseMalformedBody,
    createHandler(options),
  );
  return router;
}

const refuseByHead: RequestHandler = (request, response, next) => {
  const { method, headers } = request;
  if (method === 'OPTIONS') return void response.set('allow', methods).status(204).end();
  if (!['GET', 'HEAD', 'POST'].includes(method)) {
    throw new RequestError(405, `The method must be GET or POST, but got: ${method}.`, { allow: methods });
  }
  if (!request.accepts(mediaTypes)) {
    throw new RequestError(
      406,
      `The client must accept ${mediaTypes.join(' or ')}, but takes: ${headers.accept}.`,
    );
  }
  if (method === 'POST' && !/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    const got = headers['content-type'] ?? 'none';
    throw new RequestError(415, `The content-type must be application/json, but got: ${got}.`);
  }
  next();
};

const refuseWhenFull =
  (gate: Gate): RequestHandler =>
  (_request, _response, next) =>
    next(gate.isFull ? overloaded() : undefined);

const refuseMalformedBody: RequestHandler = ({ method, body }: Request, _response, next) => {
  const got = method === 'POST' && describeMalformedBody(body);
  next(
    got
      ? new RequestError(400, `The request body must be one JSON object with a query, but got: ${got}.`)
      : undefined,
  );
};

function describeMalformedBody(body: unknown): string | undefined {
  if (Array.isArray(body)) return 'an array';
  if (typeof body !== 'object' || body === null) return JSON.stringify(body)?.slice(0, 80) ?? 'nothing';
  return Object.keys(body).length === 0 ? 'an empty one' : undefined;
}

function createHandler({ graphql, gate, longestOperation }: GraphQLRouteOptions): RequestHandler {
  return async (request, response) => {
    const signal = createRequestSignal(response, longestOperation);
    const leave = await gate.enter(signal);
    try {
      const answer = await graphql.executeHTTPGraphQLRequest({
        httpGraphQLRequest: readRequest(request),
        context: async () => createRequestContext(request, signal),
      });
      send(answer, request, response);
    } finally {
      leave();
    }
  };
}

function readRequest({ method, headers, originalUrl, body }: Request): HTTPGraphQLRequest {
  const at = originalUrl.indexOf('?');
  const entries = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, [value].flat().join(', ')]],
  );
  return {
    // HEAD is GET without the body, which node leaves out.
    method: method === 'HEAD' ? 'GET' : method,
    headers: new HeaderMap(entries),
    search: at < 0 ? '' : originalUrl.slice(at),
    body: body as unknown,
  };
}

/** An answer that a client may keep has a tag. A client that sends the same tag back gets 304, and no body. */
function send(answer: HTTPGraphQLResponse, request: Request, response: Response): void {
  const { headers, body } = answer;
  if (body.kind !== 'complete') throw new Error('An answer must be given at once, but came in parts.');
  response.status(statusOf(answer)).set(Object.fromEntries(headers)).vary('Accept');
  if (!headers.get('cache-control')?.includes('no-store')) {
    const tag = weakTag(body.string);
    response.set('etag', tag);
    if (request.headers['if-none-match']?.includes(tag)) response.status(304);
  }
  response.end(body.string);
}

/** Only an unknown persisted query has the status 404, which clients that take `application/json` expect to be 200. */
function statusOf({ status = 200, headers }: HTTPGraphQLResponse): number {
  const isPlainJson = headers.get('content-type')?.startsWith('application/json');
  return status === 404 && isPlainJson ? 200 : status;
}

/** Weak, because the bytes of one answer differ by its compression. */
const weakTag = (text: string): string => `W/"${createHash('sha256').update(text).digest('base64url')}"`;
