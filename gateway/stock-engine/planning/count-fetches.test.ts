import type { PlanNode } from '@apollo/query-planner';
import { countFetches } from './count-fetches';

const fetch = { kind: 'Fetch' } as PlanNode;
const sequence = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes });
const parallel = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes });
const flatten = (node: PlanNode): PlanNode => ({ kind: 'Flatten', path: ['a', '@'], node });
const condition = (ifClause?: PlanNode, elseClause?: PlanNode): PlanNode => ({
  kind: 'Condition',
  condition: 'c',
  ifClause,
  elseClause,
});

it.each<[string, PlanNode | undefined, number]>([
  ['an empty plan', undefined, 0],
  ['a fetch', fetch, 1],
  ['a fetch for entities', flatten(fetch), 1],
  ['a sequence', sequence(fetch, flatten(fetch)), 2],
  ['a sequence of parallel fetches', sequence(fetch, parallel(fetch, fetch), fetch), 4],
  ['a condition that has the larger branch first', condition(parallel(fetch, fetch), fetch), 2],
  ['a condition that has the larger branch second', condition(fetch, parallel(fetch, fetch, fetch)), 3],
  ['a condition without a second branch', condition(fetch), 1],
])('the fetches of %s', (_, node, count) => {
  expect(countFetches(node)).toBe(count);
});
