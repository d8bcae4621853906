import type { Order, Page } from '../contract/selector';
import { isInRange, keyIn, pageRange, precedingRange, sortField, type KeyRange } from './page-range';

const asc: Order = { field: 'PLAN', direction: 'ASC' };
const desc: Order = { field: 'PLAN', direction: 'DESC' };
const start: Page = { take: 2, from: 'START' };
const end: Page = { take: 2, from: 'END' };
const asOf = '2023-06-30T10:00:00.000Z';
const untilThen = `${asOf}\u0002`;
const later = '2023-06-30T11:00:00.000Z';

it.each<[Order, Page, KeyRange]>([
  [asc, start, {}],
  [asc, { ...start, after: 'a' }, { $gt: 'a' }],
  [asc, { ...start, after: 'a', before: 'z' }, { $gt: 'a', $lt: 'z' }],
  [asc, { ...end, before: 'z' }, { $lt: 'z' }],
  [desc, { ...start, after: 'z' }, { $lt: 'z' }],
  [desc, { ...start, before: 'a' }, { $gt: 'a' }],
  [desc, { ...start, after: 'z', before: 'a' }, { $gt: 'a', $lt: 'z' }],
  [asc, { ...start, after: 'z', before: 'a' }, { $gt: 'z', $lt: 'a' }],
])('in the order %j, the page %j has the keys %j', (order, page, range) => {
  expect(pageRange(order, page)).toEqual(range);
});

it.each<[Order, Page, KeyRange | null]>([
  [asc, start, null],
  [asc, { ...start, before: 'z' }, null],
  [asc, { ...start, after: 'a' }, { $lte: 'a' }],
  [desc, { ...start, after: 'z' }, { $gte: 'z' }],
  [asc, end, null],
  [asc, { ...end, before: 'z' }, { $gte: 'z' }],
  [desc, { ...end, before: 'a' }, { $lte: 'a' }],
  [desc, { ...end, after: 'z' }, null],
])('in the order %j, before the page %j are the keys %j', (order, page, range) => {
  expect(precedingRange(order, page)).toEqual(range);
});

it.each<[Page, KeyRange]>([
  [start, {}],
  [{ ...start, asOf }, { $lt: untilThen }],
  [
    { ...start, asOf, after: 'a' },
    { $gt: 'a', $lt: untilThen },
  ],
  [{ ...start, asOf, before: '2023-06-29' }, { $lt: '2023-06-29' }],
  [{ ...start, asOf, before: later }, { $lt: untilThen }],
])('of the page %j, the stored keys until its instant are %j', (page, range) => {
  expect(pageRange(asc, page, 'STORED')).toEqual(range);
});

it.each<[Order, Page, KeyRange | null]>([
  [asc, { ...start, asOf }, null],
  [asc, { ...start, asOf, after: 'a' }, { $lte: 'a', $lt: untilThen }],
  [desc, { ...start, asOf, after: '2023' }, { $gte: '2023', $lt: untilThen }],
])('in the order %j, before the page %j are the stored keys %j', (order, page, range) => {
  expect(precedingRange(order, page, 'STORED')).toEqual(range);
});

it.each<[KeyRange, string[]]>([
  [{}, ['a', 'b', 'c']],
  [{ $gt: 'a' }, ['b', 'c']],
  [{ $gte: 'b' }, ['b', 'c']],
  [{ $lt: 'c' }, ['a', 'b']],
  [{ $lte: 'b' }, ['a', 'b']],
  [{ $gt: 'a', $lt: 'c' }, ['b']],
  [{ $gt: 'c', $lt: 'a' }, []],
])('in %j are %j', (range, keys) => {
  expect(['a', 'b', 'c'].filter((key) => isInRange(key, range))).toEqual(keys);
});

it('a range without ends is no condition', () => {
  expect(keyIn(asc, {})).toEqual({});
  expect(keyIn({ field: 'UPDATED', direction: 'ASC' }, { $gt: 'a' })).toEqual({
    'sort.updated': { $gt: 'a' },
  });
  expect(['PLAN', 'VALUE', 'TITLE'].map((field) => sortField({ field } as Order))).toEqual([
    'sort.plan',
    'sort.value',
    'sort.title',
  ]);
});
