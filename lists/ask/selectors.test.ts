import { decodeResultSelector, decodeSearchSelector, decodeTargetSelector } from '../contract/selector-codec';
import type { QueryTargetsArgs } from '../../schema/types.generated';
import { resultConnection, searchConnection, targetConnection, type KnownPlace } from './selectors';

const places = new Map<string, KnownPlace>(
  (
    [
      ['彭浦镇', 'TOWN'],
      ['静安区', 'DISTRICT'],
      ['市北', 'INDUSTRIAL_PARK'],
    ] as const
  ).map(([_id, kind]) => [_id, { _id, kind }]),
);
const context = { loaders: { place: { load: async (id: string) => places.get(id) ?? null } } };
const town = { _id: '彭浦镇', kind: 'TOWN' } as const;

async function conditionsOf(...[args, within, place]: [QueryTargetsArgs, object?, object?]) {
  const { selector } = await targetConnection(args, context, within, place as never);
  return decodeTargetSelector(selector);
}

it('a list is its filter, its order and its page', async () => {
  const selector = await conditionsOf({
    filter: { kinds: ['FIGURE'] },
    orderBy: { field: 'VALUE', direction: 'DESC' },
    first: 5,
  });

  expect(selector).toEqual({
    conditions: { kinds: ['FIGURE'] },
    order: { field: 'VALUE', direction: 'DESC' },
    page: { take: 5, from: 'START' },
  });
});

it.each([
  ['a chapter', { chapters: [5] }, { conditions: { chapters: [5] }, within: { chapters: [5] } }],
  ['a department', { departments: ['safety'] }, { within: { departments: ['safety'] } }],
  ['an item, under which no facet counts', { items: [2] }, { conditions: { items: [2] } }],
])('the list of %s says so', async (_, within, selector) => {
  expect(await conditionsOf({}, within)).toMatchObject(selector);
});

it('only a parent under which a facet counts is named as the parent', async () => {
  expect(await conditionsOf({}, { items: [2], year: [2023] })).not.toHaveProperty('within');
});

it.each([
  [{ chapters: [1, 2] }, { chapters: [2] }, { chapters: [2] }],
  [{ chapters: [1] }, { chapters: [2] }, { chapters: [] }],
  [{ chapters: [1] }, { items: [2] }, { chapters: [1], items: [2] }],
  [{ departments: ['economy', 'safety'] }, { departments: ['safety'] }, { departments: ['safety'] }],
  [{ year: 2022 }, { year: [2023] }, { year: [] }],
])('of the filter %j within %j, the conditions are %j', async (filter, within, conditions) => {
  expect((await conditionsOf({ filter }, within)).conditions).toEqual(conditions);
});

it.each([
  ['every reach but DISTRICT', { place: '彭浦镇' }, [['彭浦镇#NAMED', '彭浦镇#EVERY_TOWN', '彭浦镇#WITHIN']]],
  ['no EVERY_TOWN of a place that is none', { place: '市北' }, [['市北#NAMED', '市北#WITHIN']]],
  [
    'the reaches asked for',
    { place: '彭浦镇', reach: ['NAMED', 'NAMED', 'DISTRICT'] },
    [['彭浦镇#NAMED', '#DISTRICT']],
  ],
  ['no reach at all', { place: '彭浦镇', reach: [] }, [[]]],
] as const)('a filter by place is by %s', async (_, filter, scopes) => {
  expect((await conditionsOf({ filter: filter as never })).conditions.scopes).toEqual(scopes);
});

it('in the list of a place, its scopes come before those of the filter', async () => {
  const { conditions } = await conditionsOf(
    { filter: { place: '市北', reach: ['NAMED'] } },
    {},
    {
      place: town,
      reach: ['WITHIN'],
    },
  );

  expect(conditions.scopes).toEqual([['彭浦镇#WITHIN'], ['市北#NAMED']]);
});

it.each([
  [{ place: '虹口' }, 'filter.place must be the id of a place, but got: 虹口.'],
  [{ reach: ['NAMED' as const] }, 'filter.reach needs filter.place.'],
])('the filter %j is refused', async (filter, message) => {
  await expect(targetConnection({ filter }, context)).rejects.toThrow(message);
});

it('results are of the places that their clauses name', async () => {
  const { selector } = await resultConnection({ filter: { place: '静安区', cumulative: true } }, context);

  expect(decodeResultSelector(selector).conditions).toEqual({ cumulative: true, scopes: [['静安区#NAMED']] });
});

it('a search is its terms and its page', () => {
  const { selector } = searchConnection({ text: '品牌 首店', first: 3 });

  expect(decodeSearchSelector(selector)).toEqual({
    terms: ['品牌', '首店'],
    page: { take: 3, from: 'START' },
  });
});

it('a search has at most 100 rows', () => {
  expect(() => searchConnection({ text: '首店', first: 101 })).toThrow('first must be from 0 to 100');
});
