import { sliceProblem } from './slice-rules';

const page = { take: 2, from: 'START' };
const of = (selector: object) => ({
  __typename: 'TargetConnection',
  selector: JSON.stringify({ conditions: {}, ...selector }),
});
const list = (pageOf: object = {}, direction = 'ASC') =>
  of({ order: { field: 'PLAN', direction }, page: { ...page, ...pageOf } });
const search = { __typename: 'SearchConnection', selector: JSON.stringify({ terms: ['首店'], page }) };
const rows = (...keys: string[]) => ({ rows: keys.map((key) => ({ id: `economy:${key}`, key })) });

it.each<[string, object, object]>([
  ['rows that rise', rows('a', 'b', 'c'), list()],
  ['rows that fall', rows('c', 'b'), list({}, 'DESC')],
  ['rows that fall from the end', rows('c', 'b'), list({ from: 'END' })],
  ['rows that rise from the end of what falls', rows('a', 'b'), list({ from: 'END' }, 'DESC')],
  ['hits, which rise', rows('a', 'b'), search],
  ['rows after a key', rows('b'), list({ after: 'a' })],
  ['rows after a key of what falls', rows('a'), list({ after: 'b' }, 'DESC')],
  ['rows before a key, from the end', rows('a'), list({ from: 'END', before: 'b' })],
  ['keys in the order of bytes', rows('\uff01', '\u{1f600}'), list()],
  ['no rows', rows(), list()],
  ['a total of none', { total: 0, answered: true }, list()],
])('lets pass %s', (_, slice, representation) => {
  expect(sliceProblem(slice as never, representation as never)).toBeUndefined();
});

it.each<[string, object, object, string]>([
  ['four rows of two', rows('a', 'b', 'c', 'd'), list(), 'must have at most 3 rows, but has: 4'],
  ['a row twice', rows('a', 'a'), list(), 'must have each row once, but has twice: "economy:a"'],
  [
    'a key twice',
    {
      rows: [
        { id: '1', key: 'a' },
        { id: '2', key: 'a' },
      ],
    },
    list(),
    'must have rows in order, but has "a" before "a"',
  ],
  ['rows that fall', rows('b', 'a'), list(), 'must have rows in order, but has "b" before "a"'],
  ['rows that rise', rows('a', 'b'), list({}, 'DESC'), 'must have rows in order, but has "a" before "b"'],
  [
    'rows that rise from the end',
    rows('a', 'b'),
    list({ from: 'END' }),
    'must have rows in order, but has "a" before "b"',
  ],
  ['hits that fall', rows('b', 'a'), search, 'must have rows in order, but has "b" before "a"'],
  ['the row of the cursor', rows('a'), list({ after: 'a' }), 'must have rows of its page, but has: "a"'],
  ['rows before the page', rows('a'), list({ after: 'b' }), 'must have rows of its page, but has: "a"'],
  [
    'rows behind the page',
    rows('c'),
    list({ from: 'END', before: 'b' }),
    'must have rows of its page, but has: "c"',
  ],
  ['a negative total', { total: -1 }, list(), 'must have a total that is not negative, but has: -1'],
  [
    'a negative count',
    { facets: [{ dimension: 'kinds', value: 'FIGURE', count: -2 }] },
    list(),
    'must have counts that are not negative, but has: {"dimension":"kinds","value":"FIGURE","count":-2}',
  ],
  [
    'a value twice',
    { facets: [1, 2].map((count) => ({ dimension: 'kinds', value: 'FIGURE', count })) },
    list(),
    'must count each value once, but has twice: "kinds FIGURE"',
  ],
  ['that it has not answered', { answered: false }, list(), 'says that the department has not answered'],
])('finds %s', (_, slice, representation, problem) => {
  expect(sliceProblem(slice as never, representation as never)).toBe(problem);
});
