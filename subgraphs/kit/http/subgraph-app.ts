import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, { json, type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { isOwnHost } from './host-check';
import type { Subgraph } from '../subgraph';

interface SubgraphAppOptions {
  readonly subgraph: Subgraph;
  /** Started. */
  readonly graphql: ApolloServer<object>;
  /** The address that the server listens on. */
  readonly listenHost: string;
  readonly logger: Logger;
}

/** In bytes. The plan office is sent the slices of all departments: 0.7 MB for one list with a page of 500 from each of five. */
const longestBody = 16 * 1024 * 1024;

/**
 * `POST /graphql` and `GET /health`, for gateways and operators. No web page may ask a subgraph: it gives no leave by CORS,
 * refuses requests that a page can send without leave (CSRF) and requests whose `Host` is not its own (DNS rebinding).
 */
export function createSubgraphApp({ subgraph, graphql, listenHost, logger }: SubgraphAppOptions): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use((request, response, next) => {
    if (isOwnHost(request.headers.host, listenHost)) return next();
    refuse(response, 421, `The Host header must name this server, but got: ${request.headers.host}.`);
  });
  app.get('/health', async (_request, response) => {
    const isUp = await subgraph.ping().then(
      () => true,
      () => false,
    );
    response.status(isUp ? 200 : 503).json({ status: isUp ? 'up' : 'down' });
  });
  app.post(
    '/graphql',
    json({ limit: longestBody }),
    expressMiddleware(graphql, {
      context: async ({ req }) => subgraph.createContext({ authorization: req.headers.authorization }),
    }),
  );
  app.all('/graphql', (request, response) => {
    response.setHeader('allow', 'POST');
    refuse(response, 405, `GraphQL is asked by POST, but got: ${request.method}.`);
  });
  app.use((request: Request, response: Response) =>
    refuse(response, 404, `Nothing is at ${request.path}. GraphQL is at /graphql.`, 'NOT_FOUND'),
  );
  app.use(refuseUnreadable(logger));
  return app;
}

/** Answers a body that cannot be read with an error that says why, and a failure of ours without its message. */
function refuseUnreadable(logger: Logger): ErrorRequestHandler {
  return (error: { status?: number; type?: string }, _request, response, next) => {
    if (response.headersSent) return next(error);
    const { status = 500, type = 'unknown' } = error;
    if (status < 500)
      return refuse(response, status, bodyMessages[type] ?? `The body cannot be read: ${type}.`);
    logger.error({ err: error }, 'request failed');
    refuse(response, status, 'Internal server error.', 'INTERNAL_SERVER_ERROR');
  };
}

const bodyMessages: Readonly<Record<string, string>> = {
  'entity.too.large': `The request body must be at most ${longestBody} bytes.`,
  'entity.parse.failed': 'The request body must be JSON.',
};

function refuse(response: Response, status: number, message: string, code = 'BAD_REQUEST'): void {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
