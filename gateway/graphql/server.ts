import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from '../limits/limits';
import type { FieldCosts } from '../limits/list-costs';
import { createLimitsPlugin } from '../limits/plugin';
import { finiteFloatsRule, refuseUnknownOperations, setStatusAndCaching } from './operation-checks';
import type { RequestContext } from '../request-context';

const maskedMessage = 'Internal server error.';

interface GraphQLServerOptions {
  readonly logger: Logger;
  readonly limits: Limits;
  readonly costs: FieldCosts;
}

export function createGraphQLServer(
  gateway: GatewayInterface,
  { logger, limits, costs }: GraphQLServerOptions,
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway,
    logger,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [finiteFloatsRule],
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => formatError(formatted, error, logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      refuseUnknownOperations,
      createLimitsPlugin(limits, costs),
      setStatusAndCaching,
      logOperations(logger),
    ],
  });
}

/** Masks and logs an internal error. Every other error has a code and a message for clients, and passes. */
function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  logger: Logger,
): GraphQLFormattedError {
  const { code, ...extensions } = formatted.extensions ?? {};
  if (code === 'INTERNAL_SERVER_ERROR' && isRefusal(error)) {
    return { ...formatted, extensions: { code: 'BAD_REQUEST' } };
  }
  if (code === 'INTERNAL_SERVER_ERROR') {
    // An error of a subgraph comes masked: it was logged where it happened.
    if (formatted.message !== maskedMessage)
      logger.error({ err: unwrapResolverError(error) }, 'operation failed');
    return { ...formatted, message: maskedMessage, extensions: { code } };
  }
  delete extensions.stacktrace;
  return { ...formatted, extensions: { code, ...extensions } };
}

/** Whether Apollo Server refused the request without a code, as it does for a persisted query whose hash is wrong. */
const isRefusal = (error: unknown): boolean =>
  error instanceof GraphQLError && (error.extensions.http as { status?: number } | undefined)?.status === 400;

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
