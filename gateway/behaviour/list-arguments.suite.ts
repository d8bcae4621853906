import { buildSchema, getNullableType, isInputObjectType, isListType } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { departmentCodes } from '../../schema/departments';
import { shareTestSystem } from '../testing/shared-system';
import type { TestSystem } from '../testing/test-system';

const schema = buildSchema(readFileSync(join(__dirname, '../../schema/api.graphql'), 'utf8'));

/** A value of each list that filters have, one that matches something. */
const values: Readonly<Record<string, unknown>> = {
  departments: 'economy',
  chapters: 1,
  items: 2,
  reach: 'WITHIN',
  kinds: 'FIGURE',
  units: '家',
  status: 'UNREPORTED',
  againstBaseline: 'BELOW',
};

function listsOf(filter: string): string[] {
  const type = schema.getType(filter);
  if (!isInputObjectType(type)) throw new Error(`${filter} is no input`);
  return Object.values(type.getFields())
    .filter((field) => isListType(getNullableType(field.type)))
    .map(({ name }) => name);
}

const facets = ['departments', 'chapters', 'kinds', 'units', 'statuses']
  .map((facet) => `${facet} { value count }`)
  .join(' ');
const shown = 'totalCount edges { reach evidence node { id } } pageInfo { hasNextPage endCursor }';

const lists: [list: string, name: string, query: string, variables: (list: unknown[]) => object][] = [
  ...listsOf('TargetFilter').map((name): (typeof lists)[number] => [
    'Query.targets',
    name,
    `query ($filter: TargetFilter) { list: targets(filter: $filter) { ${shown} facets { ${facets} } } }`,
    (list) => ({ filter: { [name]: list, ...(name === 'reach' && { place: 'place:静安区' }) } }),
  ]),
  ...listsOf('ResultFilter').map((name): (typeof lists)[number] => [
    'Query.results',
    name,
    'query ($filter: ResultFilter) { list: results(filter: $filter) { totalCount nodes { id } pageInfo { hasNextPage } } }',
    (list) => ({ filter: { [name]: list } }),
  ]),
  [
    'Place.targets',
    'reach',
    `query ($reach: [PlaceReach!]) { place(id: "place:静安区") { targets(reach: $reach) { ${shown} facets { ${facets} } } } }`,
    (reach) => ({ reach }),
  ],
  [
    'Place.targets',
    'filter.kinds',
    `query ($filter: TargetFilter) { place(id: "place:静安区") { targets(filter: $filter) { ${shown} facets { ${facets} } } } }`,
    (kinds) => ({ filter: { kinds } }),
  ],
];

describe.each([
  ['in one process', []],
  ['over HTTP', [...departmentCodes, 'plan']],
])('%s', (_, alone) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await shareTestSystem(alone);
  }, 60_000);

  it.each(lists)(
    '%s: a value that is named twice in %s counts once',
    async (_list, name, query, variables) => {
      const value = values[name.replace('filter.', '')];
      const once = await system.query(query, variables([value]));
      const twice = await system.query(query, variables([value, value]));

      expect(once.body.errors).toBeUndefined();
      expect(JSON.stringify(once.body.data)).toMatch(/"totalCount":[1-9]/);
      expect(twice.body).toEqual(once.body);
    },
  );

  it('places tell where their names are written', async () => {
    const citations = 'citations { locator quote document { id title issuer issuedOn } }';
    const { body } = await system.query(
      `{ place(name: "彭浦镇") { within { ${citations} } }
         places(kind: ROAD) { ${citations} }
         search(text: "南京西路") { nodes { ... on Place { ${citations} } } } }`,
    );

    expect(body.errors).toBeUndefined();
    const cited = [...body.data.places, ...body.data.search.nodes].flatMap(
      ({ citations: each = [] }) => each,
    );
    expect(cited.length).toBeGreaterThan(10);
    for (const { document } of cited)
      expect(document).toEqual({
        id: expect.any(String),
        title: expect.stringMatching(/./),
        issuer: expect.stringMatching(/./),
        issuedOn: expect.stringMatching(/^2023-/),
      });
  });

  it.each([{}, { min: null, max: null }])('a range without ends, %j, holds every number', async (value) => {
    const { body } = await system.query(
      `query ($value: FloatRange) {
        figures: targets(filter: { kinds: [FIGURE] }) { totalCount }
        targets(filter: { value: $value }) { totalCount nodes { kind } }
        all: results { totalCount }
        results(filter: { value: $value }) { totalCount }
      }`,
      { value },
    );
    const { figures, targets, all, results } = body.data;

    expect(targets.totalCount).toBe(figures.totalCount);
    expect(targets.nodes.map(({ kind }: { kind: string }) => kind)).not.toContain('TREND');
    expect(results.totalCount).toBe(all.totalCount);
  });
});
