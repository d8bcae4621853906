import { Supergraph } from '@apollo/federation-internals';
import type {
  GatewayExecutor,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface';
import { buildSchema, GraphQLError } from 'graphql';
import { createDegradingSources, type EngineOptions } from '../absence/degrading-sources';
import { dispensableSubgraphs } from '../absence/tolerance';
import { findEntityOwners } from '../supergraph/entity-owners';
import { translateOperations } from './translate-operations';
import { retryWithoutFailedSubgraphs } from './execution/retry-without-failed-subgraphs';
import { createPlanRunner, type RunPlan } from './execution/run-plan';
import { Planner } from './planning/planner';
import { QueryPlans } from './planning/query-plans';

/** Apollo's planner and executor, from @apollo/gateway, over our sources. */
export function createStockEngine(options: EngineOptions): GatewayInterface {
  const { supergraphSdl, limits } = options;
  const planner = new Planner({ supergraphSdl, deadline: limits.planning });
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      const supergraph = Supergraph.build(supergraphSdl);
      assertConfigured(supergraph, options.sources);
      const apiSchema = supergraph.apiSchema();
      const executor = createExecutor(options, new QueryPlans(planner, limits), apiSchema);
      const schema = apiSchema.toGraphQLJSSchema();
      listeners.forEach((listener) => listener({ apiSchema: schema, coreSupergraphSdl: supergraphSdl }));
      return { executor };
    },
    stop: () => planner.close(),
  };
}

function assertConfigured(supergraph: Supergraph, sources: EngineOptions['sources']): void {
  const missing = supergraph.subgraphsMetadata().find(({ name }) => !sources.has(name));
  if (missing) throw new Error(`The supergraph has a subgraph that is not configured: ${missing.name}.`);
}

function createExecutor(
  options: EngineOptions,
  plans: QueryPlans,
  apiSchema: ReturnType<Supergraph['apiSchema']>,
): GatewayExecutor {
  const supergraph = buildSchema(options.supergraphSdl, { assumeValidSDL: true });
  const owners = findEntityOwners(supergraph);
  const sources = createDegradingSources(options, supergraph);
  const runPlan = createPlanRunner({ supergraph, apiSchema, sources, owners });
  const run = retryWithoutFailedSubgraphs(runPlan, dispensableSubgraphs(supergraph));
  return translateOperations(planAndRun(plans, run), owners);
}

const planAndRun =
  (plans: QueryPlans, run: RunPlan): GatewayExecutor =>
  async (request) => {
    const plan = await plans.find(request).catch(returnRefusal);
    return plan instanceof GraphQLError ? { errors: [plan] } : run(plan, request);
  };

/** The planner's refusal of an operation is the operation's answer; any other error is ours. */
function returnRefusal(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  throw error;
}
