import { branchesOf } from './branches';
import { complement, intersect, point, prefixed, ray, showInterval, type Interval } from './intervals';

const shown = (intervals: readonly Interval[]) => intervals.map(showInterval);
const ofFilter = (condition: unknown) =>
  shown(branchesOf({ a: condition })[0]?.fields.get('a')?.[0]?.intervals ?? []);

describe('the intervals of a condition', () => {
  test.each<[condition: unknown, intervals: string[]]>([
    [3, ['[3, 3]']],
    ['a, b', ['["a, b", "a, b"]']],
    [{ $in: [2, 1, 2] }, ['[1, 1]', '[2, 2]']],
    [{ $gt: 3 }, ['(3, inf.0]']],
    [{ $lte: 3 }, ['[-inf.0, 3]']],
    [{ $gte: 'a, b' }, ['["a, b", {})']],
    [{ $lt: 'a, b' }, ['["", "a, b")']],
    [{ $gt: false }, ['(false, true]']],
    [{ $gt: new Date(5) }, ['(new Date(5), new Date(8640000000000000)]']],
    [{ $ne: 'a, b' }, ['[MinKey, "a, b")', '("a, b", MaxKey]']],
    [{ $nin: ['x, y', 1] }, ['[MinKey, 1)', '(1, "x, y")', '("x, y", MaxKey]']],
    [{ $not: { $gt: 'a, b' } }, ['[MinKey, "a, b"]', '[{}, MaxKey]']],
    [{ $not: { $lt: 3 } }, ['[MinKey, -inf.0)', '[3, MaxKey]']],
    [/^a, b/, ['["a, b", "a, c")']],
  ])('%j → %j', (condition, intervals) => expect(ofFilter(condition)).toEqual(intervals));
});

describe('intervals in common', () => {
  test.each<[a: Interval, b: Interval, common: string[]]>([
    [ray(1, true, true), ray(5, false, false), ['[1, 5)']],
    [ray('a, b', true, false), ray('c, d', false, true), ['("a, b", "c, d"]']],
    [ray(1, true, false), ray(1, false, true), []],
    [ray(1, true, true), ray(1, false, true), ['[1, 1]']],
    [ray(1, true, true), point('x'), []],
    [prefixed('a'), ray('ab', true, true), ['["ab", "b")']],
  ])('%#', (a, b, common) => expect(shown(intersect([a], [b]))).toEqual(common));
});

test('what two complements have in common is the complement of both', () => {
  const both = complement([point(1), point('a, b')]);
  expect(shown(intersect(complement([point(1)]), complement([point('a, b')])))).toEqual(shown(both));
});
