import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { isOwnHost } from '../../subgraphs/kit';

interface ErrorBody {
  readonly errors: readonly object[];
}

export const errorBody = (code: string, message: string): ErrorBody => ({
  errors: [{ message, extensions: { code } }],
});

/** Bytes. */
export const longestBody = 256 * 1024;

/** Media types of answers. A client that takes both alike gets the first. */
export const mediaTypes = ['application/json', 'application/graphql-response+json'];

/** A request that cannot be served, with the HTTP status and further headers of the answer. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Refuses what DNS rebinding sends: a page of another host name that now resolves to this machine's address. */
export function refuseForeignHosts(listenHost: string, names: readonly string[]): RequestHandler {
  return ({ headers }, _response, next) => {
    if (isOwnHost(headers.host, listenHost, names)) return next();
    const rule = `The Host header must name this server, but got: ${headers.host}.`;
    next(new RequestError(421, `${rule} ALLOWED_HOSTS gives it further names.`));
  };
}

export const refuseUnknownPaths: RequestHandler = (request, response) => {
  const message = `Nothing is at ${request.path}. GraphQL is at /graphql, GraphiQL at /graphiql.`;
  sendErrors(request, response, 404, errorBody('NOT_FOUND', message));
};

/** Every request that cannot be served gets a clear JSON error, never a stack trace. */
export function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    // A response that has begun can only be broken off.
    if (response.headersSent) return next(error);
    if (error instanceof GraphQLError) return sendGraphQLError(error, request, response);
    const { status, message, headers } = readError(error, request);
    if (status >= 500) logger.error({ err: error }, 'request failed');
    response.set(headers);
    const code = status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
    sendErrors(request, response, status, errorBody(code, message));
  };
}

/** Sends an error that has its own code, status and headers. */
function sendGraphQLError({ message, extensions }: GraphQLError, request: Request, response: Response): void {
  const { http, code } = extensions as {
    readonly code: string;
    readonly http?: { readonly status?: number; readonly headers?: ReadonlyMap<string, string> };
  };
  response.set(Object.fromEntries(http?.headers ?? []));
  sendErrors(request, response, http?.status ?? 400, errorBody(code, message));
}

function readError(error: unknown, { headers }: Request): RequestError {
  if (error instanceof RequestError) return error;
  // Errors of body-parser and of the router have a status, and most of them a type.
  const { status = 500, type } = error as { readonly status?: number; readonly type?: string };
  if (status >= 500) return new RequestError(status, 'Internal server error.');
  const messages: Readonly<Record<string, string>> = {
    'entity.too.large': `The request body must be at most ${longestBody / 1024} kB.`,
    'entity.parse.failed': 'The request body must be JSON.',
    'charset.unsupported': `The charset must be UTF-8, but got: ${headers['content-type']}.`,
    'encoding.unsupported': `The content-encoding must be gzip, deflate or br, but got: ${headers['content-encoding']}.`,
  };
  return new RequestError(status, messages[type ?? ''] ?? 'The request cannot be read.');
}

/** Sends errors in the media type that the client prefers. No cache may keep them. */
export function sendErrors(request: Request, response: Response, status: number, body: ErrorBody): void {
  const type = request.accepts(mediaTypes) || 'application/json';
  response.status(status).set({ 'cache-control': 'no-store', 'content-type': `${type}; charset=utf-8` });
  response.end(JSON.stringify(body));
}
