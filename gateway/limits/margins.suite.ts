import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { readExamples } from '../../console/examples';
import { subgraphs } from '../../subgraphs/registry';
import { readGatewayConfig } from '../config';
import { results } from '../export/results';
import { targets } from '../export/targets';
import { shareTestSystem } from '../testing/shared-system';
import { startAnotherGateway, type TestSystem } from '../testing/test-system';
import type { Bound } from './limits';

const queries = join(__dirname, '../queries');
const graphiqlIntrospection = getIntrospectionQuery({
  schemaDescription: true,
  inputValueDeprecation: true,
  specifiedByUrl: true,
});

/** Every operation that the project itself writes down: queries, examples, exports, GraphiQL's introspection. */
async function ownOperations(): Promise<readonly [name: string, query: string, variables: object][]> {
  const documented = readdirSync(queries).filter((file) => file.endsWith('.graphql'));
  const examples = await readExamples();
  return [
    ...documented.map((file) => [file, readFileSync(join(queries, file), 'utf8'), {}] as const),
    ...examples.map(
      ({ id, query, variables }) => [id, query, JSON.parse(variables || '{}') as object] as const,
    ),
    ...[targets, results].map(({ name, document }) => [name, document, { first: 500 }] as const),
    ['introspection', graphiqlIntrospection, {}] as const,
  ].map(([name, query, variables]) => [name, query, variables]);
}

/**
 * How many times above the project's own operations a limit lies. Ten, save where the limit has to stand between them and
 * operations that are known to exhaust the process: those are not ten times as deep but one or two levels deeper.
 */
const margins: Readonly<Record<Exclude<Bound, 'planning'>, number>> = {
  tokens: 10,
  expansion: 10,
  rootFields: 10,
  aliases: 10,
  depth: 2,
  // The gazetteer comes back to places three times; five times are 636,000 places.
  returns: 1.3,
  connections: 3,
  rows: 10,
  fetches: 10,
};

describe.each([
  ['in one process', []],
  ['over HTTP', subgraphs.map(({ name }) => name)],
])('the limits, with the subgraphs %s', (_, alone) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await shareTestSystem(alone);
  }, 60_000);

  it('lie far above every operation of the project', async () => {
    const tooNear: unknown[] = [];
    for (const [name, query, variables] of await ownOperations()) {
      const { body } = await system.query(query, variables, { 'x-query-cost': '1' });
      // An operation that asks no subgraph, such as introspection, has no fetches.
      const cost: Record<keyof typeof margins, { value: number; limit: number }> = (body as any).extensions
        .cost;
      for (const [bound, { value, limit }] of Object.entries(cost)) {
        if (!(value * margins[bound as keyof typeof margins] <= limit))
          tooNear.push({ name, bound, value, limit });
      }
    }

    expect(tooNear).toEqual([]);
  }, 60_000);

  it('tell the cost only to clients that ask for it', async () => {
    const { body } = await system.query('{ departments { code } }');

    expect(body).not.toHaveProperty('extensions');
  });

  it('refuse before execution with the bound, its value and its limit, in both languages', async () => {
    const places = '{ places { targets(first: 500) { nodes { id } } } }';
    system.takeFetches();

    const { status, body } = await system.query(places);

    expect(status).toBe(400);
    expect(body).toEqual({
      errors: [
        {
          message: expect.stringMatching(
            /^查询过于复杂：答案可能包含的行数至多为25000.* The query is too complex: rows /,
          ),
          extensions: { code: 'QUERY_TOO_COMPLEX', bound: 'rows', value: 132_750, limit: 25_000 },
        },
      ],
    });
    expect(system.takeFetches()).toEqual([]);
  });
});

describe('limits of a system', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await shareTestSystem();
  }, 60_000);

  it.each([
    ['rows=10', '{ departments { items { number } } }', 'rows'],
    ['depth=2', '{ departments { items { number } } }', 'depth'],
    ['fetches=2', '{ targets { totalCount } }', 'fetches'],
    [
      'planning=1',
      `{ targets { nodes { id title baseline { id title targets { id title } } } } }`,
      'planning',
    ],
  ])(
    'are those of QUERY_LIMITS: %s',
    async (text, query, bound) => {
      const names = subgraphs.map(({ name }) => name);
      const { limits } = readGatewayConfig(names, { QUERY_LIMITS: text });
      const limited = await startAnotherGateway(system, { limits });

      const first = await limited.query(query);
      const again = await limited.query(query);
      await limited.close();

      for (const { status, body } of [first, again]) {
        expect(status).toBe(400);
        expect(body.errors?.map(({ extensions }) => extensions.bound)).toEqual([bound]);
      }
    },
    60_000,
  );
});
