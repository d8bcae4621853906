import { updatedKey } from '../contract/sort-keys';
import { mergeRows, pageAsShown } from './rows';

const rows = (...keys: string[]) => keys.map((key) => ({ id: key, key }));
const keysOf = (page: { rows: readonly { key: string }[] }) => page.rows.map(({ key }) => key);

it.each([
  ['rising keys from the start', { take: 3, from: 'START' }, 1, ['a', 'd', 'e'], ['b', 'c'], ['a', 'b', 'c']],
  ['falling keys from the start', { take: 3, from: 'START' }, -1, ['e', 'd'], ['c', 'b'], ['e', 'd', 'c']],
  ['rising keys from the end', { take: 2, from: 'END' }, -1, ['e', 'b'], ['d', 'c'], ['d', 'e']],
  ['falling keys from the end', { take: 2, from: 'END' }, 1, ['a', 'd'], ['b', 'c'], ['b', 'a']],
  ['keys by their bytes', { take: 3, from: 'START' }, 1, ['，'], ['田', '𠮷'], ['田', '，', '𠮷']],
  ['no rows', { take: 2, from: 'START' }, 1, [], [], []],
  ['a page of none', { take: 0, from: 'START' }, 1, ['a'], ['b'], []],
] as const)('merges %s', (_, page, direction, economy, safety, merged) => {
  expect(keysOf(mergeRows([rows(...economy), rows(...safety)], page, direction))).toEqual(merged);
});

it.each([
  [['a', 'b'], [], false],
  [['a', 'b'], ['c'], true],
  [[], ['a', 'b', 'c'], true],
  [['a'], ['b'], false],
  [[], [], false],
])('of %j and %j, a page of 2 leaves rows over: %s', (economy, safety, more) => {
  expect(mergeRows([rows(...economy), rows(...safety)], { take: 2, from: 'START' }, 1).more).toBe(more);
});

const updated = (instant: string) => ({ id: 'x:1', key: updatedKey('x:1', new Date(instant)) });
const ten = '2023-06-30T10:00:00.000Z';
const eleven = '2023-06-30T11:00:00.000Z';

it.each([
  ['the instant asked for', [updated('2023-06-30T09:00:00.000Z')], ten],
  ['the newest row’s, where that is later', [updated(eleven), updated('2023-06-30T09:00:00.000Z')], eleven],
  ['the instant asked for, of an empty page', [], ten],
])('a page is shown as of %s', (_, shown, asOf) => {
  expect(pageAsShown({ take: 2, from: 'START', asOf: ten }, shown).asOf).toBe(asOf);
});

it('a page that is of no instant stays so', () => {
  const page = { take: 2, from: 'START' } as const;

  expect(pageAsShown(page, [updated(eleven)])).toEqual(page);
});
