import type { QueryPlan } from '@apollo/query-planner';
import { PlanCache } from './plan-cache';

const plan = (): QueryPlan => ({ kind: 'QueryPlan' });

it.each([
  ['a plan that was not kept is not there', [], 'a', false],
  ['a plan that was kept is there', ['a'], 'a', true],
  ['as many plans as the capacity are there', ['a', 'b'], 'a', true],
  ['the plan that was unused for longest gives way', ['a', 'b', 'c'], 'a', false],
  ['the plan that came after it stays', ['a', 'b', 'c'], 'b', true],
  ['a plan that is kept anew is the youngest', ['a', 'b', 'a', 'c'], 'a', true],
])('%s', (_, keys, key, isThere) => {
  const cache = new PlanCache(2);

  keys.forEach((each) => cache.set(each, plan()));

  expect(cache.get(key) !== undefined).toBe(isThere);
});

it('a plan that is used is the youngest', () => {
  const cache = new PlanCache(2);
  const [first, second, third] = [plan(), plan(), plan()];
  cache.set('first', first);
  cache.set('second', second);

  cache.get('first');
  cache.set('third', third);

  expect(['first', 'second', 'third'].map((key) => cache.get(key))).toEqual([first, undefined, third]);
});
