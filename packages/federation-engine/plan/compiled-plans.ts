import type { LeastRecentlyUsed } from '../planning/least-recently-used';
import type { Planner } from '../planning/planner';
import type { Supergraph } from '../supergraph/supergraph';
import { withoutAdditions } from './additions';
import { compilePlan, type CompiledPlan } from './compile-plan';
import { completeInputs } from './complete-inputs';
import type { PlanEnvironment } from './environment';

interface CompiledPlansOptions {
  readonly planner: Planner;
  readonly supergraph: Supergraph;
  readonly environment: PlanEnvironment;
  readonly cache: LeastRecentlyUsed<Promise<CompiledPlan>>;
}

/** Plans by the text of the operation, each made and compiled once for all requests that ask for it meanwhile. */
export class CompiledPlans {
  constructor(private readonly options: CompiledPlansOptions) {}

  /** @throws when the operation cannot be planned; the next request for it tries again */
  find(text: string): Promise<CompiledPlan> {
    const { cache } = this.options;
    const known = cache.get(text);
    if (known) return known;
    const compiled = this.#compile(text);
    cache.set(text, compiled);
    compiled.catch(() => cache.delete(text));
    return compiled;
  }

  async #compile(text: string): Promise<CompiledPlan> {
    const { planner, supergraph, environment } = this.options;
    const plan = completeInputs(await planner.plan(text), supergraph.inputs);
    return compilePlan(withoutAdditions(plan, supergraph), environment);
  }
}
