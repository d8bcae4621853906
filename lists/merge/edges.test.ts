import { decodeCursor } from '../contract/cursor';
import { pageInfoOf, reachOf, referenceOf } from './edges';

const start = { take: 2, from: 'START' } as const;
const end = { take: 2, from: 'END' } as const;
const merged = { rows: [{ id: 'a', key: 'a' }], more: false };

it.each([
  ['nothing more', start, merged, false, { hasNextPage: false, hasPreviousPage: false }],
  ['rows left over', start, { ...merged, more: true }, false, { hasNextPage: true, hasPreviousPage: false }],
  ['rows before', start, merged, true, { hasNextPage: false, hasPreviousPage: true }],
  ['a bound behind', { ...start, before: 'z' }, merged, false, { hasNextPage: true, hasPreviousPage: false }],
  [
    'rows left over, from the end',
    end,
    { ...merged, more: true },
    false,
    { hasNextPage: false, hasPreviousPage: true },
  ],
  ['rows after, from the end', end, merged, true, { hasNextPage: true, hasPreviousPage: false }],
  [
    'a bound ahead, from the end',
    { ...end, after: 'A' },
    merged,
    false,
    { hasNextPage: false, hasPreviousPage: true },
  ],
])('a page with %s says so', (_, page, rows, preceded, info) => {
  expect(pageInfoOf('PLAN', page, rows, preceded)).toMatchObject(info);
});

it('the cursors of a page are those of its first and last rows, with the order and the instant', () => {
  const rows = ['a', 'b', 'c'].map((key) => ({ id: key, key }));
  const page = { ...start, asOf: '2023-06-30T10:00:00.000Z' };

  const { startCursor, endCursor } = pageInfoOf('UPDATED', page, { rows, more: false }, false);

  expect(decodeCursor('after', startCursor ?? '', 'UPDATED')).toEqual({
    order: 'UPDATED',
    key: 'a',
    asOf: page.asOf,
  });
  expect(decodeCursor('after', endCursor ?? '', 'UPDATED').key).toBe('c');
});

it('an empty page has no cursors', () => {
  expect(pageInfoOf('PLAN', start, { rows: [], more: false }, false)).toMatchObject({
    startCursor: null,
    endCursor: null,
  });
});

const town = 'place:彭浦镇';
const coverage = [
  { scope: `${town}#WITHIN`, evidence: '彭浦镇社区' },
  { scope: 'place:静安区#NAMED', evidence: '静安区' },
];

it.each([
  ['a list of no place', undefined, { reach: null, evidence: null }],
  ['a place’s list', [[`${town}#NAMED`, `${town}#WITHIN`]], { reach: 'WITHIN', evidence: '彭浦镇社区' }],
  [
    'a place’s list that a filter narrows',
    [[`${town}#WITHIN`], ['place:静安区#NAMED']],
    { reach: 'WITHIN', evidence: '彭浦镇社区' },
  ],
  [
    'the list of a place that the row does not name',
    [['place:苏州河#NAMED']],
    { reach: null, evidence: null },
  ],
])('of %s, a row’s reach is its own', (_, scopes, reach) => {
  expect(reachOf({ conditions: { scopes } }, { id: 'x:1', key: '1', coverage })).toEqual(reach);
});

it('a reference is by the id that the owner knows', () => {
  expect(referenceOf({ type: 'EconomyTarget', id: 'economy:2.1', key: '1' })).toEqual({
    __typename: 'EconomyTarget',
    id: 'economy:2.1',
    ref: 'economy:2.1',
  });
});
