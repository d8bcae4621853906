import { encodeCursor } from '../contract/cursor';
import type { Page } from '../contract/selector';
import { orderOf, pageOf, shownAsOf, type PageArguments } from './page-arguments';

const now = new Date('2023-06-30T10:00:00.000Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
const cursor = (key: string, asOf?: string) => encodeCursor({ order: 'PLAN', key, asOf });

it.each<[PageArguments, object]>([
  [{}, { field: 'PLAN', direction: 'ASC' }],
  [{ orderBy: null }, { field: 'PLAN', direction: 'ASC' }],
  [{ orderBy: { field: 'VALUE', direction: 'DESC' } }, { field: 'VALUE', direction: 'DESC' }],
])('of %j, the order is %j', (args, order) => {
  expect(orderOf(args)).toEqual(order);
});

it.each<[PageArguments, Page]>([
  [{}, { take: 20, from: 'START' }],
  [{ first: 0 }, { take: 0, from: 'START' }],
  [{ first: 500 }, { take: 500, from: 'START' }],
  [
    { first: null, last: 3 },
    { take: 3, from: 'END' },
  ],
  [
    { first: 2, after: cursor('a') },
    { take: 2, from: 'START', after: 'a' },
  ],
  [
    { last: 2, before: cursor('z') },
    { take: 2, from: 'END', before: 'z' },
  ],
  [
    { after: cursor('a'), before: cursor('z') },
    { take: 20, from: 'START', after: 'a', before: 'z' },
  ],
  [{ after: cursor('a', minutesAgo(1)) }, { take: 20, from: 'START', after: 'a', asOf: minutesAgo(1) }],
  [{ before: cursor('z', minutesAgo(2)) }, { take: 20, from: 'START', before: 'z', asOf: minutesAgo(2) }],
])('of %j, the page is %j', (args, page) => {
  expect(pageOf(args, 'PLAN')).toEqual(page);
});

it.each<[PageArguments, string, string]>([
  [{ first: 1, last: 1 }, 'last', 'Give first or last, not both.'],
  [{ first: -1 }, 'first', 'first must be from 0 to 100, but got: -1.'],
  [{ last: 101 }, 'last', 'last must be from 0 to 100, but got: 101.'],
  [{ after: '' }, 'after', 'after must be a cursor from an earlier page, but got: '],
  [{ before: 'x' }, 'before', 'before must be a cursor from an earlier page, but got: x'],
])('%j is refused by the name of the argument', (args, argument, message) => {
  const page = () => pageOf(args, 'PLAN', 100);

  expect(page).toThrow(message);
  expect(page).toThrow(expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument } }));
});

const page = { take: 20, from: 'START' } as const;

it.each([
  ['a first page is shown as of now', undefined, now.toISOString()],
  ['a later page is shown as the first was', minutesAgo(59), minutesAgo(59)],
  ['a page after an hour still is', minutesAgo(60), minutesAgo(60)],
  ['a page after more than an hour is shown as of now', minutesAgo(61), now.toISOString()],
  ['an instant ahead of the clock stands', minutesAgo(-5), minutesAgo(-5)],
])('in the order UPDATED, %s', (_, asOf, shown) => {
  expect(shownAsOf({ field: 'UPDATED', direction: 'ASC' }, { ...page, asOf }, now).asOf).toBe(shown);
});

it('in every other order, a page is of no instant', () => {
  expect(shownAsOf({ field: 'PLAN', direction: 'ASC' }, { ...page, asOf: minutesAgo(1) }, now)).toEqual(page);
});
