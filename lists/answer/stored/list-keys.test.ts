import {
  countedListKeys,
  lastingListKeys,
  listKeysOf,
  resultListKeys,
  statusKeyPath,
  targetListKeys,
} from './list-keys';

const target = {
  year: 2023,
  chapter: 5,
  item: 21,
  kind: 'FIGURE',
  quantity: { value: 1, unit: '家' },
  status: 'UNDER_WAY',
  comparison: 'ABOVE',
  hasBaseline: true,
  coverage: [{ scope: 'place:彭浦镇#NAMED', evidence: '彭浦镇' }],
} as const;
const stored = (fields: object) => ({ ...target, coverage: [...target.coverage], ...fields });

it('a target has the key of every list that it is in, that of its status first', () => {
  const ways = targetListKeys(stored({}));

  expect(ways).toEqual([
    'status:UNDER_WAY',
    'year:2023',
    'chapter:5',
    'item:21',
    'kind:FIGURE',
    'unit:家',
    'baseline:true',
    'comparison:ABOVE',
    'scope:place:彭浦镇#NAMED',
  ]);
  expect(statusKeyPath).toBe('ways.0');
  expect(lastingListKeys({ ways })).toEqual(ways.slice(1));
});

it('a target that only the government report gives is in chapter 0 and in no item', () => {
  const fields = {
    chapter: null,
    item: null,
    quantity: null,
    comparison: null,
    hasBaseline: false,
    coverage: [],
  };

  expect(targetListKeys(stored(fields))).toEqual([
    'status:UNDER_WAY',
    'year:2023',
    'chapter:0',
    'kind:FIGURE',
    'baseline:false',
  ]);
});

it.each([
  [12.5, 'yearOnYear:true'],
  [0, 'yearOnYear:true'],
  [null, 'yearOnYear:false'],
])('a result with the rate %p has the key %s', (yearOnYear, key) => {
  const result = {
    year: 2022,
    quantity: { value: 1, unit: '%' },
    cumulative: false,
    yearOnYear,
    coverage: [],
  };

  expect(resultListKeys(result)).toEqual(['year:2022', 'unit:%', 'cumulative:false', key]);
});

it.each([
  [{}, []],
  [{ kinds: ['FIGURE'], items: [2, 3] }, [['item:2', 'item:3'], ['kind:FIGURE']]],
  [{ status: ['ACHIEVED'], chapters: [0] }, [['chapter:0'], ['status:ACHIEVED']]],
  [
    { scopes: [['a#NAMED', 'a#WITHIN'], ['#DISTRICT']] },
    [['scope:a#NAMED', 'scope:a#WITHIN'], ['scope:#DISTRICT']],
  ],
  [{ units: ['家', '家'] }, [['unit:家']]],
  [{ comparison: [] }, [[]]],
  [
    { hasBaseline: false, hasYearOnYear: true, cumulative: false },
    [['yearOnYear:true'], ['cumulative:false'], ['baseline:false']],
  ],
  [{ departments: ['safety'], text: '首店', value: { min: 1 } }, []],
])('of %j, the list keys are %j', (conditions, keys) => {
  expect(listKeysOf(conditions)).toEqual(keys);
});

it.each([
  [{}, ['all']],
  [{ departments: ['safety'] }, ['all']],
  [{ kinds: ['FIGURE', 'TREND'] }, ['kind:FIGURE', 'kind:TREND']],
  [{ kinds: [] }, []],
  [{ kinds: ['FIGURE'], year: [2023] }, null],
  [{ scopes: [['a#NAMED'], ['b#NAMED']] }, null],
  [{ text: '首店' }, null],
  [{ value: { min: 1 } }, null],
])('the counts of %j add up from %j', (conditions, keys) => {
  expect(countedListKeys(conditions)).toEqual(keys);
});
