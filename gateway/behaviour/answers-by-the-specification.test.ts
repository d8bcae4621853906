import { subgraphs } from '../../subgraphs/registry';
import { startTestSystem, type TestSystem } from '../testing/test-system';

type Row = [name: string, query: string, data: unknown, variables?: object];

const conditions: readonly Row[] = [
  [
    'a fragment whose condition holds at one of its places only',
    `query ($b: Boolean!) { hero: place(name: "彭浦镇") { ...Card @include(if: $b) id } list: places(kind: TOWN) { ...Card } }
     fragment Card on Place { name kind }`,
    { hero: { id: 'place:彭浦镇' }, list: [{ name: '彭浦镇', kind: 'TOWN' }] },
    { b: false },
  ],
  [
    'a fragment of gathered fields that is left out',
    `query ($b: Boolean!) { targets(first: 1) { ...F @include(if: $b) nodes { id } } }
     fragment F on TargetConnection { edges { cursor } totalCount }`,
    { targets: { nodes: [{ id: 'economy:1.1' }] } },
    { b: false },
  ],
  [
    'nested fragments whose conditions are left to their defaults',
    `query ($b: Boolean = false, $c: Boolean! = true) { target(id: "economy:2.1") { ...A } }
     fragment A on Target { ...B id @skip(if: $c) }
     fragment B on Target { title @include(if: $b) kind @include(if: $c) ... @skip(if: $c) { text } }`,
    { target: { kind: 'FIGURE' } },
  ],
  [
    'conditions on edges, nodes and facets',
    `query ($y: Boolean!, $n: Boolean!) { targets(first: 1, filter: { departments: ["safety"] }) {
       edges @include(if: $n) { cursor } totalCount @skip(if: $y) nodes @skip(if: $n) { __typename title @include(if: $n) }
       facets { kinds @include(if: $n) { value } departments @include(if: $y) @skip(if: $n) { value } } } }`,
    {
      targets: {
        nodes: [{ __typename: 'SafetyTarget' }],
        facets: {
          departments: ['economy', 'construction', 'livelihood', 'safety', 'governance'].map((value) => ({
            value,
          })),
        },
      },
    },
    { y: true, n: false },
  ],
  [
    'selections that end up empty',
    `query ($a: Boolean!) { departments { ... @skip(if: $a) { code } } plan { ...P @skip(if: $a) } ...Q @skip(if: $a) }
     fragment P on Plan { title } fragment Q on Query { places { id } }`,
    { departments: [{}, {}, {}, {}, {}], plan: {} },
    { a: true },
  ],
];

const aliases: readonly Row[] = [
  [
    'keys of a department',
    '{ department(code: "economy") { code: name available } }',
    { department: { code: '经济', available: true } },
  ],
  [
    'each other',
    '{ department(code: "economy") { available: code code: available } }',
    { department: { available: 'economy', code: true } },
  ],
  [
    'the selector, a hidden slice and a gathered field of a list',
    '{ targets(first: 1) { selector: totalCount economy: nodes { id: title ref: id } nodes: totalCount } }',
    { targets: { selector: 270, economy: [{ id: '地区生产总值', ref: 'economy:1.1' }], nodes: 270 } },
  ],
  [
    'keys and whatever every object has',
    `{ target(id: "economy:2.1") { id: title ref: kind _entities: id constructor: id toString: year hasOwnProperty: id } }`,
    {
      target: {
        id: '新增注册企业',
        ref: 'FIGURE',
        _entities: 'economy:2.1',
        constructor: 'economy:2.1',
        toString: 2023,
        hasOwnProperty: 'economy:2.1',
      },
    },
  ],
  [
    '__typename',
    '{ __typename: departments { code } target(id: "economy:2.1") { __typename: title type: __typename } }',
    {
      __typename: ['economy', 'construction', 'livelihood', 'safety', 'governance'].map((code) => ({ code })),
      target: { __typename: '新增注册企业', type: 'EconomyTarget' },
    },
  ],
  [
    'keys of a list that another list is gathered for',
    '{ results(first: 1) { missing { available } nodes { department { code: name name: code } } } }',
    { results: { missing: [], nodes: [{ department: { code: '经济', name: 'economy' } }] } },
  ],
  [
    'one another on disjoint types',
    `{ search(text: "宝宝屋", first: 1) { nodes { ... on LivelihoodTarget { x: title y: id } ... on WorkItem { x: heading }
       ... on Place { x: name y: id } } } chapter(number: 5) { x: number } }`,
    { search: { nodes: [{ x: '街镇“宝宝屋”全覆盖', y: 'livelihood:21.7' }] }, chapter: { x: 5 } },
  ],
];

const shapes: readonly Row[] = [
  [
    'an abstract selection that matches nothing is an empty object',
    '{ results(first: 1) { nodes { targets { ... on ConstructionTarget { title } } } } }',
    { results: { nodes: [{ targets: [{}] }] } },
  ],
  [
    'fragments on interfaces match the types of a union',
    '{ search(text: "首店", first: 3) { nodes { __typename ... on Target { kind } ... on Result { title } } } }',
    {
      search: {
        nodes: [
          { __typename: 'EconomyTarget', kind: 'FIGURE' },
          { __typename: 'EconomyTarget', kind: 'TREND' },
          { __typename: 'EconomyResult', title: '引进各类品牌首店' },
        ],
      },
    },
  ],
  [
    'one field with different arguments, and twice with the same in another order',
    `{ place(name: "彭浦镇") { a: targets(first: 1) { nodes { id } } b: targets(last: 1) { totalCount }
       targets(first: 1, reach: [NAMED]) { nodes { id } } ... on Place { targets(reach: [NAMED], first: 1) { totalCount } } } }`,
    {
      place: {
        a: { nodes: [{ id: 'livelihood:21.7' }] },
        b: { totalCount: 4 },
        targets: { nodes: [{ id: 'construction:r3.2' }], totalCount: 1 },
      },
    },
  ],
  [
    'a variable may bear the name of one that plans have',
    `query ($representations: [PlaceReach!]) {
       place(name: "彭浦镇") { targets(first: 1, reach: $representations) { totalCount } } }`,
    { place: { targets: { totalCount: 1 } } },
    { representations: ['NAMED'] },
  ],
  [
    'an argument whose variable is not given has its default',
    'query ($year: Int) { plan(year: $year) { year } }',
    { plan: { year: 2023 } },
  ],
  [
    'a reference that its owner does not know is null, whatever is asked of it',
    `{ a: target(id: "economy:99.9") { __typename comparison } b: target(id: "economy:99.9") { __typename }
       c: target(id: "economy:99.9") { ... on SafetyTarget { id } } d: target(id: "economy:99.9") { id } }`,
    { a: null, b: null, c: null, d: null },
  ],
  [
    'introspection comes with data and without',
    '{ __typename __type(name: "Place") { kind } ...F } fragment F on Query { __schema { queryType { name } } plan { year } }',
    {
      __typename: 'Query',
      __type: { kind: 'OBJECT' },
      __schema: { queryType: { name: 'Query' } },
      plan: { year: 2023 },
    },
  ],
  ['a mutation may ask for its type alone', 'mutation { __typename }', { __typename: 'Mutation' }],
];

describe.each([
  ['in one process', []],
  ['over HTTP', subgraphs.map(({ name }) => name)],
])('an answer, with the subgraphs %s', (_, alone) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem({ alone });
  }, 60_000);
  afterAll(() => system.close());
  const expectAnswer = async (...[, query, data, variables]: Row) => {
    expect((await system.query(query, variables)).body).toEqual({ data });
  };

  it.each<Row>(conditions)('holds to conditions: %s', expectAnswer);
  it.each<Row>(aliases)('holds to aliases that equal %s', expectAnswer);
  it.each<Row>(shapes)('has the shape of its query: %s', expectAnswer);

  it('has its keys in the order of the query', async () => {
    const { body } = await system.query(
      '{ b: plan { year ...P } departments { name code } b: plan { issuer } a: targets(first: 1) { nodes { text id } totalCount } } fragment P on Plan { title }',
    );

    const { b, departments, a } = body.data;
    expect([body.data, b, departments[0], a, a.nodes[0]].map(Object.keys)).toEqual([
      ['b', 'departments', 'a'],
      ['year', 'title', 'issuer'],
      ['name', 'code'],
      ['nodes', 'totalCount'],
      ['text', 'id'],
    ]);
  });

  it('has the key __proto__ for that alias', async () => {
    const { body } = await system.query('{ target(id: "economy:2.1") { __proto__: id } }');

    expect(Object.entries(body.data.target)).toEqual([['__proto__', 'economy:2.1']]);
  });

  it('to a mutation holds to aliases that equal keys', async () => {
    const { body } = await system.query(
      `mutation { reportSafetyProgress(input: { targetId: "safety:29.2", note: "已开工", expectedRevision: 0 }) {
         id: title ref: id revision department { code: name } } }`,
    );

    expect(body).toEqual({
      data: {
        reportSafetyProgress: {
          id: '高层住宅消防基础设施改造',
          ref: 'safety:29.2',
          revision: 1,
          department: { code: '安全' },
        },
      },
    });
  });

  it.each([
    [
      'query ($n: Int = 3) { chapter(number: $n) { number } plan { year } }',
      { n: null },
      'chapter',
      'number',
    ],
    ['query ($n: Int) { plan { year } other: plan(year: $n) { title } }', { n: null }, 'other', 'year'],
    [
      'query ($id: ID = 1) { plan { year } department(code: $id) { code } }',
      { id: null },
      'department',
      'code',
    ],
  ])(
    'blames the client for a null where an argument wants a value: %s',
    async (query, variables, field, argument) => {
      const { body } = await system.query(query, variables);

      expect(body.data).toEqual({ plan: { year: 2023 }, [field]: null });
      expect(body.errors).toMatchObject([
        { path: [field], extensions: { code: 'BAD_USER_INPUT', argument } },
      ]);
    },
  );

  it('to a mutation with a null condition is a refusal, and nothing is written', async () => {
    const { status, body } = await system.query(
      `mutation ($b: Boolean = true) {
         reportSafetyProgress(input: { targetId: "safety:29.1", note: "已开工", expectedRevision: 0 }) { id }
         __typename @include(if: $b) }`,
      { b: null },
    );

    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT', argument: 'b' } }] });
    const { body: after } = await system.query('{ target(id: "safety:29.1") { revision } }');
    expect(after.data.target.revision).toBe(0);
  });

  it('asks nobody for introspection alone', async () => {
    system.takeFetches();

    await system.query('{ __typename __schema { types { name isOneOf } } }');

    expect(system.takeFetches()).toEqual([]);
  });
});
