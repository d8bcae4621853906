import type { RequestListener } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { startSubgraphProxy, type SubgraphProxy, type Told } from '../testing/test-proxy';
import { startAnotherGateway, startTestSystem, type TestSystem } from '../testing/test-system';

/** In milliseconds; long enough for healthy departments on a busy machine. */
const timeout = 1_000;
let proxy: SubgraphProxy;
let system: TestSystem;
beforeAll(async () => {
  proxy = await startSubgraphProxy();
  system = await startTestSystem({
    alone: ['economy'],
    env: {
      ECONOMY_URL: proxy.url,
      SUBGRAPH_TIMEOUT_MS: String(timeout),
      SUBGRAPH_WRITE_TIMEOUT_MS: String(4 * timeout),
      MAX_OPERATIONS: '200',
    },
  });
  proxy.target = system.alone.get('economy')?.server?.url ?? '';
}, 60_000);
beforeEach(() => proxy.reset());
afterAll(async () => {
  await system.close();
  proxy.close();
});

const list = '{ targets { totalCount missing { code } } }';
const withoutEconomy = { targets: { totalCount: 226, missing: [{ code: 'economy' }] } };

/** Writes a piece at once and then another every 100 ms, for ever. */
const drip =
  (piece: string): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(piece);
    const timer = setInterval(() => response.write(piece), 100);
    response.on('close', () => clearInterval(timer));
  };
const silence: RequestListener = () => undefined;

describe('an answer must be whole within the deadline', () => {
  it.each<[string, RequestListener]>([
    ['one of blanks does not end', drip(' ')],
    ['one that comes in pieces does not end', drip('{"data":')],
    ['none comes', silence],
  ])('%s', async (_, listener) => {
    proxy.replace = () => listener;
    const began = performance.now();

    const [{ body }, health] = await Promise.all([system.query(list), fetch(`${system.url}/health/ready`)]);

    expect(body.data).toEqual(withoutEconomy);
    expect(await health.json()).toMatchObject({ status: 'ready', subgraphs: { economy: 'down' } });
    expect(performance.now() - began).toBeLessThan(10 * timeout);
  });

  it('and waiting for a connection counts, when others have taken them all', async () => {
    proxy.replace = () => silence;
    const began = performance.now();

    const answers = await Promise.all(Array.from({ length: 130 }, () => system.query(list)));

    expect(answers.map(({ body }) => body.data)).toEqual(answers.map(() => withoutEconomy));
    expect(performance.now() - began).toBeLessThan(20 * timeout);
    proxy.reset();
    expect((await system.query(list)).body.errors).toBeUndefined();
  });
});

describe('the right to write', () => {
  const headers = { authorization: 'Bearer of-economy' };

  it('goes to no department with a query', async () => {
    await system.query('{ target(id: "economy:2.1") { title } targets { nodes { title } } }', {}, headers);

    expect(proxy.asked.length).toBeGreaterThan(1);
    expect(proxy.asked.filter(({ authorization }) => authorization)).toEqual([]);
  });

  it('goes with a mutation to its owner, and with nothing that completes its payload', async () => {
    const others = [...system.system.local.values()];
    const callers = others.map((subgraph) => jest.spyOn(subgraph, 'createContext'));

    const { body } = await system.query(
      `mutation { reportEconomyProgress(input: {targetId: "economy:2.1", note: "x", expectedRevision: 0}) {
         revision department { name targets { totalCount } } workItem { heading } } }`,
      {},
      headers,
    );

    expect(body.errors).toBeUndefined();
    expect(body.data.reportEconomyProgress.department.name).toBe('经济');
    expect(callers.flatMap(({ mock }) => mock.calls).length).toBeGreaterThan(0);
    expect(callers.flatMap(({ mock }) => mock.calls.filter(([{ authorization }]) => authorization))).toEqual(
      [],
    );
    expect(proxy.asked.filter(({ authorization }) => authorization).map(({ query }) => query)).toEqual([
      expect.stringMatching(/^mutation/),
    ]);
    callers.forEach((caller) => caller.mockRestore());
  });
});

describe('a write whose outcome nobody knows is said to be so', () => {
  const report = (target: string) =>
    system.query(
      `mutation { reportEconomyProgress(input: {targetId: "${target}", note: "x", expectedRevision: 0}) { id revision } }`,
    );
  const unknown = [
    { path: ['reportEconomyProgress'], extensions: { code: 'OUTCOME_UNKNOWN', department: 'economy' } },
  ];

  it.each<[string, RequestListener]>([
    ['when nothing is heard for long', silence],
    ['when the connection is closed', (_, response) => void response.destroy()],
    ['when a page answers', (_, response) => void response.writeHead(502).end('<h1>Bad Gateway</h1>')],
    ['when the answer has no data', (_, response) => void response.end('{"data": null}')],
  ])('%s', async (_, listener) => {
    proxy.replace = () => listener;

    const { body } = await report('economy:2.2');

    expect(body.data ?? null).toBeNull();
    expect(body.errors).toMatchObject(unknown);
    expect(proxy.asked).toHaveLength(1);
  });

  it('when the answer is of another shape, and the report is there', async () => {
    proxy.alter = (told) => ({
      data: { reportEconomyProgress: { ...told.data.reportEconomyProgress, id: 5 } },
    });

    const { body } = await report('economy:2.3');

    expect(body.errors).toMatchObject(unknown);
    proxy.reset();
    expect((await system.query('{ target(id: "economy:2.3") { revision } }')).body.data.target.revision).toBe(
      1,
    );
  });

  it('but not when the department was never reached', async () => {
    const { url = '' } = system.alone.get('economy')?.server ?? {};
    await system.setDown(['economy']);
    const remote = new Map([['economy', new URL(url)]]);
    const direct = await startAnotherGateway(system, { remote });
    try {
      const { body } = await direct.query(
        'mutation { reportEconomyProgress(input: {targetId: "economy:2.2", note: "x", expectedRevision: 0}) { id } }',
      );

      expect(body.errors).toMatchObject([
        { extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'economy' } },
      ]);
    } finally {
      await direct.close();
      await system.setDown([]);
    }
  }, 60_000);

  it('and a write that takes longer than a query may is told', async () => {
    proxy.alter = (told) => setTimeout(2 * timeout, told);

    expect((await report('economy:2.4')).body).toEqual({
      data: { reportEconomyProgress: { id: 'economy:2.4', revision: 1 } },
    });
  });
});

describe('a department that serves another schema than is known of it', () => {
  /** What a server says whose schema has no `industry`. */
  const withoutIndustry = (told: Told, { query }: { query: string }): Told =>
    query.includes('industry')
      ? {
          data: undefined,
          errors: [
            {
              message: 'Cannot query field "industry" on type "EconomyTarget".',
              locations: [{ line: 1, column: 1 }],
              extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
            },
          ],
        }
      : told;
  const mismatch = { extensions: { code: 'SCHEMA_MISMATCH', department: 'economy' } };

  it('is named so at a single target, and nothing of its own words is told', async () => {
    proxy.alter = withoutIndustry;

    const { body } = await system.query(
      '{ target(id: "economy:2.1") { ... on EconomyTarget { industry } } }',
    );

    expect(body.errors).toMatchObject([{ ...mismatch, path: ['target'] }]);
    expect(JSON.stringify(body.errors)).not.toContain('industry');
  });

  it('is missing from lists that ask for what it lacks, and in those that do not', async () => {
    proxy.alter = withoutIndustry;

    const asked = await system.query(
      '{ targets(first: 200) { totalCount missing { code } nodes { ... on EconomyTarget { industry } } } }',
    );
    const other = await system.query(list);

    expect(asked.body.data.targets).toMatchObject(withoutEconomy.targets);
    expect(asked.body.errors).toMatchObject([mismatch]);
    expect(other.body).toEqual({ data: { targets: { totalCount: 270, missing: [] } } });
  });

  it('is told by its slices too', async () => {
    proxy.alter = () => ({
      errors: [
        {
          message: 'Cannot query field "total".',
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
          locations: [{ line: 1, column: 1 }],
        },
      ],
    });

    const { body } = await system.query(list);

    expect(body.data).toEqual(withoutEconomy);
    expect(body.errors).toMatchObject([mismatch]);
  });

  it('and slices that it refuses for another reason are missing alone', async () => {
    proxy.alter = () => ({
      errors: [{ message: 'Too many selectors.', extensions: { code: 'BAD_USER_INPUT' } }],
    });

    const { body } = await system.query(list);

    expect(body.data).toEqual(withoutEconomy);
    expect(body.errors).toMatchObject([{ extensions: { code: 'DEPARTMENT_UNAVAILABLE' } }]);
  });

  it('but a literal that it alone can judge is the client’s mistake', async () => {
    const { body } = await system.query(
      'mutation { reportEconomyProgress(input: {targetId: "economy:2.5", value: 1, asOf: "2023-02-30", expectedRevision: 0}) { id } }',
    );

    expect(body.errors).toMatchObject([
      { message: expect.stringContaining('"2023-02-30"'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it.each<[string, (sdl: string) => string, string]>([
    ['a field that is gone', (sdl) => sdl.replace(/industry: String/, 'branch: String'), 'mismatch'],
    ['a field more', (sdl) => sdl.replace(/industry: String/, '$& sector: String'), 'up'],
    ['no schema', () => 'nonsense', 'mismatch'],
  ])('is seen by the health probe: %s', async (_, change, state) => {
    // Whoever was down is compared anew.
    proxy.replace = () => (_request, response) => void response.destroy();
    await fetch(`${system.url}/health/ready`);
    proxy.reset();
    proxy.alter = (told) => {
      if (told.data?._service) told.data._service.sdl = change(told.data._service.sdl);
      return told;
    };

    const asked = await Promise.all([1, 2, 3].map(() => fetch(`${system.url}/health/ready`)));
    const again = await fetch(`${system.url}/health/ready`);

    expect(await again.json()).toMatchObject({ status: 'ready', subgraphs: { economy: state, plan: 'up' } });
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(proxy.asked.filter(({ query }) => query.includes('_service'))).toHaveLength(1);
  });
});
