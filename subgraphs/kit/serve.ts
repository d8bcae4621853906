import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { readLogLevel, type SubgraphConfig } from './config';
import { publicError } from './errors';
import type { Subgraph } from './subgraph';

export interface SubgraphServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves one subgraph over HTTP. Errors are the ones it gives in the gateway's process. */
export async function serveSubgraph(
  subgraph: Subgraph,
  { host, port }: SubgraphConfig,
): Promise<SubgraphServer> {
  const logger = pino({ name: subgraph.name, level: readLogLevel() }, pino.destination(2));
  const server = new ApolloServer<object>({
    schema: subgraph.schema,
    logger,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => {
      const original = error instanceof GraphQLError ? error : undefined;
      if (!original || formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted;
      return {
        ...formatted,
        ...publicError(subgraph.name, original, (err) => logger.error({ err }, 'subgraph error')),
      };
    },
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTraceDisabled()],
  });
  const { url } = await startStandaloneServer(server, {
    listen: { host, port },
    context: async ({ req }) => subgraph.createContext({ authorization: req.headers.authorization }),
  });
  return { url: `${url}graphql`, close: () => server.stop() };
}
