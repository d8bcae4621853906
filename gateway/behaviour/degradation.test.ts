import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { departmentCodes } from '../../schema/departments';
import { loadSeeds } from '../../seeds/load';
import { startSubgraphProxy, type SubgraphProxy } from '../testing/test-proxy';
import {
  startAnotherGateway,
  startTestSystem,
  type AnotherGateway,
  type TestSystem,
} from '../testing/test-system';

const everyList = `{
  targets(first: 500) { totalCount missing { code } nodes { id title } pageInfo { hasNextPage } facets { departments { value count } } }
  results(first: 500) { totalCount missing { code } nodes { id title } }
  place(name: "彭浦镇") { name targets { totalCount missing { code } nodes { id } } }
  chapter(number: 1) { title targets { totalCount missing { code } } }
  plan { title targets(orderBy: {field: TITLE}, last: 3) { totalCount missing { code } nodes { title } } }
  workItem(number: 17) { heading targets { missing { code } edges { node { title } } } }
  department(code: "governance") { name targets { missing { code } nodes { title } } }
  search(text: "全国") { totalCount missing { code } edges { node { __typename } } }
  departments { code available }
}`;

const unavailable = (code: string) => ({
  message: `Department ${code} cannot answer now.`,
  extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: code },
});

const { departments: seeds } = loadSeeds();

/** Whether a department's seeds hold any: a new one has none. */
const has = (list: 'targets' | 'results') => (code: string) =>
  seeds.some((department) => department.code === code && (department[list] ?? []).length > 0);

/** Everything that is right when `down` cannot answer. */
function expectTheRest(
  body: Awaited<ReturnType<TestSystem['query']>>['body'],
  down: readonly string[],
): void {
  const { targets, results, place, chapter, plan, workItem, department, search, departments } = body.data;
  const codes = down.map((code) => ({ code }));
  const owners = (nodes: { id: string }[]) => new Set(nodes.map(({ id }) => id.split(':')[0]));
  const up = departmentCodes.filter((code) => !down.includes(code));

  for (const list of [
    targets,
    results,
    place.targets,
    chapter.targets,
    plan.targets,
    workItem.targets,
    search,
  ])
    expect(list.missing).toEqual(codes);
  expect(owners(targets.nodes)).toEqual(new Set(up.filter(has('targets'))));
  expect(owners(results.nodes)).toEqual(new Set(up.filter(has('results'))));
  expect(targets.totalCount).toBe(targets.nodes.length);
  expect(results.totalCount).toBe(results.nodes.length);
  expect(targets.facets.departments.map(({ value }: { value: string }) => value)).toEqual(up);
  // One department's list is without that department alone.
  expect(department.targets.missing).toEqual(codes.filter(({ code }) => code === 'governance'));
  expect(department.targets.nodes.length > 0).toBe(up.includes('governance'));
  expect(workItem.targets.edges.length > 0).toBe(up.includes('construction'));
  expect(plan.targets.nodes).toHaveLength(3);
  expect(place.name).toBe('彭浦镇');
  expect(chapter.title).toContain('经济运行');
  expect(departments).toEqual(departmentCodes.map((code) => ({ code, available: up.includes(code) })));
  for (const code of down) {
    expect(body.errors).toContainEqual(
      expect.objectContaining({ extensions: expect.objectContaining(unavailable(code).extensions) }),
    );
  }
  expect(new Set(body.errors?.map(({ extensions }) => extensions.department))).toEqual(new Set(down));
  expect(JSON.stringify(body.errors)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|stack/);
}

describe('departments that run alone and are down', () => {
  const pairs = departmentCodes.flatMap((a, at) => departmentCodes.slice(at + 1).map((b) => [a, b]));
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem({ alone: departmentCodes });
  }, 60_000);
  afterAll(() => system.close());

  it('are none at first: every list is whole and there is no error', async () => {
    const { body } = await system.query(everyList);

    expect(body.errors).toBeUndefined();
    expect(body.data.targets.missing).toEqual([]);
    expect(body.data.targets.totalCount).toBe(270);
  });

  it('leave the rest of every list right, each alone and in pairs', async () => {
    const down = new Set<string>();
    for (const group of [...departmentCodes.map((code) => [code]), ...pairs]) {
      await system.setDown(group);
      group.forEach((code) => down.add(code));

      const { body } = await system.query(everyList);

      expectTheRest(
        body,
        departmentCodes.filter((code) => group.includes(code)),
      );
    }
    expect(down.size).toBe(departmentCodes.length);
  }, 180_000);

  it('come back without a restart of the gateway', async () => {
    await system.setDown(departmentCodes);
    expect((await system.query('{ targets { totalCount } }')).body.data).toEqual({
      targets: { totalCount: 0 },
    });

    await system.setDown([]);
    expect((await system.query('{ targets { totalCount } }')).body).toEqual({
      data: { targets: { totalCount: 270 } },
    });
  });

  it('make a single target null, with one error where it was asked for', async () => {
    await system.setDown(['economy']);

    const { body } = await system.query(
      '{ target(id: "economy:2.1") { title } other: target(id: "safety:29.2") { title } }',
    );

    expect(body.data).toEqual({ target: null, other: { title: '高层住宅消防基础设施改造' } });
    expect(body.errors).toMatchObject([{ ...unavailable('economy'), path: ['target'] }]);
    await system.setDown([]);
  });

  it('are named by /health/ready, which stays ready', async () => {
    await system.setDown(['safety']);

    const response = await fetch(`${system.url}/health/ready`);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'ready',
      subgraphs: { safety: 'down', economy: 'up', plan: 'up' },
    });
    await system.setDown([]);
  });
});

describe('a department that answers nonsense', () => {
  const json =
    (status: number, body: unknown): RequestListener =>
    (_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
  const html: RequestListener = (_, response) => {
    response.writeHead(502, { 'content-type': 'text/html' });
    response.end('<h1>Bad Gateway</h1>');
  };
  const silence: RequestListener = () => undefined;
  const cut: RequestListener = (_, response) => response.destroy();

  let answer: RequestListener = silence;
  /** Milliseconds that a department has for an answer; long enough for healthy ones on a busy machine. */
  const timeout = 3_000;
  let server: Server;
  let system: TestSystem;
  let pair: AnotherGateway;
  beforeAll(async () => {
    server = await listen((request, response) => answer(request, response));
    const { port } = server.address() as AddressInfo;
    const faulty = `http://127.0.0.1:${port}/graphql`;
    system = await startTestSystem({
      env: { ECONOMY_URL: faulty, SUBGRAPH_TIMEOUT_MS: String(timeout) },
    });
    const remote = ['economy', 'governance'].map((code) => [code, new URL(faulty)] as const);
    pair = await startAnotherGateway(system, { remote: new Map(remote) });
  }, 60_000);
  afterAll(async () => {
    await pair.close();
    await system.close();
    server.closeAllConnections();
    server.close();
  });

  it.each<[string, RequestListener]>([
    ['a page', html],
    ['nothing, ever', silence],
    ['a closed connection', cut],
    ['an empty object', json(200, {})],
    ['a list', json(200, [])],
    ['null data', json(200, { data: null })],
    ['no entities', json(200, { data: {} })],
    ['too many entities', json(200, { data: { _entities: Array(50).fill({}) } })],
    ['errors alone', json(500, { errors: [{ message: 'secret at 127.0.0.1 ECONNREFUSED' }] })],
    [
      'rows that are none',
      json(200, {
        data: { _entities: [{ economy: { rows: 'x', total: 'many', facets: 3, preceded: 0, answered: 1 } }] },
      }),
    ],
  ])(
    '%s, is as good as down',
    async (_, nonsense) => {
      answer = nonsense;

      const [one, two] = await Promise.all([system.query(everyList), pair.query(everyList)]);

      expectTheRest(one.body, ['economy']);
      expectTheRest(two.body, ['economy', 'governance']);
    },
    60_000,
  );

  it('is waited for once in a step, however many lists ask it', async () => {
    answer = silence;
    const oneStep = await timeOf(system.query('{ targets { totalCount } }'));

    const everyStep = await timeOf(system.query(everyList));

    // There are two steps, slices and details, and a deadline is longer on a busy machine.
    expect(everyStep).toBeLessThan(4 * oneStep);
  }, 60_000);

  async function timeOf(work: Promise<unknown>): Promise<number> {
    const began = performance.now();
    await work;
    return performance.now() - began;
  }

  async function listen(listener: RequestListener): Promise<Server> {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
  }
});

describe('a department that lists what it then cannot give', () => {
  let proxy: SubgraphProxy;
  let system: TestSystem;
  beforeAll(async () => {
    proxy = await startSubgraphProxy();
    system = await startTestSystem({ alone: ['economy'], env: { ECONOMY_URL: proxy.url } });
    proxy.target = system.alone.get('economy')?.server?.url ?? '';
  }, 60_000);
  afterAll(async () => {
    await system.close();
    proxy.close();
  });

  it.each<[string, RequestListener]>([
    [
      'answers with an error',
      (_, response) => void response.writeHead(500).end('{"errors": [{"message": "no"}]}'),
    ],
    [
      'answers with nulls',
      (_, response) => void response.end(JSON.stringify({ data: { _entities: [null] } })),
    ],
    ['closes the connection', (_, response) => void response.destroy()],
  ])('and %s is as good as down', async (_, detailAnswer) => {
    // Slices are the department's own; details are not.
    proxy.replace = ({ query }) =>
      /\.\.\. ?on Economy(Target|Result)/.test(query) ? detailAnswer : undefined;

    const { body } = await system.query(everyList);

    expectTheRest(body, ['economy']);
  });
});

describe('a department in this process whose store is gone', () => {
  it('is missing, and the rest is right', async () => {
    const system = await startTestSystem();
    try {
      await system.system.local.get('safety')?.connection.client.close();

      const { body } = await system.query(everyList);

      expectTheRest(body, ['safety']);
    } finally {
      await system.close();
    }
  }, 60_000);
});

describe('a gateway whose departments are down', () => {
  it('starts all the same, and says so', async () => {
    const env = Object.fromEntries(
      departmentCodes.map((code) => [`${code.toUpperCase()}_URL`, 'http://127.0.0.1:1/graphql']),
    );
    const system = await startTestSystem({ env });
    try {
      const { body } = await system.query('{ plan { title } targets { totalCount missing { code } } }');

      expect(body.data.plan.title).toBe('2023年区政府重点工作安排');
      expect(body.data.targets.missing).toHaveLength(departmentCodes.length);
    } finally {
      await system.close();
    }
  }, 60_000);
});
