import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSubgraphConfig, type Environment } from '../kit';
import { subgraphs } from '../registry';
import { assertCovered, recordCommands } from './recorded-commands';

const seededPrefix = 'seeded_';
const noLog = () => undefined;

/**
 * Puts a copy of every subgraph's seeded database into a test's own DATA_DIR, so that the start that follows is a second
 * start, which writes nothing. Databases that are there already stay as they are. Without jest, and on a server, nothing
 * is copied.
 */
export async function copySeededDatabases(env: Environment): Promise<void> {
  const shared = process.env.SEEDED_DATABASES_DIR;
  const configs = subgraphs.map(({ name, port }) => readSubgraphConfig(name, port, env));
  const embedded = configs.find(({ mongodbUri }) => mongodbUri === undefined);
  if (!shared || !embedded) return;
  const seeded = await findSeededDatabases(shared);
  for (const database of readdirSync(seeded)) {
    const copy = join(embedded.dataDir, database.replace(seededPrefix, embedded.databasePrefix));
    if (!existsSync(copy)) cpSync(join(seeded, database), copy, { recursive: true });
  }
}

/** @returns the directory that the first worker to need it fills by a first start */
async function findSeededDatabases(shared: string): Promise<string> {
  const directory = join(shared, 'databases');
  if (existsSync(directory)) return directory;
  const own = mkdtempSync(join(shared, 'seeding-'));
  await seedDatabases(own);
  try {
    renameSync(own, directory);
  } catch (error) {
    // Another worker may have put its own there meanwhile, which is as good.
    rmSync(own, { recursive: true });
    if (!existsSync(directory)) throw error;
  }
  return directory;
}

async function seedDatabases(dataDir: string): Promise<void> {
  const recording = recordCommands();
  const env = { DATA_DIR: dataDir, DATABASE_PREFIX: seededPrefix };
  const opening = subgraphs.map(async (entry) => {
    const config = readSubgraphConfig(entry.name, entry.port, env);
    return (await entry.load()).open(config, noLog);
  });
  for (const subgraph of await Promise.all(opening)) await subgraph.close();
  recording.stop();
  assertCovered(recording);
}
