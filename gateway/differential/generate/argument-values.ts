import fc, { type Arbitrary } from 'fast-check';
import { departmentCodes } from '../../../schema/departments';
import type { OrderField } from '../oracle/order';
import type { ArgumentTree, ArgumentTrees, Giving } from './tree';
import type { Vocabulary } from './vocabulary';

/** Shrinking replaces any other alternative by the first. */
export const shrinkToFirst = { withCrossShrink: true };

export const giving: Arbitrary<Giving> = fc.oneof(
  shrinkToFirst,
  { weight: 3, arbitrary: fc.constant<Giving>('LITERAL') },
  { weight: 1, arbitrary: fc.constantFrom<Giving>('VARIABLE', 'DEFAULT') },
);

type Trees = Arbitrary<ArgumentTrees>;
type Tree = Arbitrary<ArgumentTree>;

const given = (value: Arbitrary<unknown>): Tree => fc.record({ value, giving });
const nullable = (value: Arbitrary<unknown>): Tree =>
  given(
    fc.oneof(shrinkToFirst, { weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) }),
  );
const some = (values: Arbitrary<unknown>): Tree => nullable(fc.array(values, { maxLength: 3 }));
/** Mostly what there is, now and then what there is not. */
const mostly = (known: Arbitrary<unknown>, ...unknown: readonly unknown[]): Arbitrary<unknown> =>
  fc.oneof(
    shrinkToFirst,
    { weight: 12, arbitrary: known },
    { weight: 1, arbitrary: fc.constantFrom(...unknown) },
  );

const kinds = ['FIGURE', 'COVERAGE', 'TREND', 'MILESTONE', 'UNDERTAKING'];
const placeKinds = [
  'DISTRICT',
  'SUBDISTRICT',
  'TOWN',
  'FUNCTIONAL_AREA',
  'ROAD',
  'PLOT',
  'BUILDING',
  'SCHOOL',
];
const reaches = fc.constantFrom('NAMED', 'EVERY_TOWN', 'WITHIN', 'DISTRICT');
const codes = mostly(fc.constantFrom(...departmentCodes), 'finance', '');

/** The arguments of the fields that have any, by `Type.field`; `targets` stands for those of every type. */
export function argumentsByField(words: Vocabulary): ReadonlyMap<string, Trees> {
  const lists = listArguments(words);
  const placeId = mostly(fc.constantFrom(...words.placeIds), 'place:浦东', 'economy:2.1');
  const reach = fc.record({ reach: some(reaches) }, { requiredKeys: [] });
  return new Map<string, Trees>([
    ['Query.plan', fc.record({ year: given(mostly(fc.constant(2023), 2022, 0)) }, { requiredKeys: [] })],
    ['Query.chapter', fc.record({ number: given(fc.integer({ min: 0, max: 8 })) })],
    ['Query.workItem', fc.record({ number: given(fc.integer({ min: 0, max: 35 })) })],
    ['Query.department', fc.record({ code: given(codes) })],
    ['Query.place', placeArguments(words, placeId)],
    [
      'Query.places',
      fc.record(
        { kind: nullable(fc.constantFrom(...placeKinds)), within: nullable(placeId) },
        { requiredKeys: [] },
      ),
    ],
    [
      'Query.target',
      fc.record({ id: given(mostly(fc.constantFrom(...words.targets), 'economy:99.9', '2.1')) }),
    ],
    ['targets', lists(targetFilter(words, placeId))],
    ['Query.results', lists(resultFilter(words, placeId))],
    ['Query.search', searchArguments(words)],
    [
      'Place.targets',
      fc.tuple(reach, lists(targetFilter(words, placeId))).map(([own, list]) => ({ ...own, ...list })),
    ],
    [
      'Query.__type',
      fc.record({ name: given(fc.constantFrom('Target', 'Query', 'PlaceKind', 'TargetFilter', 'No')) }),
    ],
  ]);
}

function placeArguments({ placeNames }: Vocabulary, placeId: Arbitrary<unknown>): Trees {
  const name = mostly(fc.constantFrom(...placeNames), '浦东', '');
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ id: given(placeId) }) },
    { weight: 6, arbitrary: fc.record({ name: given(name) }) },
    { weight: 1, arbitrary: fc.record({ id: nullable(placeId), name: nullable(name) }) },
  );
}

const targetFilter = (words: Vocabulary, placeId: Arbitrary<unknown>): Trees => {
  const conditions = someOf(targetConditions(words));
  const ofPlace = fc.record({ place: given(placeId), reach: some(reaches) }, { requiredKeys: ['place'] });
  return fc.oneof(
    { weight: 3, arbitrary: conditions },
    { weight: 1, arbitrary: fc.tuple(conditions, ofPlace).map(([all, place]) => ({ ...all, ...place })) },
    { weight: 1, arbitrary: ofPlace },
  );
};

/** Few conditions at once, for many together match nothing. */
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

const resultFilter = (words: Vocabulary, placeId: Arbitrary<unknown>): Trees =>
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

/** A filter, an order, and a page that begins or ends at cursors of that order. */
const listArguments =
  (words: Vocabulary) =>
  (filter: Trees): Trees =>
    fc
      .record({ filter: fc.option(objectOf(filter), { freq: 2 }), order: orderTree, page: pageTrees })
      .map(({ filter: conditions, order, page: { after, before, ...page } }) => ({
        ...(conditions && { filter: conditions }),
        ...(order && { orderBy: objectTree(order.fields, order.giving) }),
        ...page,
        ...cursorTree('after', after, words.statementCursors(order?.field ?? 'PLAN')),
        ...cursorTree('before', before, words.statementCursors(order?.field ?? 'PLAN')),
      }));

const searchArguments = ({ texts, hitCursors }: Vocabulary): Trees =>
  fc
    .record({ text: given(mostly(fc.constantFrom(...texts), '店', '')), first: size, after: row })
    .map(({ text, first, after }) => ({
      text,
      ...(first && { first }),
      ...cursorTree('after', after, hitCursors),
    }));

const size: Arbitrary<ArgumentTree | null> = fc.option(
  nullable(mostly(fc.integer({ min: 0, max: 7 }), 30, 100, -1, 501)),
  { freq: 3 },
);

interface RowTree {
  readonly at: number;
  readonly giving: Giving;
}
/** Which row a cursor is of; null for no cursor. */
const row: Arbitrary<RowTree | null> = fc.option(fc.record({ at: fc.nat({ max: 999 }), giving }), {
  freq: 1,
});

const pageTrees = fc
  .record({ size, from: fc.constantFrom('first', 'last'), after: row, before: row })
  .map(({ size: count, from, after, before }) => ({ ...(count && { [from]: count }), after, before }));

const cursorTree = (name: string, of: RowTree | null, cursors: readonly string[]): ArgumentTrees =>
  of ? { [name]: { value: cursors[of.at % cursors.length] ?? '', giving: of.giving } } : {};

const orderTree = fc.option(
  fc
    .record({
      field: fc.constantFrom<OrderField>('PLAN', 'VALUE', 'TITLE', 'UPDATED'),
      direction: fc.option(fc.constantFrom('ASC', 'DESC')),
      giving,
    })
    .map(({ field, direction, giving: how }) => ({
      field,
      giving: how,
      fields: {
        field: { value: field, giving: 'LITERAL' as const },
        ...(direction && { direction: { value: direction, giving: 'LITERAL' as const } }),
      },
    })),
  { freq: 1 },
);

/** An input object, given as a whole or field by field. */
const objectOf = (fields: Trees): Tree =>
  fc.tuple(fields, giving).map(([each, how]) => objectTree(each, how));

function objectTree(fields: ArgumentTrees, how: Giving): ArgumentTree {
  const value = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
  return { value, giving: how, ...(how === 'LITERAL' && { fields }) };
}
