import { createServer, type Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { pino, type Logger } from 'pino';
import { readLogLevel, type SubgraphConfig } from '../config';
import { publicError } from '../errors';
import { listen } from './listen';
import type { Subgraph } from '../subgraph';
import { createSubgraphApp } from './subgraph-app';

export interface SubgraphServer {
  readonly url: string;
  /** Closes idle connections, and lets requests that are under way finish, for ten seconds at most. */
  close(): Promise<void>;
}

/** In tokens. The gateway's fetch repeats the fields of a client's fragment wherever the fragment is spread. */
const mostTokens = 50_000;
/** In milliseconds, as every duration here. */
const gracePeriod = 10_000;
/** Longer than the gateway keeps an idle connection, so that it sends no request on one that this server is closing. */
const keepAlive = 70_000;
const longestRequest = 30_000;

/** Serves one subgraph over HTTP, for gateways. Its errors are the same as in the gateway's process. */
export async function serveSubgraph(subgraph: Subgraph, config: SubgraphConfig): Promise<SubgraphServer> {
  const logger = pino({ name: subgraph.name, level: readLogLevel() }, pino.destination(2));
  const httpServer = createServer({ keepAliveTimeout: keepAlive, requestTimeout: longestRequest });
  const graphql = createApolloServer(subgraph, httpServer, logger);
  await graphql.start();
  httpServer.on('request', createSubgraphApp({ subgraph, graphql, listenHost: config.host, logger }));
  try {
    const url = await listen(httpServer, config);
    return { url: `${url}/graphql`, close: () => graphql.stop() };
  } catch (error) {
    await graphql.stop();
    throw error;
  }
}

function createApolloServer(subgraph: Subgraph, httpServer: Server, logger: Logger): ApolloServer<object> {
  return new ApolloServer<object>({
    schema: subgraph.schema,
    logger,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    parseOptions: { maxTokens: mostTokens },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => formatError(subgraph.name, formatted, error, logger),
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: gracePeriod }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
}

function formatError(
  name: string,
  formatted: GraphQLFormattedError,
  error: unknown,
  logger: Logger,
): GraphQLFormattedError {
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted;
  const originalError = error instanceof Error ? error : undefined;
  const thrown =
    error instanceof GraphQLError ? error : new GraphQLError(formatted.message, { originalError });
  return { ...formatted, ...publicError(name, thrown, (err) => logger.error({ err }, 'subgraph error')) };
}
