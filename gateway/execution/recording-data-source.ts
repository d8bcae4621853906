import type {
  Experimental_DidResolveQueryPlanCallback,
  GraphQLDataSource,
  GraphQLDataSourceProcessOptions,
} from '@apollo/gateway';
import type { GatewayExecutor, GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import { Kind, OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { FetchedData, type Representation } from './fetched-data';
import { plainField, selectionSet } from './nodes';

interface RecordingContext {
  /** Of the run of the plan that a fetch belongs to. */
  readonly fetched?: FetchedData;
}

/** Keeps what a subgraph answers for the projection. The executor gets the data alone. */
export class RecordingDataSource implements GraphQLDataSource {
  /** @param isOwn whether the subgraph is the one that must know an entity of the type */
  constructor(
    private readonly name: string,
    private readonly source: GraphQLDataSource,
    private readonly isOwn: (typename: string) => boolean,
  ) {}

  async process(options: GraphQLDataSourceProcessOptions): Promise<GatewayGraphQLResponse> {
    const response = await this.source.process(options);
    const { fetched } = options.context as RecordingContext;
    if (!fetched) return response;
    const representations = options.request.variables?.representations as
      readonly Representation[] | undefined;
    if (representations) {
      return { data: { _entities: fetched.markEntities(this.name, representations, response, this.isOwn) } };
    }
    fetched.addRoot(this.name, response);
    return { data: response.data };
  }
}

/**
 * Runs plans and gives all that they fetched, in the plan's response keys, in place of the executor's own answer. Data are
 * missing only where the operation was refused before anything was fetched.
 */
export const recordFetches =
  (executor: GatewayExecutor): GatewayExecutor =>
  async (requestContext) => {
    const fetched = new FetchedData();
    const result = await executor({ ...requestContext, context: { ...requestContext.context, fetched } });
    if (result.data == null) return result;
    return { data: fetched.root, errors: [...fetched.errors(), ...(result.errors ?? [])] };
  };

const nothing: OperationDefinitionNode = {
  kind: Kind.OPERATION_DEFINITION,
  operation: OperationTypeNode.QUERY,
  selectionSet: selectionSet([plainField('__typename')]),
};

/**
 * The executor shapes what it fetched by the operation that it was given, which takes longer than anything else it does, and
 * nobody reads the result. Told of a plan, it gets an operation that leaves nothing to shape.
 */
export const skipShaping: Experimental_DidResolveQueryPlanCallback = ({ operationContext }) => {
  Object.assign(operationContext, { operation: nothing, fragments: {} });
};
