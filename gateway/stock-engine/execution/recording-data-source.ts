import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import { parse, type GraphQLSchema } from 'graphql';
import { createFetch, type Fetch } from '../../absence/fetch';
import type { DegradingSource } from '../../absence/degrading-source';
import type { RequestContext } from '../../request-context';
import type { FetchedData, Representation } from '../answer/fetched-data';

interface RecordingOptions {
  readonly supergraph: GraphQLSchema;
  /** The data of the run of a plan that this data source serves. */
  readonly fetched: FetchedData;
  /** Whether the subgraph alone knows which entities of a type exist. */
  readonly isOwn: (typename: string) => boolean;
}

/** A subgraph for one run of a plan: keeps data and errors for the projection, and gives the executor the data alone. */
export class RecordingDataSource implements GraphQLDataSource {
  constructor(
    private readonly source: DegradingSource,
    private readonly options: RecordingOptions,
  ) {}

  async process(options: GraphQLDataSourceProcessOptions): Promise<GatewayGraphQLResponse> {
    const { fetched, supergraph, isOwn } = this.options;
    const { name } = this.source;
    const response = await this.source.fetch(toFetch(options, supergraph));
    const representations = options.request.variables?.representations as
      readonly Representation[] | undefined;
    if (representations) {
      return { data: { _entities: fetched.markEntities(name, representations, response, isOwn) } };
    }
    fetched.addRoot(name, response);
    return { data: response.data };
  }
}

function toFetch(options: GraphQLDataSourceProcessOptions, supergraph: GraphQLSchema): Fetch {
  const { absence, ...origin } = options.context as RequestContext;
  const { query = '', operationName, variables = {} } = options.request;
  const document = ('document' in options && options.document) || parse(query, { noLocation: true });
  const path = ('pathInIncomingRequest' in options && options.pathInIncomingRequest) || [];
  const request = { document, query, operationName, variables, origin };
  return createFetch({ supergraph, request, absence, isOfList: path.includes('@') });
}
