import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, parse, type ExecutionResult } from 'graphql';
import { departmentCodes } from '../schema/departments';
import { openTestSubgraph, type TestSubgraph } from '../subgraphs/testing/test-subgraph';

const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```(?:graphql|json)\n(.*?)^```$/gms)].map(([, text = '']) => text);
const [query = '', ...answers] = blocks;
const [selector, livelihood, safety, merged] = answers.map((text) => JSON.parse(text));

const open = new Map<string, TestSubgraph>();
const subgraph = (name: string): TestSubgraph => {
  const found = open.get(name);
  if (!found) throw new Error(name);
  return found;
};
beforeAll(async () => {
  for (const name of ['plan', ...departmentCodes]) open.set(name, await openTestSubgraph(name));
}, 120_000);
afterAll(async () => {
  for (const each of open.values()) await each.close();
});

const connection = { __typename: 'TargetConnection', selector: JSON.stringify(selector) };
const sliceOf = async (code: string): Promise<unknown> => {
  const parts = 'rows { id key } preceded total';
  const { data } = await subgraph(code).askEntities(`... on TargetConnection { ${code} { ${parts} } }`, [
    connection,
  ]);
  return (data as any)._entities[0][code];
};

it('1: the plan office makes the selector of the query', async () => {
  const { subgraph: plan } = subgraph('plan');
  const document = parse(query.replace(/\{\s+totalCount[^]*$/, '{ selector } } }'));

  const { data } = (await execute({
    schema: plan.schema,
    document,
    contextValue: plan.createContext({}),
  })) as ExecutionResult<any>;

  expect(JSON.parse(data.place.targets.selector)).toEqual(selector);
});

it('2: the departments answer it with the slices', async () => {
  expect(await sliceOf('livelihood')).toEqual(livelihood);
  expect(await sliceOf('safety')).toEqual(safety);
});

it('3: the plan office merges the slices', async () => {
  const slices = await Promise.all(departmentCodes.map(async (code) => [code, await sliceOf(code)] as const));
  const fields = 'totalCount nodes { __typename ref } pageInfo { hasNextPage endCursor }';

  const { data } = await subgraph('plan').askEntities(`... on TargetConnection { ${fields} }`, [
    { ...connection, ...Object.fromEntries(slices) },
  ]);

  expect(data?._entities).toEqual([merged]);
});

it('4: the owners have the details', async () => {
  const [first] = merged.nodes;

  const { data } = await subgraph('livelihood').askEntities('... on LivelihoodTarget { title }', [first]);

  expect(data?._entities).toEqual([{ title: expect.any(String) }]);
});
