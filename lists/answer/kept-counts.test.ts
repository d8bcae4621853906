import { keptFacet, keptListKeys, keptTotal } from './kept-counts';
import { countTargets, type CountedFields } from './stored/counts';

const target = (fields: Partial<CountedFields>): CountedFields => ({
  kind: 'FIGURE',
  status: 'UNREPORTED',
  chapter: 5,
  quantity: { value: 1, unit: '%' },
  ways: ['status:UNREPORTED', 'item:2'],
  ...fields,
});
const counts = countTargets([
  target({}),
  target({ kind: 'TREND', quantity: null, ways: ['status:UNREPORTED', 'item:3'] }),
  target({ chapter: null, ways: ['status:UNREPORTED', 'item:3'] }),
]);

it.each([
  [{}, ['all']],
  [{ items: [2, 3] }, ['item:2', 'item:3']],
  [{ departments: ['economy'] }, ['all']],
  [{ departments: ['safety'] }, []],
  [{ departments: ['safety'], items: [2], text: '首店' }, []],
  [{ items: [2], kinds: ['FIGURE'] }, null],
  [{ text: '首店' }, null],
  [{ value: {} }, null],
])('the counts of %j are kept by %j', (conditions, keys) => {
  expect(keptListKeys('economy', conditions)).toEqual(keys);
});

it.each([
  [['all'], 3],
  [['item:2', 'item:3'], 3],
  [['item:3'], 2],
  [['item:9'], 0],
  [[], 0],
])('of %j, there are %i', (keys, total) => {
  expect(keptTotal(keys, counts)).toBe(total);
});

it.each([
  ['kinds', ['all'], { FIGURE: 2, TREND: 1 }],
  ['kinds', ['item:2', 'item:3'], { FIGURE: 2, TREND: 1 }],
  ['units', ['item:3'], { '%': 1 }],
  ['chapters', ['all'], { '5': 2, '0': 1 }],
  ['statuses', ['status:ACHIEVED'], {}],
  ['departments', ['item:3'], { null: 2 }],
  ['departments', ['item:9'], {}],
] as const)('the facet %s of %j is %j', (dimension, keys, facet) => {
  const rows = keptFacet(dimension, keys, counts);

  expect(Object.fromEntries(rows.map(({ value, count }) => [value, count]))).toEqual(facet);
  expect(rows.every((row) => row.dimension === dimension)).toBe(true);
});

it('a value whose last target left is in no facet', () => {
  const left = new Map([
    [
      'all',
      {
        _id: 'all',
        total: 1,
        by: { kinds: {}, statuses: { UNREPORTED: 0, ACHIEVED: 1 }, units: {}, chapters: {} },
        applied: [],
      },
    ],
  ]);

  expect(keptFacet('statuses', ['all'], left)).toEqual([
    { dimension: 'statuses', value: 'ACHIEVED', count: 1 },
  ]);
});
