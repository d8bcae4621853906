import type {
  Experimental_DidResolveQueryPlanCallback,
  GraphQLDataSource,
  GraphQLDataSourceProcessOptions,
} from '@apollo/gateway';
import type {
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayGraphQLResponse,
} from '@apollo/server-gateway-interface';
import { Kind, OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { FetchedData, type Representation } from './answer/fetched-data';
import { plainField, selectionSet } from './operation/nodes';

/** What each run of a plan fetched, by the request context that the executor was given for the run. */
export type Recordings = WeakMap<GatewayGraphQLRequestContext, FetchedData>;

interface RecordingOptions {
  readonly recordings: Recordings;
  /** Whether the subgraph is the one that must know an entity of the type. */
  readonly isOwn: (typename: string) => boolean;
}

/** Keeps what a subgraph answers for the projection. The executor gets the data alone. */
export class RecordingDataSource implements GraphQLDataSource {
  constructor(
    private readonly name: string,
    private readonly source: GraphQLDataSource,
    private readonly options: RecordingOptions,
  ) {}

  async process(options: GraphQLDataSourceProcessOptions): Promise<GatewayGraphQLResponse> {
    const response = await this.source.process(options);
    if (!('incomingRequestContext' in options)) return response;
    const fetched = this.options.recordings.get(options.incomingRequestContext);
    if (!fetched) throw new Error(`A fetch from ${this.name} must be of a recorded run, but is of none.`);
    const representations = options.request.variables?.representations as
      readonly Representation[] | undefined;
    if (representations) {
      const entities = fetched.markEntities(this.name, representations, response, this.options.isOwn);
      return { data: { _entities: entities } };
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
  (executor: GatewayExecutor, recordings: Recordings): GatewayExecutor =>
  async (requestContext) => {
    const run = { ...requestContext };
    const fetched = new FetchedData();
    recordings.set(run, fetched);
    const result = await executor(run);
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
