import { afterCursor, allTiers, gramsOfSearch, tierFilter } from './search-filters';
import { textConditions } from './text-filter';

const counts = (entries: Readonly<Record<string, number>>) => new Map(Object.entries(entries));
const holds = (text: string) => ({ searchText: { $regex: text } });

it.each([
  [['首店'], []],
  [['首 店'], []],
  [['ＡＢ'], []],
  [['品牌首店'], [holds('品牌首店')]],
  [
    ['首店', '品牌'],
    [holds('首店'), holds('品牌')],
  ],
  [['5.6'], [holds('5\\.6')]],
])('beside a pair of %j, the text must meet %j', (terms, conditions) => {
  expect(textConditions(terms)).toEqual(conditions);
});

it('the grams of a search are its whole text and each pair in title and clause', () => {
  expect(gramsOfSearch(['品牌首', '店'])).toEqual(['E:品牌首店', 'T:品牌', 'X:品牌', 'T:牌首', 'X:牌首']);
});

it.each([
  ['EXACT', counts({ 'E:首店': 1 }), { grams: 'E:首店' }],
  ['EXACT', counts({ 'T:首店': 9 }), null],
  ['TITLE', counts({ 'T:首店': 9 }), { grams: 'T:首店', $and: [{ grams: { $ne: 'E:首店' } }] }],
  ['TITLE', counts({ 'X:首店': 9 }), null],
  ['TEXT', counts({ 'X:首店': 9, 'T:首店': 1 }), { grams: 'X:首店' }],
  ['TEXT', counts({ 'T:首店': 9 }), null],
] as const)('for one pair, the tier %s of %p is found by %j', (tier, held, filter) => {
  expect(tierFilter(['首店'], tier, held)).toEqual(filter);
});

const text = holds('品牌首');

it.each([
  [
    'TITLE',
    counts({ 'T:品牌': 5, 'T:牌首': 2 }),
    { grams: 'T:牌首', $and: [{ grams: 'T:品牌' }, text, { grams: { $ne: 'E:品牌首' } }] },
  ],
  ['TITLE', counts({ 'T:品牌': 5, 'X:牌首': 2 }), null],
  // The clause holds fewer than the rarest pair: those are walked.
  ['TEXT', counts({ 'T:品牌': 9, 'T:牌首': 8, 'X:牌首': 1 }), { grams: 'X:牌首', $and: [text] }],
  // The rarest pair is held by fewer: its documents are walked.
  [
    'TEXT',
    counts({ 'X:品牌': 9, 'T:牌首': 1, 'X:牌首': 1 }),
    { grams: { $in: ['T:牌首', 'X:牌首'] }, $and: [{ grams: { $in: ['X:品牌', 'X:牌首'] } }, text] },
  ],
  ['TEXT', counts({ 'T:品牌': 9, 'T:牌首': 1 }), null],
  ['TEXT', counts({ 'X:品牌': 9 }), null],
] as const)('for two pairs, the tier %s of %p is found by %j', (tier, held, filter) => {
  expect(tierFilter(['品牌首'], tier, held)).toEqual(filter);
});

it.each([
  [['首店'], counts({ 'T:首店': 3, 'X:首店': 2 }), { known: 5, filter: null }],
  [['首店'], counts({}), { known: 0, filter: null }],
  [['品牌首'], counts({ 'T:品牌': 3 }), { known: 0, filter: null }],
  [
    ['品牌首'],
    counts({ 'T:品牌': 3, 'X:牌首': 1 }),
    { known: null, filter: { grams: 'X:牌首', $and: [text] } },
  ],
])('the hits of %j among %p are %j', (terms, held, all) => {
  expect(allTiers(terms, held)).toEqual(all);
});

const tier = { grams: 'T:首店' };

it.each([
  ['no cursor', undefined, tier],
  ['a cursor in the tier', '122023-002', { ...tier, 'sort.plan': { $gt: '2023-002' } }],
  ['a cursor in an earlier tier', '032023-002', tier],
  ['a cursor in the same tier of an earlier collection', '112023-002', tier],
  ['a cursor in the same tier of a later collection', '132023-002', null],
  ['a cursor in a later tier', '212023-002', null],
])('after %s, a tier has its hits behind the cursor', (_, after, filter) => {
  expect(afterCursor(tier, after, '12')).toEqual(filter);
});
