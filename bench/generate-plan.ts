import { join } from 'node:path';
import type { Db } from 'mongodb';
import { connectStore } from '../subgraphs/kit';
import { readSubgraphConfig, type Log, type SeedMark, type SubgraphConfig } from '../subgraphs/kit';
import { subgraphs, type SubgraphEntry } from '../subgraphs/registry';
import { shapeOf, type PlanShape } from './plan-shape';
import { isDepartment, writeDepartment, writePlanOffice, type Progress } from './write-plan';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The mark of a generated database. `complete` is set after the last document is written. */
type Mark = SeedMark & { complete?: boolean };

/** To be raised when the generator comes to write other documents for the same size. */
const generation = 3;

const nothing = () => undefined;

/** The environment with a data directory, or a database prefix, for plans of this size alone. */
export const scaleEnvironment = (size: number, env: Environment = process.env): Environment => ({
  ...env,
  DATA_DIR: join(env.DATA_DIR || '.data', `scale-${size}`),
  ...(env.MONGODB_URI && { DATABASE_PREFIX: `${env.DATABASE_PREFIX || ''}scale_${size}_` }),
});

/**
 * Fills the databases of all subgraphs, or of those in `only`, with a synthetic plan. A database that holds this very
 * plan already is left alone.
 * @throws when a database holds anything else
 */
export async function generatePlan(
  size: number,
  env: Environment,
  log: Log,
  only: readonly string[] = subgraphs.map(({ name }) => name),
): Promise<void> {
  const shape = shapeOf(size);
  for (const entry of subgraphs.filter(({ name }) => only.includes(name)))
    await generate(entry, shape, env, log);
}

async function generate(entry: SubgraphEntry, shape: PlanShape, env: Environment, log: Log): Promise<void> {
  const config = readSubgraphConfig(entry.name, entry.port, env);
  if (!(await begin(entry.name, shape, config))) return log(`${entry.name}: generated before`);
  const start = performance.now();
  // A database with this mark is not seeded, so opening the subgraph only creates the indexes.
  const subgraph = await (await entry.load()).open(config, nothing);
  try {
    const { db } = subgraph.connection;
    const progress = progressTo(log, entry.name, start);
    if (isDepartment(entry.name)) await writeDepartment(db, entry.name, shape, progress);
    else await writePlanOffice(db, shape);
    await db.collection<Mark>('seeding').updateOne({ _id: 'seeds' }, { $set: { complete: true } });
    log(`${entry.name}: done in ${seconds(start)} s`);
  } finally {
    await subgraph.close();
  }
}

/** Marks an empty database as being generated. @returns false when it holds the whole plan already */
async function begin(name: string, shape: PlanShape, config: SubgraphConfig): Promise<boolean> {
  const { mongodbUri: uri, dataDir, databasePrefix } = config;
  const database = databasePrefix + (isDepartment(name) ? name : 'office');
  const connection = await connectStore({ uri, database, dataDir });
  const { db } = connection;
  const generated = `synthetic plan ${generation}, ${shape.targets} targets`;
  try {
    const mark = await db.collection<Mark>('seeding').findOne({ _id: 'seeds' });
    if (mark?.generated === generated && mark.complete) return false;
    await assertEmpty(db, mark);
    await db.collection<Mark>('seeding').insertOne({ _id: 'seeds', generated });
    return true;
  } finally {
    await connection.close();
  }
}

async function assertEmpty(db: Db, mark: Mark | null): Promise<void> {
  const collections = await db.listCollections().toArray();
  const found = mark ? (mark.generated ?? 'seeds') : collections.map(({ name }) => String(name)).join(', ');
  if (found === '') return;
  const cut = mark?.generated !== undefined && !mark.complete ? ', which was cut off' : '';
  throw new Error(`The database ${db.databaseName} must be empty, but holds: ${found}${cut}. Drop it first.`);
}

function progressTo(log: Log, name: string, start: number): Progress {
  let total = 0;
  return (targets) => {
    total += targets;
    const rate = Math.round((total / (performance.now() - start)) * 1000);
    log(`${name}: ${total} targets, ${rate} a second`);
  };
}

const seconds = (start: number): string => ((performance.now() - start) / 1000).toFixed(1);
