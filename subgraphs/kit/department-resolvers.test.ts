import type { CommandStartedEvent } from 'mongodb';
import { countCommands } from '../testing/count-commands';
import { openTestSubgraph, type TestSubgraph } from '../testing/test-subgraph';
import type { TargetConditions } from '../../lists/contract/selector';
import { encodeSelector } from '../../lists/contract/selector-codec';

let economy: TestSubgraph;
beforeAll(async () => {
  economy = await openTestSubgraph('economy');
}, 60_000);
afterAll(() => economy.close());

const list = (conditions: TargetConditions) =>
  encodeSelector({
    conditions,
    order: { field: 'PLAN', direction: 'ASC' },
    page: { take: 1, from: 'START' },
  });
const connection = (selector: unknown) => ({ __typename: 'TargetConnection', selector });

it.each(['EconomyTarget', 'EconomyResult'])(
  'a reference to an %s that cannot be is null, and the database is not asked for it',
  async (type) => {
    const ids = [
      { $gt: '' },
      { $regex: '.' },
      ['economy:2.1'],
      null,
      '',
      1,
      'x'.repeat(2000),
      'a\0',
      '\udfff',
    ];
    const counter = countCommands(economy.subgraph.connection.client);

    const { data, errors } = await economy.askEntities(
      `... on ${type} { id }`,
      ids.flatMap((id) => [
        { __typename: type, id },
        { __typename: type, ref: id },
      ]),
    );
    counter.stop();

    expect(errors).toBeUndefined();
    expect(data?._entities).toEqual(ids.flatMap(() => [null, null]));
    expect(counter.counts).toEqual({});
  },
);

it('a reference to a department that cannot be is null', async () => {
  const codes = [{ $gt: '' }, null, '', 'x'.repeat(2000)];

  const { data, errors } = await economy.askEntities(
    '... on Department { code economy }',
    codes.map((code) => ({ __typename: 'Department', code })),
  );

  expect(errors).toBeUndefined();
  expect(data?._entities).toEqual([null, null, null, null]);
});

it('a selector that cannot be loses its own slice and no other', async () => {
  const forged =
    '{"conditions":{"units":[{"$gt":""}]},"order":{"field":"PLAN","direction":"ASC"},"page":{"take":1,"from":"START"}}';

  const { data, errors } = await economy.askEntities('... on TargetConnection { economy { total } }', [
    connection(list({ items: [2] })),
    connection(forged),
    connection({ $gt: '' }),
  ]);

  expect(data?._entities).toEqual([
    { economy: { total: expect.any(Number) } },
    { economy: null },
    { economy: null },
  ]);
  expect(errors).toMatchObject([
    {
      path: ['_entities', 1, 'economy'],
      message: expect.stringContaining('selector.conditions.units.0 must be text'),
      extensions: { code: 'SCHEMA_MISMATCH' },
    },
    { path: ['_entities', 2, 'economy'], extensions: { code: 'SCHEMA_MISMATCH' } },
  ]);
});

it.each([
  ['that are kept', {}],
  ['that are counted', { kinds: ['FIGURE', 'MILESTONE', 'TREND', 'COVERAGE', 'UNDERTAKING'], year: [2023] }],
] satisfies [string, TargetConditions][])(
  'facets %s call what has no chapter 0, and count no unit where there is none',
  async (_, conditions) => {
    const { data } = await economy.askEntities(
      '... on TargetConnection { economy { total facets { dimension value count } } }',
      [connection(list(conditions))],
    );
    const { facets, total } = (data as any)._entities[0].economy;
    const chapters = facets.filter(({ dimension }: { dimension: string }) => dimension === 'chapters');
    const values = facets.map(({ value }: { value: string }) => value);

    expect(chapters).toContainEqual({ dimension: 'chapters', value: '0', count: expect.any(Number) });
    expect(chapters.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(total);
    // The one of the department itself.
    expect(values.filter((value: string) => value === 'null')).toHaveLength(1);
  },
);

it('a scope that is named twice is counted once', async () => {
  const scope = 'place:静安区#WITHIN';

  const { data } = await economy.askEntities('... on TargetConnection { economy { total } }', [
    connection(list({ scopes: [[scope]] })),
    connection(list({ scopes: [[scope, scope]] })),
  ]);
  const [once, twice] = data?._entities as unknown[];

  expect(once).toMatchObject({ economy: { total: expect.any(Number) } });
  expect(twice).toEqual(once);
});

/** The collections that `find` reads while a slice is answered, `aggregate` likewise, in order. */
async function commandsOf(type: string, part: string, selectors: readonly string[]): Promise<string[]> {
  const commands: string[] = [];
  const record = ({ commandName, command }: CommandStartedEvent) =>
    void commands.push(`${commandName} ${String((command as Record<string, unknown>)[commandName])}`);
  const { client } = economy.subgraph.connection;
  client.on('commandStarted', record);
  const { errors } = await economy.askEntities(
    `... on ${type} { economy { ${part} } }`,
    selectors.map((selector) => ({ __typename: type, selector })),
  );
  client.off('commandStarted', record);
  expect(errors).toBeUndefined();
  return commands.filter((command) => !command.startsWith('ping')).sort();
}

const textList = (conditions: object, field = 'PLAN') =>
  JSON.stringify({
    conditions: { text: '企业', ...conditions },
    order: { field, direction: 'ASC' },
    page: { take: 2, from: 'START', after: '2' },
  });
const everyPart = 'answered rows { id } preceded total';

it('every part of a slice shares its selector’s query: the grams of a text are looked up once', async () => {
  const selectors = [textList({}), textList({ kinds: ['FIGURE'] }), textList({}, 'TITLE')];

  expect(
    await commandsOf('TargetConnection', `${everyPart} facets { dimension value count }`, selectors),
  ).toEqual([
    'aggregate targets',
    'aggregate targets',
    'aggregate targets',
    'aggregate targets',
    'find grams',
  ]);
  expect(await commandsOf('ResultConnection', everyPart, [textList({})])).toEqual([
    'aggregate results',
    'aggregate results',
    'aggregate results',
    'find grams',
  ]);
});

it('rows and total of a search share the look-up of its grams, in targets and in results', async () => {
  const search = encodeSelector({ terms: ['公共绿地'], page: { take: 2, from: 'START' } });
  const commands = await commandsOf('SearchConnection', everyPart, [search]);

  expect(commands.filter((command) => command.startsWith('find'))).toEqual(['find grams']);
});

it.each([
  [[{ __typename: 'Plan' }], 'but got: "Plan".'],
  [[{ __typename: 'SafetyTarget', id: 'safety:29.2' }], 'but got: "SafetyTarget".'],
  [[{}], 'but got: undefined.'],
  [['EconomyTarget'], 'but got: undefined.'],
  [[{ __typename: { $gt: '' } }], 'but got: {"$gt":""}.'],
])('representations %j are refused', async (representations, message) => {
  const { errors } = await economy.askEntities('__typename', representations);

  expect(errors).toMatchObject([{ extensions: { code: 'SCHEMA_MISMATCH' } }]);
  expect(errors?.[0]?.message).toContain(message);
});

it.each([
  ['representations', 100_000, () => ({ __typename: 'Department', code: 'economy' })],
  ['selectors', 2000, (at: number) => connection(list({ items: [at] }))],
])('more %s than %i in one request are refused', async (noun, limit, make) => {
  const { errors } = await economy.askEntities(
    '__typename',
    Array.from({ length: limit + 1 }, (_, at) => make(at)),
  );

  expect(errors).toMatchObject([
    {
      message: `A request must have at most ${limit} ${noun}.`,
      extensions: { code: 'QUERY_TOO_COMPLEX', limit },
    },
  ]);
});
