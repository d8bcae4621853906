import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import type { Schema } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { parse, type GraphQLSchema } from 'graphql';
import type { DegradingSource } from '../../absence/degrading-source';
import type { EntityOwner } from '../../supergraph/entity-owners';
import { FetchedData } from '../answer/fetched-data';
import { RecordingDataSource } from './recording-data-source';

/** Runs a plan once. The data are everything that was fetched, in the plan's response keys. */
export type RunPlan = (
  plan: QueryPlan,
  request: GatewayGraphQLRequestContext,
) => Promise<GatewayExecutionResult>;

interface RunnerOptions {
  readonly supergraph: GraphQLSchema;
  readonly apiSchema: Schema;
  readonly sources: readonly DegradingSource[];
  readonly owners: ReadonlyMap<string, EntityOwner>;
}

/**
 * Apollo's executor shapes the fetched data by the operation that it is given. The projection takes the place of this
 * shaping, so every plan runs with an operation that leaves the executor nothing to shape.
 */
const nothing = parse('{ __typename }', { noLocation: true });

export function createPlanRunner({ supergraph, apiSchema, sources, owners }: RunnerOptions): RunPlan {
  const operation = buildOperationContext({
    schema: supergraph,
    operationDocument: nothing,
    operationName: undefined,
  });
  return async (plan, request) => {
    const fetched = new FetchedData();
    const dataSources = sources.map((source) => {
      const isOwn = (type: string) => owners.get(type)?.subgraph === source.name;
      return [source.name, new RecordingDataSource(source, { supergraph, fetched, isOwn })] as const;
    });
    const services = Object.fromEntries(dataSources);
    const result = await executeQueryPlan(plan, services, request, operation, supergraph, apiSchema);
    return { data: fetched.root, errors: [...fetched.errors(), ...(result.errors ?? [])] };
  };
}
