import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute, parse, type ExecutionResult } from 'graphql';
import { readSubgraphConfig, type Subgraph, type SubgraphConfig, type SubgraphDefinition } from '../kit';
import { subgraphs } from '../registry';
import { copySeededDatabases } from './seeded-databases';

/** One subgraph on a store of its own, as a router asks it. */
export interface TestSubgraph {
  readonly subgraph: Subgraph;
  readonly config: SubgraphConfig;
  /** `selection` is that of `_entities`. */
  askEntities(selection: string, representations: readonly unknown[]): Promise<ExecutionResult>;
  close(): Promise<void>;
}

export async function openTestSubgraph(name: string, env: object = {}): Promise<TestSubgraph> {
  const entry = subgraphs.find((each) => each.name === name);
  if (!entry) throw new Error(`There is no subgraph ${name}.`);
  return openDefinition(await entry.load(), env);
}

/** As `openTestSubgraph`, of a definition that need not be the one of its folder. */
export async function openDefinition(
  definition: SubgraphDefinition,
  env: object = {},
): Promise<TestSubgraph> {
  const dataDir = mkdtempSync(join(tmpdir(), 'subgraph-'));
  const databasePrefix = `test_${process.pid}_${Date.now().toString(36)}_`;
  const base = { ...process.env, DATA_DIR: dataDir, DATABASE_PREFIX: databasePrefix, ...env };
  await copySeededDatabases(base);
  const config = readSubgraphConfig(definition.name, 0, base);
  const subgraph = await definition.open(config, () => undefined);
  return {
    subgraph,
    config,
    askEntities: async (selection, representations) =>
      execute({
        schema: subgraph.schema,
        document: parse(`query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`),
        variableValues: { of: representations },
        contextValue: subgraph.createContext({}),
      }),
    close: async () => {
      if (subgraph.connection.kind === 'server') await subgraph.connection.db.dropDatabase();
      await subgraph.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
