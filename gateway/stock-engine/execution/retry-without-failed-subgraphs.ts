import { OperationTypeNode } from 'graphql';
import type { RequestContext } from '../../request-context';
import type { RunPlan } from './run-plan';

/**
 * A department may answer for a list and then fail to give an entity of it, and Apollo's executor loses the whole list with
 * the entity. So the plan of a query runs again without the departments that were lost, as if they had been down from the
 * start. Each run has at least one department less than the run before.
 * @param dispensable the subgraphs that lists can do without
 */
export const retryWithoutFailedSubgraphs =
  (runPlan: RunPlan, dispensable: ReadonlySet<string>): RunPlan =>
  async (plan, request) => {
    const { absence } = request.context as RequestContext;
    const isQuery = request.operation.operation === OperationTypeNode.QUERY;
    for (;;) {
      const result = await runPlan(plan, request);
      if (!isQuery || !absence.goOnWithoutLost(dispensable)) return result;
    }
  };
