import type { QueryPlan } from '@apollo/query-planner';
import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { print } from 'graphql';
import { noteMeasures } from '../../limits/cost';
import { assertWithin, type Limits } from '../../limits/limits';
import { countFetches } from './count-fetches';
import { PlanCache } from './plan-cache';
import type { Planner } from './planner';

/** Plans that are kept; the text of one is about 30 kB. */
const mostPlans = 1_000;

/** The plan of each operation, made off the event loop, kept for equal operations, and bounded in its fetches. */
export class QueryPlans {
  readonly #kept = new PlanCache(mostPlans);
  /** Equal operations that come while one of them is being planned wait for its plan. */
  readonly #underWay = new Map<string, Promise<QueryPlan>>();

  constructor(
    private readonly planner: Planner,
    private readonly limits: Limits,
  ) {}

  /** @throws QUERY_TOO_COMPLEX when the planning or the number of fetches is above its limit */
  async find(request: GatewayGraphQLRequestContext): Promise<QueryPlan> {
    const plan = this.#kept.get(request.queryHash) ?? (await this.#make(request));
    const fetches = countFetches(plan.node);
    noteMeasures(request.context as object, { fetches });
    assertWithin(this.limits, { fetches });
    return plan;
  }

  #make({ queryHash, document }: GatewayGraphQLRequestContext): Promise<QueryPlan> {
    const running = this.#underWay.get(queryHash) ?? this.#planAndKeep(queryHash, print(document));
    this.#underWay.set(queryHash, running);
    return running;
  }

  async #planAndKeep(key: string, query: string): Promise<QueryPlan> {
    try {
      const plan = await this.planner.plan(query);
      this.#kept.set(key, plan);
      return plan;
    } finally {
      this.#underWay.delete(key);
    }
  }
}
