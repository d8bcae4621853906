import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  defaultFieldResolver,
  execute,
  parse,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
} from 'graphql';
import { departments, entityNames, progressMutation } from '../schema/departments';
import { tradeFields } from '../schema/trade-fields';
import { countCommands } from './testing/count-commands';
import { selectEverything } from './testing/select-everything';
import { encodeSelector } from '../lists/contract/selector-codec';
import { readSubgraphConfig, type Subgraph } from './kit';
import type { TargetSelector } from '../lists/contract/selector';
import { subgraphs } from './registry';

/** What every department's folder owes, whoever wrote it. */
const files = ['README.md', 'index.ts', 'schema.graphql'];

it('every folder here but the kit and the tests’ own is a subgraph of the supergraph', () => {
  const folders = readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['kit', 'testing'].includes(entry.name))
    .map(({ name }) => name);

  expect(folders.toSorted()).toEqual(subgraphs.map(({ name }) => name).toSorted());
});

describe.each(departments)('$code', ({ code, port }) => {
  const { target: targetType, result: resultType } = entityNames(code);
  let dataDir: string;
  let subgraph: Subgraph;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'department-'));
    const env = {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_PREFIX: `test_${process.pid}_${Date.now().toString(36)}_`,
    };
    const definition = await subgraphs.find(({ name }) => name === code)?.load();
    if (!definition) throw new Error(`${code} has no folder`);
    subgraph = await definition.open(readSubgraphConfig(code, port, env), () => undefined);
  }, 60_000);
  afterAll(async () => {
    if (subgraph.connection.kind === 'server') await subgraph.connection.db.dropDatabase();
    await subgraph.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function ask(
    query: string,
    representations: readonly object[],
    fieldResolver?: GraphQLFieldResolver<unknown, unknown>,
  ) {
    const counter = countCommands(subgraph.connection.client);
    const result: ExecutionResult = await execute({
      schema: subgraph.schema,
      document: parse(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${query} } }`,
      ),
      variableValues: { representations },
      contextValue: subgraph.createContext({}),
      fieldResolver,
    });
    counter.stop();
    expect(result.errors).toBeUndefined();
    return {
      entities: result.data?._entities as (Record<string, never> | null)[],
      commands: counter.counts,
    };
  }

  const selector = (conditions: TargetSelector['conditions'], take = 5): string =>
    encodeSelector({ conditions, order: { field: 'PLAN', direction: 'ASC' }, page: { take, from: 'START' } });

  it.each(files)('has its %s', (file) => {
    expect(existsSync(join(__dirname, code, file))).toBe(true);
  });

  it('has a resolver, or a property of the right kind in what is stored, for every field of its types', async () => {
    const withoutEither = new Set<string>();
    const namingAbsent: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
      if (!(info.fieldName in Object(source))) withoutEither.add(`${info.parentType.name}.${info.fieldName}`);
      return defaultFieldResolver(source, args, context, info);
    };
    for (const [type, collection] of [
      [targetType, 'targets'],
      [resultType, 'results'],
    ] as const) {
      const selection = selectEverything(subgraph.schema, typeOf(type), 3);
      const ids = await allIds(collection);

      // `ask` expects no error: a value that is not of its field's type would be one.
      const { entities } = await ask(
        `... on ${type} ${selection}`,
        ids.map((id) => ({ __typename: type, id })),
        namingAbsent,
      );

      expect(entities.map((entity) => entity?.id)).toEqual(ids);
    }
    expect([...withoutEither]).toEqual([]);
  });

  it('has the fields of its trade in its targets’ details, each in one of them at least, and no other', async () => {
    const targets = await subgraph.connection.db.collection('targets').find().toArray();
    const stored = new Set(targets.flatMap(({ details }) => Object.keys(details as object)));
    const names = tradeFields(code).map(({ name }) => name);

    expect([...stored].toSorted()).toEqual(targets.length > 0 ? names.toSorted() : []);
  });

  it('takes progress by the mutation of its name, and gives it back as filed', async () => {
    const [targetId] = await someIds('targets');
    const result = await execute({
      schema: subgraph.schema,
      document: parse(
        `mutation ($input: ReportProgressInput!) { filed: ${progressMutation(code)}(input: $input) ${selectEverything(subgraph.schema, typeOf(targetType), 2)} }`,
      ),
      variableValues: { input: { targetId: targetId ?? 'none', note: '进展', expectedRevision: 0 } },
      contextValue: subgraph.createContext({}),
    });

    if (targetId === undefined)
      return expect(result.errors).toMatchObject([{ extensions: { argument: 'input.targetId' } }]);
    expect(result.errors).toBeUndefined();
    expect(result.data?.filed).toMatchObject({
      __typename: targetType,
      id: targetId,
      status: 'UNDER_WAY',
      revision: 1,
      progress: { value: null, note: '进展' },
    });
  });

  it('resolves many references with one command, in their order, unknown ones to null', async () => {
    const ids = ['none:1', ...(await someIds('targets')), 'none:2'];

    const { entities, commands } = await ask(
      `... on ${targetType} { id title citations { quote document { id } } }`,
      ids.map((id) => ({ __typename: targetType, id })),
    );

    expect(entities.map((entity) => entity?.id ?? null)).toEqual([null, ...ids.slice(1, -1), null]);
    expect(commands).toEqual({ find: 1 });
  });

  it('resolves references to results, and their targets, with two commands', async () => {
    const ids = await someIds('results');

    const { entities, commands } = await ask(
      `... on ${resultType} { id targets { id baseline { id } } }`,
      ids.map((ref) => ({ __typename: resultType, ref })),
    );

    expect(entities.map((entity) => entity?.id)).toEqual(ids);
    expect(commands.find ?? 0).toBeLessThanOrEqual(3);
    expect(Object.keys(commands)).toEqual(ids.length > 0 ? ['find'] : []);
    for (const entity of entities) {
      const targets = entity?.targets as unknown as { baseline: { id: string } }[];
      for (const target of targets) expect(target.baseline.id).toBe(entity?.id);
    }
  });

  it('answers fifty selectors with as many commands as one', async () => {
    const slice = `... on TargetConnection { ${code} { rows { id key coverage { scope } } total preceded facets { dimension value count } } }`;
    const one = await ask(slice, [{ __typename: 'TargetConnection', selector: selector({}) }]);
    const fifty = await ask(
      slice,
      Array.from({ length: 50 }, (_, item) => ({
        __typename: 'TargetConnection',
        selector: selector({ items: [item] }),
      })),
    );

    expect(one.commands).toEqual({ aggregate: 1, find: 2 });
    expect(fifty.commands).toEqual(one.commands);
    expect(fifty.entities).toHaveLength(50);
  });

  it('gives at most one row more than asked, in the order of its keys', async () => {
    const { entities } = await ask(`... on TargetConnection { ${code} { rows { id key } total } }`, [
      { __typename: 'TargetConnection', selector: selector({}, 3) },
    ]);
    const { rows, total } = entities[0]?.[code] as unknown as { rows: { key: string }[]; total: number };

    expect(total).toBe((await allIds('targets')).length);
    expect(rows).toHaveLength(Math.min(4, total));
    expect(rows.map(({ key }) => key)).toEqual(rows.map(({ key }) => key).toSorted());
  });

  it('asks nothing of its database for a list that is not about it', async () => {
    const { entities, commands } = await ask(`... on TargetConnection { ${code} { rows { id } total } }`, [
      { __typename: 'TargetConnection', selector: selector({ departments: [] }) },
    ]);

    expect(entities).toEqual([{ [code]: { rows: [], total: 0 } }]);
    expect(commands).toEqual({});
  });

  it('seeds once: a second start writes nothing', async () => {
    const definition = await subgraphs.find(({ name }) => name === code)?.load();
    const log: string[] = [];
    const env = {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_PREFIX: subgraph.connection.db.databaseName.replace(code, ''),
    };
    const again = await definition?.open(readSubgraphConfig(code, port, env), (line) => log.push(line));
    await again?.close();

    expect(again).toBeDefined();
    expect(log).toEqual([]);
  });

  async function allIds(collection: string): Promise<string[]> {
    const found = await subgraph.connection.db.collection<{ _id: string }>(collection).find().toArray();
    return found.map(({ _id }) => _id);
  }

  /** Eight at most, in another order than stored. */
  async function someIds(collection: string): Promise<string[]> {
    return (await allIds(collection)).slice(0, 8).toReversed();
  }

  function typeOf(name: string): GraphQLNamedType {
    const type = subgraph.schema.getType(name);
    if (!type) throw new Error(`${code} has no type ${name}`);
    return type;
  }
});
