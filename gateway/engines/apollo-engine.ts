import { ApolloGateway, type GraphQLDataSource, type GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { buildSchema, parse, type GraphQLSchema } from 'graphql';
import { createDegradingSources, type EngineOptions } from '../absence/degrading-sources';
import type { DegradingSource } from '../absence/degrading-source';
import { createFetch, type Fetch } from '../absence/fetch';
import type { RequestContext } from '../request-context';

/**
 * The stock @apollo/gateway over our sources, to compare with: it plans on the event loop without a deadline, and answers
 * some operations wrongly that `gateway/behaviour` tests.
 */
export function createApolloEngine(options: EngineOptions): GatewayInterface {
  const { supergraphSdl, logger } = options;
  // @apollo/gateway reports to its vendor unless told otherwise.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const supergraph = buildSchema(supergraphSdl, { assumeValidSDL: true });
  const sources = createDegradingSources(options, supergraph);
  return new ApolloGateway({
    supergraphSdl,
    logger,
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true, reuseQueryFragments: false },
    buildService: ({ name }) => {
      const source = sources.find((each) => each.name === name);
      if (!source) throw new Error(`The supergraph has a subgraph that is not configured: ${name}.`);
      return createDataSource(source, supergraph);
    },
  });
}

const createDataSource = (source: DegradingSource, supergraph: GraphQLSchema): GraphQLDataSource => ({
  process: async (options) => await source.fetch(toFetch(options, supergraph)),
});

function toFetch(options: GraphQLDataSourceProcessOptions, supergraph: GraphQLSchema): Fetch {
  const { absence, ...origin } = options.context as RequestContext;
  const { query = '', operationName, variables = {} } = options.request;
  const document = ('document' in options && options.document) || parse(query, { noLocation: true });
  const path = ('pathInIncomingRequest' in options && options.pathInIncomingRequest) || [];
  const request = { document, query, operationName, variables, origin };
  return createFetch({ supergraph, request, absence, isOfList: path.includes('@') });
}
