import type { ResultFilter, TargetFilter } from '../../schema/types.generated';
import type { TargetConditions } from '../contract/selector';
import { resultConditions, setOf, targetConditions, termsOf } from './filter-arguments';

it.each([
  [{ departments: ['economy', 'economy'] }, { departments: ['economy'] }],
  [{ chapters: [5, 1, 5] }, { chapters: [5, 1] }],
  [{ items: [2, 2] }, { items: [2] }],
  [{ kinds: ['FIGURE', 'FIGURE'] }, { kinds: ['FIGURE'] }],
  [{ units: ['家', '个', '家'] }, { units: ['家', '个'] }],
  [{ status: ['ACHIEVED', 'ACHIEVED'] }, { status: ['ACHIEVED'] }],
  [{ againstBaseline: ['BELOW', 'BELOW'] }, { comparison: ['BELOW'] }],
] satisfies [TargetFilter, TargetConditions][])('of %j, the conditions are %j', (filter, conditions) => {
  expect(targetConditions(filter)).toEqual(conditions);
});

it.each([
  [{ departments: ['safety', 'safety'] }, { departments: ['safety'] }],
  [{ units: ['%', '%'] }, { units: ['%'] }],
])('of %j for results, the conditions are %j', (filter, conditions) => {
  expect(resultConditions(filter)).toEqual(conditions);
});

it.each<[TargetFilter, TargetConditions]>([
  [{}, {}],
  [{ departments: null, chapters: null, value: null, text: null, year: null, hasBaseline: null }, {}],
  [{ kinds: [] }, { kinds: [] }],
  [{ hasBaseline: false }, { hasBaseline: false }],
  [{ year: 2023 }, { year: [2023] }],
  [{ value: { min: 0, max: null } }, { value: { min: 0 } }],
  [{ value: {} }, { value: {} }],
  [{ text: '首店 ' }, { text: '首店 ' }],
  [{ place: 'place:彭浦镇', reach: ['NAMED'] }, {}],
  [
    { chapters: [0, 7], items: [1, 34] },
    { chapters: [0, 7], items: [1, 34] },
  ],
])('of %j, the conditions are %j', (filter, conditions) => {
  expect(targetConditions(filter)).toEqual(conditions);
});

it.each<[ResultFilter, object]>([
  [{}, {}],
  [
    { cumulative: false, hasYearOnYear: true, text: '首店', year: 2022 },
    { cumulative: false, hasYearOnYear: true, text: '首店', year: [2022] },
  ],
])('of %j for results, the conditions are %j', (filter, conditions) => {
  expect(resultConditions(filter)).toEqual(conditions);
});

it.each<[TargetFilter, string, RegExp]>([
  [{ departments: ['culture'] }, 'filter.departments', /must be among economy, .* but got: culture\.$/],
  [{ chapters: [-1] }, 'filter.chapters', /must be from 0 to 7, but got: -1\.$/],
  [{ chapters: [5, 8] }, 'filter.chapters', /must be from 0 to 7, but got: 8\.$/],
  [{ items: [0] }, 'filter.items', /must be from 1 to 34, but got: 0\.$/],
  [{ items: [35] }, 'filter.items', /must be from 1 to 34, but got: 35\.$/],
  [{ value: { min: 2, max: 1 } }, 'filter.value', /min must not exceed max, but got: 2 and 1\.$/],
  [{ text: ' 店 ' }, 'filter.text', /must have 2 characters or more, but got: 1\.$/],
  [{ text: '，。' }, 'filter.text', /must hold two letters or digits side by side, but got: “，。”\.$/],
])('%j is refused by the name of the argument', (filter, argument, message) => {
  const conditions = () => targetConditions(filter);

  expect(conditions).toThrow(message);
  expect(conditions).toThrow(expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument } }));
});

it.each([
  ['首店', ['首店']],
  ['  品牌 \n 首店 ', ['品牌', '首店']],
  ['5.6%', ['5.6%']],
])('the terms of %j are %j', (text, terms) => {
  expect(termsOf('text', text)).toEqual(terms);
});

it.each(['', '店', '首店 店', '，。'])('%j is no text to search for', (text) => {
  expect(() => termsOf('text', text)).toThrow(/^text must be words of two letters or digits or more/);
});

it('a list that is not given is no condition', () => {
  expect(setOf(null)).toBeUndefined();
  expect(setOf(undefined)).toBeUndefined();
  expect(setOf([])).toEqual([]);
});
