import type { TargetConditions } from '../../subgraphs/kit';
import type { TargetFilter } from '../../schema/types.generated';
import { resultConditions, targetConditions } from './arguments';

it.each([
  [{ departments: ['economy', 'economy'] }, { departments: ['economy'] }],
  [{ chapters: [5, 1, 5] }, { chapters: [5, 1] }],
  [{ items: [2, 2] }, { items: [2] }],
  [{ kinds: ['FIGURE', 'FIGURE'] }, { kinds: ['FIGURE'] }],
  [{ units: ['家', '个', '家'] }, { units: ['家', '个'] }],
  [{ status: ['ACHIEVED', 'ACHIEVED'] }, { status: ['ACHIEVED'] }],
  [{ againstBaseline: ['BELOW', 'BELOW'] }, { comparison: ['BELOW'] }],
] satisfies [TargetFilter, TargetConditions][])('of %j, the conditions are %j', (filter, conditions) => {
  expect(targetConditions(filter)).toEqual(conditions);
});

it.each([
  [{ departments: ['safety', 'safety'] }, { departments: ['safety'] }],
  [{ units: ['%', '%'] }, { units: ['%'] }],
])('of %j for results, the conditions are %j', (filter, conditions) => {
  expect(resultConditions(filter)).toEqual(conditions);
});
