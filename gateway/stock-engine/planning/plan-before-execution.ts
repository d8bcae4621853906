import { createHash } from 'node:crypto';
import type { GatewayExecutor, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import type { PlanNode, QueryPlan, QueryPlanCache, SubscriptionNode } from '@apollo/query-planner';
import { GraphQLError, print } from 'graphql';
import { noteMeasures } from '../../limits/cost';
import { assertWithin, type Limits } from '../../limits/limits';
import type { Planner } from './planner';

interface Planning {
  readonly planner: Planner;
  /** The gateway's own: the plans that it finds there it does not make. */
  readonly cache: QueryPlanCache;
  readonly limits: Limits;
}

/** The executor with each operation's plan made off the event loop, and bounded in its fetches, before it executes. */
export function planBeforeExecution(
  executor: GatewayExecutor,
  { planner, cache, limits }: Planning,
): GatewayExecutor {
  const plan = createSharedPlanning(planner, cache);
  return async (request) => {
    // The executor refuses an operation name that names none.
    if (!(request.operation as unknown)) return executor(request);
    try {
      const fetches = countFetches((await plan(request)).node);
      noteMeasures(request.context as object, { fetches });
      assertWithin(limits, { fetches });
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
    return executor(request);
  };
}

/** Requests for an operation that is being planned wait for the one plan. */
function createSharedPlanning(planner: Planner, cache: QueryPlanCache) {
  const underWay = new Map<string, Promise<QueryPlan>>();
  const planAndKeep = async (key: string, { document, request }: GatewayGraphQLRequestContext) => {
    const plan = await planner.plan(print(document), request.operationName);
    await cache.set(key, plan);
    return plan;
  };
  return async (request: GatewayGraphQLRequestContext): Promise<QueryPlan> => {
    const key = planKey(request);
    const known = await cache.get(key);
    if (known) return known;
    const running = underWay.get(key) ?? planAndKeep(key, request).finally(() => underWay.delete(key));
    underWay.set(key, running);
    return running;
  };
}

/** The key under which @apollo/gateway looks for the operation's plan. */
function planKey({ queryHash, request: { operationName } }: GatewayGraphQLRequestContext): string {
  return operationName
    ? createHash('sha256').update(queryHash).update(operationName).digest('hex')
    : queryHash;
}

/** Fetches of a plan; of a condition's two branches the larger. */
export function countFetches(node: PlanNode | SubscriptionNode | undefined): number {
  switch (node?.kind) {
    case 'Fetch':
      return 1;
    case 'Flatten':
      return countFetches(node.node);
    case 'Condition':
      return Math.max(countFetches(node.ifClause), countFetches(node.elseClause));
    case 'Sequence':
    case 'Parallel':
      return node.nodes.reduce((sum, each) => sum + countFetches(each), 0);
    default:
      return 0;
  }
}
