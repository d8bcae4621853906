import { createServer } from 'node:http';
import { expressMiddleware } from '@as-integrations/express5';
import express, { json, type ErrorRequestHandler, type Express } from 'express';
import type { Logger } from 'pino';
import { buildConsole, consoleRouter } from '../console';
import { listen, type Subgraph } from '../subgraphs/kit';
import type { GatewayConfig } from './config';
import { exportRouter } from './export/router';
import { createGraphQLServer } from './graphql-server';
import { healthRouter } from './health';
import { createRequestContext } from './request-context';
import { HttpSource } from './sources/http';
import { InProcessSource } from './sources/in-process';
import { createProbes } from './sources/probe';
import type { Source } from './sources/source';
import { createStockEngine, readSupergraph } from './supergraph';

export interface GatewayOptions {
  readonly config: GatewayConfig;
  /** The subgraphs that run in this process, by name; every other one must be in `config.remote`. */
  readonly local: ReadonlyMap<string, Subgraph>;
  readonly logger: Logger;
  readonly supergraphSdl?: string;
  /** Told of every fetch, by the subgraph's name. */
  readonly onFetch?: (subgraph: string) => void;
  /** Rows that an export asks for at a time. */
  readonly exportPageSize?: number;
  /** Serves GraphiQL, building it first when it is not there. */
  readonly console?: { readonly log: (line: string) => void };
}

export interface Gateway {
  readonly url: string;
  /** Finishes what is under way, then lets go of everything but the local subgraphs, which are the caller's. */
  close(): Promise<void>;
}

const longestBody = '256kb';

/** Starts the one endpoint: GraphQL, GraphiQL and health on one port. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, local, logger, onFetch, supergraphSdl = readSupergraph() } = options;
  const sources = createSources(config, local, logger);
  const app = express();
  const httpServer = createServer(app);
  const graphql = createGraphQLServer(
    createStockEngine({ supergraphSdl, sources, logger, onFetch }),
    httpServer,
    logger,
  );
  const [page] = await Promise.all([
    options.console && buildConsole({ log: options.console.log }),
    graphql.start(),
  ]);
  app.disable('x-powered-by');
  app.use(healthRouter(createProbes(sources, supergraphSdl, logger)));
  if (page) app.use(consoleRouter(page.dir));
  app.get('/', (_request, response) => response.redirect('/graphiql'));
  app.use(
    '/graphql',
    json({ limit: longestBody }),
    expressMiddleware(graphql, { context: async ({ req }) => createRequestContext(req) }),
  );
  app.use(exportRouter({ graphql, logger, pageSize: options.exportPageSize }));
  refuseTheRest(app, logger);
  const url = await listen(httpServer, config);
  return {
    url,
    close: async () => {
      await graphql.stop();
      await Promise.all([...sources.values()].map((source) => source.close()));
    },
  };
}

function createSources(
  { remote, timeouts }: GatewayConfig,
  local: ReadonlyMap<string, Subgraph>,
  logger: Logger,
): Map<string, Source> {
  return new Map<string, Source>([
    ...[...local].map(([name, subgraph]) => {
      const onError = (err: unknown, requestId: string) =>
        logger.error({ requestId, subgraph: name, err }, 'subgraph error');
      return [name, new InProcessSource(subgraph, { timeouts, onError })] as const;
    }),
    ...[...remote].map(([name, url]) => [name, new HttpSource(name, url, timeouts)] as const),
  ]);
}

/** Everything that is no route and every body that cannot be read gets a clear JSON error, never a stack trace. */
function refuseTheRest(app: Express, logger: Logger): void {
  app.use((request, response) => {
    response
      .status(404)
      .json(
        errorBody(
          'NOT_FOUND',
          `Nothing is at ${request.path}. GraphQL is at /graphql, GraphiQL at /graphiql.`,
        ),
      );
  });
  const onError: ErrorRequestHandler = (
    error: { status?: number; type?: string },
    _request,
    response,
    next,
  ) => {
    // What is under way can only be broken off.
    if (response.headersSent) return next(error);
    const status = error.status ?? 500;
    if (status >= 500) logger.error({ err: error }, 'request failed');
    response
      .status(status)
      .json(errorBody(status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR', bodyError(error.type)));
  };
  app.use(onError);
}

function bodyError(type: string | undefined): string {
  if (type === 'entity.too.large') return `The request body must be at most ${longestBody}.`;
  if (type === 'entity.parse.failed') return 'The request body must be JSON.';
  return type ? `The request body cannot be read: ${type}.` : 'Internal server error.';
}

const errorBody = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });
