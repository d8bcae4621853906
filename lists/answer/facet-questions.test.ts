import type { TargetConditions } from '../contract/selector';
import type { FacetDimension } from '../contract/slice';
import { countedFacet, facetQuestions, isCounted, withoutOwnConditions } from './facet-questions';

const question = (dimension: FacetDimension, conditions: TargetConditions, within = {}) => {
  const found = facetQuestions('economy', { conditions, within }).find(
    (each) => each.dimension === dimension,
  );
  if (!found) throw new Error(dimension);
  return found;
};

it.each<[FacetDimension, TargetConditions, TargetConditions, TargetConditions]>([
  ['kinds', { kinds: ['FIGURE'], units: ['家'] }, {}, { units: ['家'] }],
  ['units', { kinds: ['FIGURE'], units: ['家'] }, {}, { kinds: ['FIGURE'] }],
  ['statuses', { status: ['ACHIEVED'], items: [2] }, {}, { items: [2] }],
  ['chapters', { chapters: [5] }, {}, {}],
  ['chapters', { chapters: [5] }, { chapters: [5] }, { chapters: [5] }],
  ['departments', { departments: ['economy'], items: [2] }, {}, { items: [2] }],
])('%s of %j within %j count under %j', (dimension, conditions, within, others) => {
  expect(question(dimension, conditions, within).conditions).toEqual(others);
});

it.each<[FacetDimension, TargetConditions, string[] | null]>([
  ['kinds', { kinds: ['FIGURE'] }, ['all']],
  ['units', { kinds: ['FIGURE'] }, ['kind:FIGURE']],
  ['units', { kinds: ['FIGURE'], items: [2] }, null],
  ['kinds', { text: '首店' }, null],
  ['kinds', { departments: ['safety'] }, []],
  ['departments', { departments: ['safety'] }, ['all']],
])('%s of %j are kept by %j', (dimension, conditions, keptBy) => {
  expect(question(dimension, conditions).keptBy).toEqual(keptBy);
});

it('targets are grouped under the conditions that every counted question has', () => {
  const conditions = { kinds: ['FIGURE'], units: ['家'], items: [2, 3], year: [2023] };
  const questions = facetQuestions('economy', { conditions }).filter(isCounted);

  expect(withoutOwnConditions(conditions, questions)).toEqual({ items: [2, 3], year: [2023] });
  expect(withoutOwnConditions(conditions, questions.slice(0, 1))).toEqual(conditions);
  expect(withoutOwnConditions(conditions, [])).toBeNull();
});

const values = { chapters: 5, kinds: 'FIGURE', units: '家', statuses: 'ACHIEVED' };
const groups = [
  { values, count: 1 },
  { values: { ...values, chapters: null }, count: 2 },
  { values: { ...values, kinds: 'TREND', units: null }, count: 4 },
  { values: { ...values, statuses: 'UNREPORTED' }, count: 8 },
];

it.each<[FacetDimension, TargetConditions, object]>([
  ['kinds', {}, { FIGURE: 11, TREND: 4 }],
  ['units', {}, { 家: 11 }],
  ['chapters', {}, { '5': 13, '0': 2 }],
  ['statuses', {}, { ACHIEVED: 7, UNREPORTED: 8 }],
  ['departments', {}, { null: 15 }],
  ['kinds', { chapters: [5], text: '首店' }, { FIGURE: 9, TREND: 4 }],
  ['kinds', { chapters: [0], text: '首店' }, { FIGURE: 2 }],
  ['chapters', { units: ['家'], status: ['ACHIEVED'] }, { '5': 1, '0': 2 }],
  ['departments', { kinds: [], text: '首店' }, {}],
  ['kinds', { kinds: ['TREND'], text: '首店' }, { FIGURE: 11, TREND: 4 }],
])('%s of the groups under %j are %j', (dimension, conditions, facet) => {
  const counted = countedFacet(question(dimension, conditions), groups);

  expect(Object.fromEntries(counted.map(({ value, count }) => [value, count]))).toEqual(facet);
});
