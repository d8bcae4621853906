import type { QueryPlanCache, QueryPlan } from '@apollo/query-planner';

/** Query plans by operation, as many as are given; the one that was longest unused gives way. */
export function createPlanCache(capacity: number): QueryPlanCache {
  const plans = new Map<string, QueryPlan>();
  return {
    get: async (key) => {
      const plan = plans.get(key);
      if (plan) {
        plans.delete(key);
        plans.set(key, plan);
      }
      return plan;
    },
    set: async (key, plan) => {
      plans.delete(key);
      plans.set(key, plan);
      const [oldest] = plans.keys();
      if (plans.size > capacity && oldest !== undefined) plans.delete(oldest);
    },
    delete: async (key) => plans.delete(key),
    clear: () => plans.clear(),
  };
}
