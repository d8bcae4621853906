import type { QueryPlan } from '@apollo/query-planner';

/** Query plans by operation, at most `capacity`: the plan that was unused for longest gives way to a new one. */
export class PlanCache {
  readonly #plans = new Map<string, QueryPlan>();

  constructor(private readonly capacity: number) {}

  get(key: string): QueryPlan | undefined {
    const plan = this.#plans.get(key);
    if (plan) this.#moveToEnd(key, plan);
    return plan;
  }

  set(key: string, plan: QueryPlan): void {
    this.#moveToEnd(key, plan);
    const [oldest] = this.#plans.keys();
    if (this.#plans.size > this.capacity && oldest !== undefined) this.#plans.delete(oldest);
  }

  /** A Map keeps the order of insertion, so the first key is the one that was unused for longest. */
  #moveToEnd(key: string, plan: QueryPlan): void {
    this.#plans.delete(key);
    this.#plans.set(key, plan);
  }
}
