import fc, { type Arbitrary } from 'fast-check';
import { departmentCodes } from '../../../schema/departments';
import type { ArgumentTrees } from './tree';
import { given, mostly, nullable, some, type Tree, type Trees } from './values';
import type { Vocabulary } from './vocabulary';

const kinds = ['FIGURE', 'COVERAGE', 'TREND', 'MILESTONE', 'UNDERTAKING'];
export const reaches = fc.constantFrom('NAMED', 'EVERY_TOWN', 'WITHIN', 'DISTRICT');
export const codes = mostly(fc.constantFrom(...departmentCodes), 'finance', '');

export const targetFilter = (words: Vocabulary, placeId: Arbitrary<unknown>): Trees => {
  const conditions = someOf(targetConditions(words));
  const ofPlace = fc.record({ place: given(placeId), reach: some(reaches) }, { requiredKeys: ['place'] });
  return fc.oneof(
    { weight: 3, arbitrary: conditions },
    { weight: 1, arbitrary: fc.tuple(conditions, ofPlace).map(([all, place]) => ({ ...all, ...place })) },
    { weight: 1, arbitrary: ofPlace },
  );
};

/** Few conditions at once, because many together match nothing. */
const someOf = (conditions: Readonly<Record<string, Tree>>): Trees =>
  fc
    .array(
      fc.oneof(...Object.entries(conditions).map(([name, tree]) => tree.map((each) => ({ [name]: each })))),
      {
        maxLength: 2,
      },
    )
    .map((each) => Object.assign({}, ...each) as ArgumentTrees);

const targetConditions = (words: Vocabulary) => ({
  ...sharedConditions(words),
  chapters: some(mostly(fc.integer({ min: 0, max: 7 }), -1, 8)),
  items: some(mostly(fc.integer({ min: 1, max: 34 }), 0)),
  kinds: some(fc.constantFrom(...kinds)),
  status: some(fc.constantFrom('UNREPORTED', 'UNDER_WAY', 'ACHIEVED')),
  hasBaseline: nullable(fc.boolean()),
  againstBaseline: some(fc.constantFrom('BELOW', 'EQUAL', 'ABOVE')),
});

export const resultFilter = (words: Vocabulary, placeId: Arbitrary<unknown>): Trees =>
  someOf({
    ...sharedConditions(words),
    place: nullable(placeId),
    cumulative: nullable(fc.boolean()),
    hasYearOnYear: nullable(fc.boolean()),
  });

function sharedConditions({ units, texts, values }: Vocabulary) {
  const end = fc.option(fc.constantFrom(...values), { freq: 4 });
  return {
    departments: some(codes),
    units: some(fc.constantFrom(...units, '光年')),
    value: nullable(fc.record({ min: end, max: end }, { requiredKeys: [] })),
    text: nullable(mostly(fc.constantFrom(...texts), '店', ' ', 'a-b')),
    year: nullable(fc.constantFrom(2023, 2022)),
  };
}
