import { startSubgraphProxy, type SubgraphProxy, type Told } from '../testing/test-proxy';
import { startTestSystem, type TestSystem } from '../testing/test-system';

let proxy: SubgraphProxy;
let system: TestSystem;
beforeAll(async () => {
  proxy = await startSubgraphProxy();
  system = await startTestSystem({ alone: ['economy'], env: { ECONOMY_URL: proxy.url } });
  proxy.target = system.alone.get('economy')?.server?.url ?? '';
}, 60_000);
beforeEach(() => proxy.reset());
afterAll(async () => {
  await system.close();
  proxy.close();
});

const unavailable = { code: 'DEPARTMENT_UNAVAILABLE', department: 'economy' };
const lists = `query ($asc: OrderDirection! = ASC) {
  targets(first: 4, orderBy: {field: PLAN, direction: $asc}) { totalCount missing { code } nodes { id title } pageInfo { hasNextPage } facets { departments { value count } } }
  results(first: 4, filter: {departments: ["economy", "safety"]}) { totalCount missing { code } nodes { id } }
  search(text: "首店", first: 4) { totalCount missing { code } nodes { __typename ... on Target { id } ... on Result { id } } }
}`;

/** Changes each slice that an answer holds. */
const slices =
  (change: (slice: any) => void) =>
  (told: Told): Told => {
    for (const entity of told.data?._entities ?? []) if (entity?.economy?.answered) change(entity.economy);
    return told;
  };
const rows = (change: (rows: any[]) => void) =>
  slices((slice) => {
    if (slice.rows?.length > 1) change(slice.rows);
  });

it('a department that tells the truth is in every list', async () => {
  const { body } = await system.query(lists);

  expect(body.errors).toBeUndefined();
  expect(body.data.targets).toMatchObject({ totalCount: 270, missing: [] });
  expect(body.data.targets.nodes[0].id).toBe('economy:1.1');
  expect(body.data.search.missing).toEqual([]);
  expect(proxy.asked.length).toBeGreaterThan(3);
});

describe('a department is missing from a list when its slice', () => {
  it.each<[string, (told: Told) => Told]>([
    ['has a row twice', rows((all) => all.splice(1, 1, all[0]))],
    ['has an id twice', rows((all) => (all[1].id = all[0].id))],
    ['has rows out of order', rows((all) => all.reverse())],
    [
      'has more rows than were asked for',
      rows((all) => all.push(...all.map((row) => ({ ...row, id: `${row.id}0`, key: `${row.key}0` })))),
    ],
    ['has an id of another department', rows((all) => (all[0].id = 'safety:28.1'))],
    ['has an id of no department', rows((all) => (all[0].id = '1'))],
    ['has an id that is no text', rows((all) => (all[0].id = 7))],
    ['lacks a key', rows((all) => delete all[0].key)],
    ['has null for a row', rows((all) => (all[0] = null))],
    ['has no rows', slices((slice) => (slice.rows = null))],
    ['has a negative total', slices((slice) => (slice.total = -1))],
    ['has half a total', slices((slice) => (slice.total = 1.5))],
    ['has a total as text', slices((slice) => (slice.total = '44'))],
    ['has a total beyond an Int', slices((slice) => (slice.total = 2 ** 31))],
    ['says that it has not answered', slices((slice) => (slice.answered = false))],
    ['is of another type', slices((slice) => (slice.__typename = 'Place'))],
    ['is a list', (told) => ({ data: { _entities: told.data._entities?.map(() => ({ economy: [] })) } })],
    [
      'is null without an error',
      (told) => ({ data: { _entities: told.data._entities?.map(() => ({ economy: null })) } }),
    ],
    [
      'belongs to another entity',
      (told) => ({
        data: {
          _entities: told.data._entities?.map((entity: object) => ({ ...entity, __typename: 'Place' })),
        },
      }),
    ],
  ])('%s', async (_, lie) => {
    proxy.alter = (told, { variables }) =>
      variables?.representations?.[0]?.selector === undefined ? told : lie(told);

    const { body } = await system.query(
      '{ targets(first: 4) { totalCount missing { code } nodes { id } pageInfo { hasNextPage } facets { departments { value } } } }',
    );

    expect(body.data.targets.missing).toEqual([{ code: 'economy' }]);
    expect(body.data.targets.totalCount).toBe(226);
    expect(body.data.targets.nodes.map(({ id }: { id: string }) => id)).not.toContain('safety:28.1');
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([expect.objectContaining(unavailable)]);
  });
});

describe('a department that counts or searches wrongly is missing', () => {
  it.each<[string, (slice: any) => void]>([
    ['a negative count', (slice) => (slice.facets[0].count = -1)],
    ['a value counted twice', (slice) => slice.facets.push(slice.facets[0])],
    ['a count that is no number', (slice) => (slice.facets[0].count = null)],
  ])('in facets: %s', async (_, lie) => {
    proxy.alter = slicesOf('facets', lie);

    const { body } = await system.query('{ targets { missing { code } facets { departments { value } } } }');

    expect(body.data.targets.missing).toEqual([{ code: 'economy' }]);
    expect(body.data.targets.facets.departments).toHaveLength(4);
  });

  it.each<[string, (slice: any) => void]>([
    ['a hit of another type', (slice) => (slice.rows[0].type = 'Place')],
    ['a hit of another department', (slice) => (slice.rows[0].type = 'SafetyTarget')],
    ['highlights that are none', (slice) => (slice.rows[0].highlights = 'x')],
    ['hits out of order', (slice) => slice.rows.reverse()],
  ])('in a search: %s', async (_, lie) => {
    proxy.alter = slicesOf('rows', lie);

    const { body } = await system.query('{ search(text: "企业") { missing { code } nodes { __typename } } }');

    expect(body.data.search.missing).toEqual([{ code: 'economy' }]);
  });

  const slicesOf = (part: string, lie: (slice: any) => void) => slices((slice) => slice[part] && lie(slice));
});

describe('a wrong value among details makes its place wrong', () => {
  const details = (change: (entity: any) => void) => (told: Told) => {
    for (const entity of told.data?._entities ?? []) if (entity?.title !== undefined) change(entity);
    return told;
  };
  const one =
    '{ target(id: "economy:2.1") { id title kind comparison citations { quote } progress { value } } }';
  const right = {
    id: 'economy:2.1',
    title: expect.any(String),
    kind: 'FIGURE',
    citations: expect.any(Array),
    progress: null,
  };

  it.each<[string, (entity: any) => void]>([
    ['an enum value that the schema lacks', (entity) => (entity.comparison = 'SIDEWAYS')],
    ['an enum value that is no text', (entity) => (entity.comparison = {})],
    ['a field that is left out', (entity) => delete entity.comparison],
  ])('and nothing else, where it may be null: %s', async (_, lie) => {
    proxy.alter = details(lie);

    const { body } = await system.query(one);

    expect(body.data.target).toEqual({ ...right, comparison: null });
    expect(body.errors).toMatchObject([{ path: ['target', 'comparison'], extensions: unavailable }]);
  });

  it.each<[string, (entity: any) => void]>([
    ['null for a title', (entity) => (entity.title = null)],
    ['a title that is no text', (entity) => (entity.title = ['x'])],
    ['an enum value that the schema lacks', (entity) => (entity.kind = 'WISH')],
    ['another type', (entity) => (entity.__typename = 'EconomyResult')],
    ['null in a list', (entity) => (entity.citations = [null])],
  ])('and the target with it, where it must not be null: %s', async (_, lie) => {
    proxy.alter = details(lie);

    const alone = await system.query(one);
    const listed = await system.query(
      '{ targets(first: 200) { missing { code } nodes { id title kind citations { quote } } } }',
    );

    expect(alone.body.data).toEqual({ target: null });
    expect(alone.body.errors?.[0]).toMatchObject({ extensions: unavailable });
    expect(listed.body.data.targets.missing).toEqual([{ code: 'economy' }]);
    expect(listed.body.data.targets.nodes[0].id).not.toMatch(/^economy/);
  });

  it('and the target with it, where it is another than was asked for', async () => {
    proxy.alter = details((entity) => (entity.id = 'economy:2.2'));

    const { body } = await system.query(one);

    expect(body.data).toEqual({ target: null });
    expect(body.errors).toMatchObject([{ path: ['target'], extensions: unavailable }]);
  });

  it('and the target with it, where it gives it to another department', async () => {
    proxy.alter = details((entity) => (entity.department = { ...entity.department, code: 'safety' }));

    const { body } = await system.query('{ target(id: "economy:2.1") { title department { name } } }');

    expect(body.data).toEqual({ target: null });
    expect(body.errors).toMatchObject([{ extensions: unavailable }]);
  });
});

describe('what is left out by a condition is not missed', () => {
  it.each<[string, string, object]>([
    [
      'a field',
      'query ($b: Boolean!) { targets { totalCount @include(if: $b) missing { code } } }',
      { b: false },
    ],
    [
      'a fragment',
      'query ($b: Boolean!) { targets { missing { code } ... @skip(if: $b) { totalCount nodes { title } } } }',
      { b: true },
    ],
    [
      'a spread',
      'query ($b: Boolean!) { targets { missing { code } ...F @include(if: $b) } } fragment F on TargetConnection { nodes { ... on Target { title kind @skip(if: $b) } } }',
      { b: false },
    ],
    [
      'a detail',
      'query ($b: Boolean = false) { targets { missing { code } nodes { id title @include(if: $b) kind } } }',
      {},
    ],
    [
      'a default that is overridden',
      'query ($b: Boolean = false) { targets { missing { code } nodes { id title @include(if: $b) } } }',
      { b: true },
    ],
  ])('%s', async (_, query, variables) => {
    const { body } = await system.query(query, variables);

    expect(body.errors).toBeUndefined();
    expect(body.data.targets.missing).toEqual([]);
  });

  it('nor the type of an entity that nobody asked for', async () => {
    const { body } = await system.query(
      '{ search(text: "首店") { missing { code } nodes { ... on Target { kind } ... on Result { title } } } }',
    );

    expect(body.errors).toBeUndefined();
    expect(body.data.search.missing).toEqual([]);
    expect(body.data.search.nodes.length).toBeGreaterThan(0);
  });
});

describe('what a department says of its own errors stays with it', () => {
  const secret = {
    message: 'connect ECONNREFUSED 10.0.0.7:27017',
    extensions: {
      exception: { stacktrace: ['at secret.ts:1'] },
      stacktrace: ['at secret.ts:1'],
      query: '{ secret }',
    },
  };

  it.each<[string, object]>([
    ['no code', secret],
    ['a code of its own', { ...secret, extensions: { ...secret.extensions, code: 'DB_DOWN' } }],
    ['a message that is none', { message: { secret: 1 } }],
    ['nothing', null as unknown as object],
  ])('an error with %s', async (_, error) => {
    proxy.alter = (told) => ({
      ...told,
      data: { _entities: [null] },
      errors: [error && { ...error, path: ['_entities', 0] }],
    });

    const { body } = await system.query('{ target(id: "economy:2.1") { title } }');

    expect(body.data).toEqual({ target: null });
    expect(body.errors).toMatchObject([
      { message: 'Internal server error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/secret|ECONN|DB_DOWN/);
  });

  it('but for the codes that clients know, and what belongs to them', async () => {
    proxy.alter = () => ({
      data: { _entities: [null] },
      errors: [
        {
          message: 'id must have at most 100 characters, but got: 2000.',
          path: ['_entities', 0],
          extensions: {
            code: 'BAD_USER_INPUT',
            argument: 'id',
            stacktrace: ['at secret.ts:1'],
            argumentName: 'x',
          },
        },
      ],
    });

    const { body } = await system.query('{ target(id: "economy:2.1") { title } }');

    expect(body.errors).toEqual([
      {
        message: 'id must have at most 100 characters, but got: 2000.',
        path: ['target'],
        extensions: { code: 'BAD_USER_INPUT', argument: 'id', serviceName: 'economy' },
      },
    ]);
  });
});
