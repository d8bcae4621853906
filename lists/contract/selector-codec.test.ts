import type { ResultSelector, SearchSelector, TargetSelector } from './selector';
import {
  decodeResultSelector,
  decodeSearchSelector,
  decodeTargetSelector,
  encodeSelector,
} from './selector-codec';

const order = { field: 'PLAN', direction: 'ASC' };
const page = { take: 20, from: 'START' };
const withConditions = (conditions: object) => JSON.stringify({ conditions, order, page });
const withOrder = (changed: object) =>
  JSON.stringify({ conditions: {}, order: { ...order, ...changed }, page });
const withPage = (changed: object) =>
  JSON.stringify({ conditions: {}, order, page: { ...page, ...changed } });

const targets: TargetSelector = {
  conditions: {
    departments: ['economy'],
    chapters: [0, 5],
    items: [2],
    scopes: [['place:彭浦镇#NAMED'], ['#DISTRICT']],
    kinds: ['FIGURE'],
    units: ['家'],
    value: { min: -1e308, max: 0 },
    status: ['ACHIEVED'],
    hasBaseline: false,
    comparison: ['BELOW'],
    text: '首店',
    year: [2023],
  },
  order: { field: 'UPDATED', direction: 'DESC' },
  page: { take: 0, from: 'END', after: 'a\u0001', before: '', asOf: '2023-06-30T00:00:00.000Z' },
};
const results: ResultSelector = {
  conditions: { cumulative: true, hasYearOnYear: false },
  order: { field: 'VALUE', direction: 'ASC' },
  page: { take: 500, from: 'START' },
};
const search: SearchSelector = { terms: ['首店'], page: { take: 20, from: 'START' } };

it('a selector is what was encoded', () => {
  expect(decodeTargetSelector(encodeSelector(targets))).toEqual(targets);
  expect(decodeResultSelector(encodeSelector(results))).toEqual(results);
  expect(decodeSearchSelector(encodeSelector(search))).toEqual(search);
});

it.each([
  [undefined, /^A selector must be JSON of at most 200000 characters, but got: undefined\.$/],
  [{ toString: 1 }, /^A selector must be JSON .* but got: \{"toString":1\}\.$/],
  ['{', /^A selector must be JSON .* but got: \{\.$/],
  [' '.repeat(200_001), /^A selector must be JSON/],
  ['null', /^selector must be an object, but got: null\.$/],
  ['[]', /^selector must be an object/],
  [JSON.stringify({ conditions: {}, order }), /^selector must have page, but has not\.$/],
  [JSON.stringify({ conditions: {}, page }), /^selector must have order/],
  [JSON.stringify({ order, page }), /^selector must have conditions/],
  [JSON.stringify({ ...targets, $where: '1' }), /^selector must not have \$where\.$/],
  [withConditions([]), /^selector\.conditions must be an object/],
  [withConditions({ $or: [] }), /^selector\.conditions must not have \$or\.$/],
  ['{"conditions":{"__proto__":{}},"order":{},"page":{}}', /must not have __proto__\.$/],
  [withConditions({ cumulative: true }), /must not have cumulative\.$/],
  [
    withConditions({ units: [{ $gt: '' }] }),
    /^selector\.conditions\.units\.0 must be text of at most 200 characters, but got: \{"\$gt":""\}\.$/,
  ],
  [withConditions({ units: { $gt: '' } }), /units must be a list of at most 200 elements/],
  [withConditions({ units: Array(201).fill('家') }), /units must be a list of at most 200 elements/],
  [withConditions({ units: ['长'.repeat(201)] }), /units\.0 must be text of at most 200 characters/],
  [withConditions({ units: ['a\0'] }), /units\.0 must be text/],
  [withConditions({ departments: [1] }), /departments\.0 must be text/],
  [withConditions({ kinds: [null] }), /kinds\.0 must be text/],
  [withConditions({ status: [true] }), /status\.0 must be text/],
  [withConditions({ comparison: [[]] }), /comparison\.0 must be text/],
  [withConditions({ scopes: ['#DISTRICT'] }), /scopes\.0 must be a list/],
  [withConditions({ scopes: [[{ $regex: '.' }]] }), /scopes\.0\.0 must be text/],
  [withConditions({ chapters: ['5'] }), /chapters\.0 must be a whole number, but got: "5"\.$/],
  [withConditions({ items: [1.5] }), /items\.0 must be a whole number/],
  [withConditions({ year: [{ $ne: 0 }] }), /year\.0 must be a whole number/],
  [withConditions({ hasBaseline: { $exists: true } }), /hasBaseline must be true or false/],
  [withConditions({ value: { $gt: 0 } }), /value must not have \$gt/],
  [withConditions({ value: { min: '1' } }), /value\.min must be a finite number/],
  [withConditions({}).replace('{}', '{"value":{"max":1e999}}'), /value\.max must be a finite number/],
  [withConditions({ text: { $regex: '' } }), /text must be text of at most 100 characters/],
  [withConditions({ text: '长'.repeat(101) }), /text must be text of at most 100 characters/],
  [withOrder({ field: 'title' }), /^selector\.order\.field must be one of PLAN, VALUE, TITLE, UPDATED/],
  [withOrder({ field: 'constructor' }), /order\.field must be one of/],
  [withOrder({ direction: -1 }), /order\.direction must be one of ASC, DESC, but got: -1/],
  [withPage({ take: -1 }), /^selector\.page\.take must be a whole number from 0 to 500, but got: -1\.$/],
  [withPage({ take: 501 }), /page\.take must be a whole number from 0 to 500/],
  [withPage({ take: 1.5 }), /page\.take must be a whole number/],
  [withPage({ take: '20' }), /page\.take must be a whole number/],
  [withPage({ from: 'MIDDLE' }), /page\.from must be one of START, END/],
  [withPage({ after: { $ne: '' } }), /page\.after must be a sort key of at most 1200 bytes/],
  [withPage({ before: '长'.repeat(401) }), /page\.before must be a sort key of at most 1200 bytes/],
  [withPage({ asOf: 'once' }), /page\.asOf must be an instant/],
  [withPage({ asOf: '2023-06-30' }), /page\.asOf must be an instant/],
  [withPage({ skip: 1 }), /page must not have skip/],
])('%s is refused', (text, message) => {
  const decode = () => decodeTargetSelector(text);

  expect(decode).toThrow(message);
  expect(decode).toThrow(expect.objectContaining({ extensions: { code: 'SCHEMA_MISMATCH' } }));
});

it.each([
  [JSON.stringify({ page }), /^selector must have terms/],
  [JSON.stringify({ terms: '首店', page }), /^selector\.terms must be a list/],
  [JSON.stringify({ terms: [{ $ne: '' }], page }), /^selector\.terms\.0 must be text/],
  [JSON.stringify({ terms: [], page, order }), /^selector must not have order/],
])('%s is no search', (text, message) => {
  expect(() => decodeSearchSelector(text)).toThrow(message);
});

it.each(['kinds', 'chapters', 'items', 'status', 'comparison', 'hasBaseline'])(
  'results are not filtered by %s',
  (condition) => {
    const text = withConditions({ [condition]: [] });

    expect(() => decodeResultSelector(text)).toThrow(`selector.conditions must not have ${condition}.`);
  },
);
