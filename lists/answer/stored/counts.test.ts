import { countKey, countTargets, valueOfKey, type CountedFields } from './counts';

const figure: CountedFields = {
  kind: 'FIGURE',
  status: 'ACHIEVED',
  chapter: null,
  quantity: { value: 1, unit: 'm.' },
  ways: ['status:ACHIEVED', 'item:2'],
};

it('counts each target under each of its list keys and under all', () => {
  const counts = countTargets([
    figure,
    { ...figure, kind: 'TREND', quantity: null, ways: ['status:ACHIEVED'] },
  ]);

  expect(counts.get('all')).toEqual({
    _id: 'all',
    total: 2,
    by: {
      kinds: { FIGURE: 1, TREND: 1 },
      statuses: { ACHIEVED: 2 },
      units: { 'm%2e': 1 },
      chapters: { '0': 2 },
    },
    applied: [],
  });
  expect(counts.get('item:2')?.total).toBe(1);
});

it('there is a count of no targets for all, and for each status', () => {
  expect([...countTargets([])].map(([key, { total }]) => [key, total])).toEqual([
    ['all', 0],
    ['status:UNREPORTED', 0],
    ['status:UNDER_WAY', 0],
    ['status:ACHIEVED', 0],
  ]);
});

it.each([
  ['%', '%25'],
  ['m.', 'm%2e'],
  ['$', '%24'],
  ['套(间)', '套(间)'],
  ['%2e', '%252e'],
])('the unit %s is the field %s', (unit, key) => {
  expect(countKey(unit)).toBe(key);
  expect(valueOfKey(key)).toBe(unit);
});

it('what has no chapter is the field 0', () => {
  expect(countKey(null)).toBe('0');
  expect(countKey(5)).toBe('5');
});
