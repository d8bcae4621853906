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

/** GraphQL over HTTP at `/graphql`. Whatever can be refused is refused before the body is read. */
export function graphqlRoute(options: GraphQLRouteOptions): Router {
  const router = express.Router();
  router.all(
    '/graphql',
    refuseForm,
    refuseWhenFull(options.gate),
    boundBodies(mostBodies, longestBody),
    json({ limit: longestBody, strict: false }),
    refuseBodies,
    createHandler(options),
  );
  return router;
}

/** By method, by what is sent and by what is taken in return. */
const refuseForm: RequestHandler = (request, response, next) => {
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

const refuseBodies: RequestHandler = ({ method, body }: Request, _response, next) => {
  const got = method === 'POST' && describeOtherBody(body);
  next(
    got
      ? new RequestError(400, `The request body must be one JSON object with a query, but got: ${got}.`)
      : undefined,
  );
};

function describeOtherBody(body: unknown): string | undefined {
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

/** An answer that may be kept has a tag; a client that has it already is told so without it. */
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

/** Of GraphQL's errors only an unknown persisted query is "not found"; clients of the older media type expect it at 200. */
function statusOf({ status = 200, headers }: HTTPGraphQLResponse): number {
  const isOlder = headers.get('content-type')?.startsWith('application/json');
  return status === 404 && isOlder ? 200 : status;
}

/** Weak, since the same answer goes out compressed in several ways. */
const weakTag = (text: string): string => `W/"${createHash('sha256').update(text).digest('base64url')}"`;
