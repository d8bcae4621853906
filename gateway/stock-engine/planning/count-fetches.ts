import type { PlanNode, SubscriptionNode } from '@apollo/query-planner';

/** The fetches of a plan. Of a condition's two branches the larger counts. */
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
