import { departmentCodes } from '../../schema/departments';
import { encodeSelector } from '../../lists/contract/selector-codec';
import { openTestSubgraph, type TestSubgraph } from '../testing/test-subgraph';

let plan: TestSubgraph;
beforeAll(async () => {
  plan = await openTestSubgraph('plan');
}, 60_000);
afterAll(() => plan.close());

type Slice = Readonly<Record<string, unknown>>;
const page = { take: 20, from: 'START' } as const;
const list = encodeSelector({ conditions: {}, order: { field: 'PLAN', direction: 'ASC' }, page });
const search = encodeSelector({ terms: ['首店'], page });

const whole: Slice = {
  answered: true,
  rows: [{ id: 'economy:2.1', type: 'EconomyTarget', key: '11', coverage: [], highlights: [] }],
  preceded: false,
  total: 3,
  facets: [{ dimension: 'chapters', value: '0', count: 3 }],
};
const slices = (ofEconomy: unknown, ofOthers: unknown = whole) => ({
  ...Object.fromEntries(departmentCodes.map((code) => [code, ofOthers])),
  economy: ofEconomy,
});
const without = (...parts: string[]) =>
  Object.fromEntries(Object.entries(whole).filter(([part]) => !parts.includes(part)));
const ask = (type: string, field: string, representation: object) =>
  plan.askEntities(`... on ${type} { ${field} }`, [{ __typename: type, ...representation }]);

/** Each merged field, the parts that it requires, and a selector of its list. */
const merged: [type: string, field: string, parts: string[], selector: string][] = [
  ...['TargetConnection', 'ResultConnection'].flatMap((type): typeof merged => [
    [type, 'edges { cursor node { ref } }', ['rows'], list],
    [type, 'nodes { ref }', ['rows'], list],
    [type, 'pageInfo { hasNextPage hasPreviousPage }', ['rows', 'preceded'], list],
    [type, 'totalCount', ['total'], list],
    [type, 'missing { code }', ['answered'], list],
  ]),
  ['TargetConnection', 'facets { chapters { value count } }', ['facets'], list],
  ['SearchConnection', 'edges { cursor score }', ['rows'], search],
  ['SearchConnection', 'nodes { __typename }', ['rows'], search],
  ['SearchConnection', 'pageInfo { hasNextPage }', ['rows'], search],
  ['SearchConnection', 'totalCount', ['total'], search],
  ['SearchConnection', 'missing { code }', ['answered'], search],
];

describe.each(merged)('%s.%s', (type, field, parts, selector) => {
  it('takes an absent department for absent', async () => {
    const answer = await ask(type, field, { selector, ...slices(null) });

    expect(answer.errors).toBeUndefined();
  });

  it('needs no part that it does not require', async () => {
    const others = Object.keys(whole).filter((part) => !parts.includes(part));

    const answer = await ask(type, field, { selector, ...slices(without(...others), without(...others)) });

    expect(answer.errors).toBeUndefined();
  });

  it.each([
    ['a slice', slices(undefined), /^This field requires economy\.\w+, which the router did not supply\.$/],
    ['any slice', {}, /^This field requires economy\.\w+, which the router did not supply\.$/],
    ...parts.map((part): [string, object, RegExp] => [
      `${part} of a slice`,
      slices(without(part)),
      new RegExp(`requires economy\\.${part},`),
    ]),
  ])('is an error without %s', async (_, given, message) => {
    const { data, errors } = await ask(type, field, { selector, ...given });

    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions).toEqual({ code: 'SCHEMA_MISMATCH' });
    expect(data).toEqual({ _entities: [null] });
  });
});

it.each(merged)('%s.%s is an error without a selector', async (type, field) => {
  const { errors } = await ask(type, field, slices(whole));

  expect(errors).toMatchObject([
    {
      message: expect.stringMatching(/^A selector must be JSON .* but got: undefined\.$/),
      extensions: { code: 'SCHEMA_MISMATCH' },
    },
  ]);
});

it.each([
  [{ ...slices(null, null), economy: true }, true],
  [{ ...slices(null, null), economy: null }, false],
])('a department with %j is available: %s', async (given, available) => {
  const { data, errors } = await ask('Department', 'available', { code: 'economy', ...given });

  expect(errors).toBeUndefined();
  expect(data).toEqual({ _entities: [{ available }] });
});

it('whether a department is available is an error when the router does not supply it', async () => {
  const { errors } = await ask('Department', 'available', { code: 'economy' });

  expect(errors).toMatchObject([
    {
      message: 'This field requires economy, which the router did not supply.',
      extensions: { code: 'SCHEMA_MISMATCH' },
    },
  ]);
});

it('targets without a chapter are one facet, whichever way departments say so', async () => {
  const facet = (value: string, count: number) => ({ facets: [{ dimension: 'chapters', value, count }] });

  const { data } = await ask('TargetConnection', 'facets { chapters { value count } }', {
    selector: list,
    ...slices(facet('null', 2), facet('0', 3)),
  });

  expect(data).toEqual({ _entities: [{ facets: { chapters: [{ value: '0', count: 14 }] } }] });
});

it.each([
  ['Place', 'id'],
  ['Document', 'id'],
  ['Department', 'code'],
  ['WorkItem', 'number'],
  ['Chapter', 'number'],
])('a reference to a %s that cannot be is null', async (type, key) => {
  const keys = [{ $gt: '' }, ['place:静安区'], null, '', 'x'.repeat(2000), 'a\0b', '\ud800', 1.5, 1e308];

  const { data, errors } = await plan.askEntities(
    `... on ${type} { __typename }`,
    keys.map((each) => ({ __typename: type, [key]: each })),
  );

  expect(errors).toBeUndefined();
  expect(data?._entities).toEqual(keys.map(() => null));
});
