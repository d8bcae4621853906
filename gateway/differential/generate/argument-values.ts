import fc, { type Arbitrary } from 'fast-check';
import { codes, reaches, resultFilter, targetFilter } from './filters';
import { listArguments, searchArguments } from './pages';
import { given, mostly, nullable, some, type Trees } from './values';
import type { Vocabulary } from './vocabulary';

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
/** Generators of arguments by `Type.field`, for the fields that have arguments; `targets` is for this field of every type. */
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
