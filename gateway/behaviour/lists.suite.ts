import { departmentCodes } from '../../schema/departments';
import { shareTestSystem } from '../testing/shared-system';
import type { TestSystem } from '../testing/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await shareTestSystem();
}, 60_000);

interface Connection {
  totalCount: number;
  nodes: { id: string; title: string; quantity: { value: number } | null }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

const listQuery = `query ($filter: TargetFilter, $orderBy: TargetOrder, $first: Int, $after: String, $last: Int, $before: String) {
  targets(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { id title quantity { value } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

async function targets(args: object): Promise<Connection> {
  const { body } = await system.query(listQuery, args);
  expect(body.errors).toBeUndefined();
  return body.data.targets as Connection;
}

describe('paging', () => {
  const orders = ['PLAN', 'VALUE', 'TITLE', 'UPDATED'].flatMap((field) => [
    [field, 'ASC'],
    [field, 'DESC'],
  ]);

  it.each(orders)(
    'by %s %s forwards shows every target exactly once, in the order of the whole',
    async (field, direction) => {
      const orderBy = { field, direction };
      const whole = await targets({ orderBy, first: 500 });
      const seen: string[] = [];
      for (let after = ''; ;) {
        const page = await targets({ orderBy, first: 37, after: after || null });
        expect(page.pageInfo.hasPreviousPage).toBe(seen.length > 0);
        seen.push(...page.nodes.map(({ id }) => id));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }

      expect(whole.totalCount).toBe(270);
      expect(new Set(seen).size).toBe(whole.totalCount);
      expect(seen).toEqual(whole.nodes.map(({ id }) => id));
    },
  );

  it.each(orders)('by %s %s backwards shows the same, from the end', async (field, direction) => {
    const orderBy = { field, direction };
    const whole = await targets({ orderBy, first: 500 });
    const seen: string[] = [];
    for (let before = ''; ;) {
      const page = await targets({ orderBy, last: 41, before: before || null });
      expect(page.pageInfo.hasNextPage).toBe(seen.length > 0);
      seen.unshift(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasPreviousPage) break;
      before = page.pageInfo.startCursor;
    }

    expect(seen).toEqual(whole.nodes.map(({ id }) => id));
  });

  it('gives 20 when neither first nor last is given', async () => {
    expect((await targets({})).nodes).toHaveLength(20);
  });

  it('orders by value, those without first', async () => {
    const { nodes } = await targets({ orderBy: { field: 'VALUE' }, last: 50 });
    const values = nodes.map(({ quantity }) => quantity?.value ?? -Infinity);

    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(values.at(-1)).toBe(32200);
  });

  it('orders titles by pinyin', async () => {
    const { nodes } = await targets({
      orderBy: { field: 'TITLE' },
      filter: { departments: ['safety'] },
      first: 3,
    });

    expect(nodes.map(({ title }) => title)).toEqual([
      '创建国家食品安全示范城市',
      '道路交通违法大整治',
      '发热门诊建设',
    ]);
  });
});

describe('filters', () => {
  it.each<[object, number | ((id: string) => boolean)]>([
    [{ departments: ['safety'] }, 20],
    [{ departments: [] }, 0],
    [{ chapters: [1] }, (id) => /^(economy:[1-5]|construction:[67])\./.test(id)],
    [{ chapters: [0] }, (id) => /:r\d/.test(id)],
    [{ items: [6] }, (id) => id.startsWith('construction:6.')],
    [{ kinds: ['COVERAGE'] }, 2],
    [{ units: ['万平方米'], value: { min: 80 } }, 3],
    [{ text: '首店' }, (id) => ['economy:5.2', 'economy:5.3'].includes(id)],
    [{ status: ['ACHIEVED'] }, 0],
    [{ year: 2022 }, 0],
    [{ place: 'place:彭浦镇', reach: ['NAMED'] }, 1],
  ])('%j keeps what it names', async (filter, expected) => {
    const all = await targets({ first: 500 });
    const { nodes, totalCount } = await targets({ filter, first: 500 });

    expect(totalCount).toBe(nodes.length);
    if (typeof expected === 'number') expect(totalCount).toBe(expected);
    else expect(nodes.map(({ id }) => id)).toEqual(all.nodes.map(({ id }) => id).filter(expected));
  });

  it('hasBaseline and againstBaseline agree with what the targets say', async () => {
    const conditions = [
      { hasBaseline: true },
      { hasBaseline: false },
      { againstBaseline: ['BELOW'] },
      { againstBaseline: ['EQUAL'] },
      { againstBaseline: ['ABOVE'] },
    ];
    const counts = await Promise.all(
      conditions.map(async (filter) => (await targets({ filter })).totalCount),
    );
    const [having = 0, lacking = 0, below = 0, equal = 0, above = 0] = counts;

    expect(having + lacking).toBe(270);
    // 亿元楼数量稳中有升 has a baseline and no figure that compares.
    expect(below + equal + above).toBe(having - 1);
    expect([below, equal, above].every((count) => count > 0)).toBe(true);
  });
});

describe('facets', () => {
  type Facets = Record<string, { value: string; count: number }[]>;
  const facetsUnder = async (filter: object) => {
    const { body } = await system.query(
      `query ($filter: TargetFilter) { targets(first: 0, filter: $filter) { totalCount facets { departments { value count } chapters { value count } kinds { value count } units { value count } statuses { value count } } } }`,
      { filter },
    );
    return body.data.targets as { totalCount: number; facets: Facets };
  };
  /** In the order of the filters, of which an operation may ask as many as it may have aliases. */
  const totalsUnder = async (filters: readonly object[]): Promise<number[]> => {
    const some = filters.slice(0, 50);
    const variables = Object.fromEntries(some.map((filter, at) => [`filter${at}`, filter]));
    const names = Object.keys(variables);
    const { body } = await system.query(
      `query (${names.map((name) => `$${name}: TargetFilter`).join()}) {
        ${names.map((name) => `${name}: targets(filter: $${name}) { totalCount }`).join(' ')}
      }`,
      variables,
    );
    const totals = names.map((name): number => body.data[name].totalCount);
    const rest = filters.slice(some.length);
    return rest.length > 0 ? [...totals, ...(await totalsUnder(rest))] : totals;
  };
  const conditions: Record<string, (value: string) => object> = {
    departments: (value) => ({ departments: [value] }),
    chapters: (value) => ({ chapters: [Number(value)] }),
    kinds: (value) => ({ kinds: [value] }),
    units: (value) => ({ units: [value] }),
    statuses: (value) => ({ status: [value] }),
  };

  it.each([
    {},
    { chapters: [5] },
    { kinds: ['FIGURE', 'MILESTONE'], chapters: [0, 2] },
    { departments: ['livelihood', 'safety'], chapters: [5, 6], kinds: ['FIGURE'], status: ['UNREPORTED'] },
    { units: ['家', '个'], value: { min: 10 } },
    { place: 'place:静安区', kinds: ['MILESTONE'] },
    { text: '建设' },
    { text: '品牌首店', kinds: ['FIGURE'] },
    { text: '服务', chapters: [3, 5], hasBaseline: false },
  ])('count what the list shows under each of their values, with the filter %j', async (filter) => {
    const { facets: all } = await facetsUnder({});
    const { totalCount, facets } = await facetsUnder(filter);

    for (const [dimension, values] of Object.entries(all)) {
      const filtered = await totalsUnder(
        values.map(({ value }) => ({ ...filter, ...conditions[dimension]?.(value) })),
      );
      for (const [at, { value }] of values.entries()) {
        const count = facets[dimension]?.find((each) => each.value === value)?.count ?? 0;
        expect({ dimension, value, count }).toEqual({ dimension, value, count: filtered[at] });
      }
      const isFiltered = Object.keys(conditions[dimension]?.('0') ?? {}).some((own) => own in filter);
      const sum = (facets[dimension] ?? []).reduce((total, { count }) => total + count, 0);
      if (dimension !== 'units' && !isFiltered) expect(sum).toBe(totalCount);
    }
  });

  it('count under the filter’s other conditions, not their own', async () => {
    const { body } = await system.query(
      `{ targets(filter: {departments: ["safety"], kinds: [FIGURE]}) { facets { departments { value count } kinds { value count } } } }`,
    );

    expect(body.data.targets.facets.kinds).toEqual([
      { value: 'FIGURE', count: 6 },
      { value: 'UNDERTAKING', count: 14 },
    ]);
    expect(body.data.targets.facets.departments).toContainEqual({ value: 'livelihood', count: 30 });
  });
});

describe('places', () => {
  it('tell why each target belongs: named, every town, within, and whole-district only when asked', async () => {
    const reach = async (name: string, args = '') => {
      const { body } = await system.query(
        `query ($name: String) { place(name: $name) { targets(first: 500${args}) { edges { reach evidence node { id } } } } }`,
        { name },
      );
      return (
        body.data.place.targets.edges as { reach: string; evidence: string; node: { id: string } }[]
      ).map(({ reach: why, evidence, node }) => ({ why, evidence, id: node.id }));
    };

    const town = await reach('彭浦镇');
    expect(town).toContainEqual({ why: 'NAMED', evidence: '彭浦镇', id: 'construction:r3.2' });
    expect(town).toContainEqual({ why: 'EVERY_TOWN', evidence: '街镇“宝宝屋”全覆盖', id: 'livelihood:21.7' });
    expect(town.some(({ why }) => why === 'DISTRICT')).toBe(false);

    const area = await reach('市北地区');
    expect(area.find(({ id }) => id === 'construction:11.7')).toMatchObject({ why: 'WITHIN' });
    // 市北初级中学 is named after the area; nothing says that it lies in it.
    expect(area.some(({ id }) => id === 'livelihood:24.8')).toBe(false);

    const whole = await reach('彭浦镇', ', reach: [DISTRICT]');
    expect(whole).toContainEqual(expect.objectContaining({ why: 'DISTRICT', id: 'economy:1.1' }));
    expect(whole.every(({ why }) => why === 'DISTRICT')).toBe(true);
  });

  it('show each target once, and lists by single reaches add up to the list by all', async () => {
    const { body } = await system.query(
      `{ place(name: "静安区") { all: targets(first: 500, reach: [NAMED, EVERY_TOWN, WITHIN, DISTRICT]) { totalCount nodes { id } }
           named: targets(reach: [NAMED]) { totalCount } within: targets(reach: [WITHIN]) { totalCount }
           every: targets(reach: [EVERY_TOWN]) { totalCount } whole: targets(reach: [DISTRICT]) { totalCount } } }`,
    );
    const { all, named, within, every, whole } = body.data.place;

    expect(new Set(all.nodes.map(({ id }: { id: string }) => id)).size).toBe(all.totalCount);
    // Every target lies in the district, by one reach or another.
    expect(all.totalCount).toBe(270);
    expect(named.totalCount + within.totalCount + every.totalCount + whole.totalCount).toBe(all.totalCount);
  });
});

describe('what a list costs', () => {
  it('is one fetch to the plan office, one to each department, one merge, and the details', async () => {
    system.takeFetches();
    await system.query('{ targets(first: 100) { nodes { title } } }');
    const fetches = system.takeFetches();

    expect(fetches[0]).toBe('plan');
    expect(fetches.slice(1, 1 + departmentCodes.length).toSorted()).toEqual(departmentCodes.toSorted());
    expect(fetches[1 + departmentCodes.length]).toBe('plan');
    expect(fetches).toHaveLength(2 + 2 * departmentCodes.length - (await ownersLacking(100)));
  });

  it('is the same number of fetches for seven chapters as for one', async () => {
    const cost = async (query: string) => {
      system.takeFetches();
      await system.query(query);
      return system.takeFetches().length;
    };
    const fields =
      'targets(first: 5) { totalCount nodes { id } facets { kinds { count } } pageInfo { hasNextPage } }';

    expect(await cost(`{ plan { chapters { ${fields} } } }`)).toBe(
      await cost(`{ chapter(number: 1) { ${fields} } }`),
    );
  });

  it('is nothing for details when only the count is asked for', async () => {
    system.takeFetches();
    const { body } = await system.query('{ targets { totalCount } }');

    expect(body.data).toEqual({ targets: { totalCount: 270 } });
    expect(system.takeFetches()).toHaveLength(2 + departmentCodes.length);
  });

  /** Departments without a target on the first page are not asked for details. */
  async function ownersLacking(first: number): Promise<number> {
    const { nodes } = await targets({ first });
    return departmentCodes.length - new Set(nodes.map(({ id }) => id.split(':')[0])).size;
  }
});
