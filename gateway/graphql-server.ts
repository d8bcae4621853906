import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Server } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from './request-context';

const maskedMessage = 'Internal server error.';
/** A document longer than this is refused before it is parsed to the end. */
const mostTokens = 10_000;

export function createGraphQLServer(
  gateway: GatewayInterface,
  httpServer: Server,
  logger: Logger,
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway,
    logger,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: mostTokens },
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => formatError(formatted, error, logger),
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      refuseUnknownOperation,
      logOperations(logger),
    ],
  });
}

/** What is ours is masked and logged once; what clients can act on passes as it is. */
function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  logger: Logger,
): GraphQLFormattedError {
  const { code, ...extensions } = formatted.extensions ?? {};
  if (code === 'INTERNAL_SERVER_ERROR') {
    // An error of a subgraph comes masked: it was logged where it happened.
    if (formatted.message !== maskedMessage)
      logger.error({ err: unwrapResolverError(error) }, 'operation failed');
    return { ...formatted, message: maskedMessage, extensions: { code } };
  }
  delete extensions.stacktrace;
  return { ...formatted, extensions: { code, ...extensions } };
}

/** An `operationName` that names none is the client's mistake; the stock executor calls it a failure of the server. */
const refuseUnknownOperation: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http }, operation }) => {
      if (body.kind !== 'single' || operation || !body.singleResult.errors) return;
      const invalid = body.singleResult.errors.some(
        ({ extensions }) => extensions?.code === 'INVALID_GRAPHQL',
      );
      if (invalid) http.status = 400;
    },
  }),
};

function logOperations(logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => {
      const start = performance.now();
      return {
        willSendResponse: async ({ operationName, contextValue, response, operation }) => {
          const errors = response.body.kind === 'single' ? response.body.singleResult.errors : undefined;
          const milliseconds = Math.round(performance.now() - start);
          const { requestId } = contextValue;
          const codes = errors?.map((error) => error.extensions?.code);
          logger.info(
            { requestId, operation: operation?.operation, operationName, milliseconds, codes },
            'operation',
          );
        },
      };
    },
  };
}
