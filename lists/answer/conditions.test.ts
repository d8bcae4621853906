import type { ResultConditions, TargetConditions } from '../contract/selector';
import { countFilter, isElsewhere, listFilter, storedChapter } from './conditions';

it.each<[TargetConditions & ResultConditions, object]>([
  [{}, {}],
  [{ chapters: [5] }, { ways: 'chapter:5' }],
  [{ chapters: [0] }, { ways: 'chapter:0' }],
  [{ kinds: ['FIGURE', 'TREND'] }, { ways: { $in: ['kind:FIGURE', 'kind:TREND'] } }],
  [{ kinds: ['FIGURE', 'FIGURE'] }, { ways: 'kind:FIGURE' }],
  [{ kinds: [] }, { ways: { $in: [] } }],
  [{ hasBaseline: false }, { ways: 'baseline:false' }],
  [{ cumulative: true }, { ways: 'cumulative:true' }],
  [{ scopes: [['a#NAMED', 'a#WITHIN']] }, { ways: { $in: ['scope:a#NAMED', 'scope:a#WITHIN'] } }],
  [{ year: [2023], items: [2] }, { $and: [{ ways: 'item:2' }, { ways: 'year:2023' }] }],
  [{ scopes: [['a#NAMED'], ['b#NAMED']] }, { $and: [{ ways: 'scope:a#NAMED' }, { ways: 'scope:b#NAMED' }] }],
  [{ value: { min: 10 } }, { 'quantity.value': { $gte: 10 } }],
  [{ value: { max: 0 } }, { 'quantity.value': { $gte: -Infinity, $lte: 0 } }],
  [{ value: {} }, { 'quantity.value': { $gte: -Infinity } }],
  [{ departments: ['safety', 'economy'], units: ['家'] }, { ways: 'unit:家' }],
])('a list of %j is found by %j', (conditions, filter) => {
  expect(listFilter('economy', conditions)).toEqual(filter);
});

const byText = { grams: 'T:首店', searchText: { $regex: '首店' } };

it('a list with a text is found by its grams and its list keys', () => {
  expect(listFilter('economy', { text: '首店', kinds: ['FIGURE'] }, byText)).toEqual({
    ...byText,
    ways: 'kind:FIGURE',
  });
});

it.each<[TargetConditions, object]>([
  [{}, { kind: { $gte: '' } }],
  [{ kinds: ['FIGURE'] }, { kind: 'FIGURE' }],
  [{ chapters: [0, 5] }, { kind: { $gte: '' }, chapter: { $in: [null, 5] } }],
  [
    { items: [2], status: ['ACHIEVED'] },
    { kind: { $gte: '' }, item: 2, status: 'ACHIEVED' },
  ],
  [
    { units: ['家'], hasBaseline: false },
    { kind: { $gte: '' }, 'quantity.unit': '家', hasBaseline: false },
  ],
  [
    { comparison: [], year: [2023] },
    { kind: { $gte: '' }, comparison: { $in: [] }, year: 2023 },
  ],
  [{ scopes: [['a#NAMED']] }, { kind: { $gte: '' }, 'coverage.scope': 'a#NAMED' }],
  [
    { scopes: [['a#NAMED', 'a#WITHIN'], ['b#NAMED']] },
    {
      kind: { $gte: '' },
      $and: [{ 'coverage.scope': { $in: ['a#NAMED', 'a#WITHIN'] } }, { 'coverage.scope': 'b#NAMED' }],
    },
  ],
  [{ value: { min: 1, max: 2 } }, { kind: { $gte: '' }, 'quantity.value': { $gte: 1, $lte: 2 } }],
])('targets of %j are counted by %j', (conditions, filter) => {
  expect(countFilter('economy', conditions)).toEqual(filter);
});

it('targets with a text are counted through its grams, and through no other index', () => {
  expect(countFilter('economy', { text: '首店', chapters: [5] }, byText)).toEqual({ ...byText, chapter: 5 });
});

it.each([listFilter, countFilter])('%p is null where nothing can match', (filter) => {
  expect(filter('economy', { departments: ['safety'] })).toBeNull();
  expect(filter('economy', { departments: [] })).toBeNull();
  expect(filter('economy', { text: '没有' }, null)).toBeNull();
});

it.each([
  [undefined, false],
  [['economy'], false],
  [['safety', 'economy'], false],
  [['safety'], true],
  [[], true],
])('a list of the departments %j is not of economy: %s', (departments, elsewhere) => {
  expect(isElsewhere('economy', { departments })).toBe(elsewhere);
});

it('chapter 0 is stored as none', () => {
  expect([0, 1, 7].map(storedChapter)).toEqual([null, 1, 7]);
});
