import type { Db, Document } from 'mongodb';
import { departmentCodes } from '../../../schema/departments';
import { startCuttingProxy } from 'embedded-mongo/testing';
import { temporaryStore, type TemporaryStore } from 'embedded-mongo/testing';
import { subgraphs } from '../../registry';
import { readSubgraphConfig } from '../config';
import { createDepartmentStore } from '../department-store';
import type { TargetDocument } from '../documents';
import { findMiscounts } from '../../../lists/answer/stored/recount';
import { readSeed } from './read-seed';

/*
 * A first start and a conversion of a database with progress entries are cut off before each of their write commands. Each command
 * is done whole or not at all; a normal start afterwards must then leave the same database as a start that nothing cut off.
 */

const targetCount = (code: string): number => readSeed<unknown[]>(`${code}/targets.json`).length;
/** The department with the fewest targets: each of dozens of starts writes all that it has. */
const [code = ''] = [...departmentCodes].sort((a, b) => targetCount(a) - targetCount(b));
let temporary: TemporaryStore;
beforeAll(async () => (temporary = await temporaryStore()));
afterAll(() => temporary.close());

const database = (prefix: string): Db => temporary.client.db(prefix + code);

async function open(uri: string, prefix: string): Promise<void> {
  const definition = await subgraphs.find(({ name }) => name === code)?.load();
  if (!definition) throw new Error(`${code} has no folder`);
  const config = readSubgraphConfig(code, 0, { MONGODB_URI: uri, DATABASE_PREFIX: prefix });
  await (await definition.open(config, () => undefined)).close();
}

/** Starts through a proxy that lets so many writes through. Whether all of them got through. */
async function openCutOff(prefix: string, most: number): Promise<boolean> {
  const proxy = await startCuttingProxy(temporary.store.uri, most);
  try {
    const opened = await open(proxy.uri, prefix).then(
      () => true,
      () => false,
    );
    // The lease of a holder that died runs out in seconds, which another test waits for.
    await database(prefix)
      .collection<Document>('seeding')
      .deleteMany({ holder: { $exists: true } });
    return opened && !proxy.isCut;
  } finally {
    await proxy.close();
  }
}

/** All that a start leaves: documents, indexes and the mark. */
async function contents(db: Db): Promise<Document> {
  const names = ['targets', 'results', 'grams', 'counts', 'seeding'];
  const all = names.map(async (name) => {
    const documents = await db.collection(name).find().sort({ _id: 1 }).toArray();
    const indexes = (await db.collection(name).indexes()).map(({ name: index }) => String(index)).sort();
    return [name, { documents, indexes }] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

/** Cuts the start off before its first write, its second and so on, and repairs each by a start that is let through. */
async function cutEverywhere(prepare: (prefix: string) => Promise<void>): Promise<number> {
  await prepare('whole_');
  await open(temporary.store.uri, 'whole_');
  const whole = await contents(database('whole_'));
  for (let most = 0; ; most++) {
    await prepare('cut_');
    if (await openCutOff('cut_', most)) return most;
    await open(temporary.store.uri, 'cut_');
    expect(await findMiscounts(database('cut_'))).toEqual([]);
    expect(await contents(database('cut_'))).toEqual(whole);
  }
}

test('a first start that is cut off anywhere is made whole by the next', async () => {
  const cuts = await cutEverywhere(async (prefix) => void (await database(prefix).dropDatabase()));

  expect(cuts).toBeGreaterThan(8);
}, 120_000);

test('a conversion that is cut off anywhere is made whole by the next, and keeps reports', async () => {
  await database('before_').dropDatabase();
  await open(temporary.store.uri, 'before_');
  const before = database('before_');
  const [first, second] = await before.collection<TargetDocument>('targets').find().limit(2).toArray();
  const store = createDepartmentStore(code, before);
  for (const target of [first, second])
    await store.targets.fileProgress(
      { targetId: target?._id ?? '', note: '完成', achieved: true, expectedRevision: 0 },
      new Date(),
    );
  await before.collection<Document>('targets').updateMany({ revision: 0 }, { $set: { title: 'older' } });
  await before.collection<Document>('seeding').updateMany({}, { $set: { digest: 'older' } });

  const cuts = await cutEverywhere((prefix) => copy(before, database(prefix)));

  const reported = await database('cut_').collection('targets').find({ status: 'ACHIEVED' }).toArray();
  expect(reported).toMatchObject([{ revision: 1 }, { revision: 1 }]);
  expect(cuts).toBeGreaterThan(8);
}, 120_000);

test('a conversion that is cut off leaves no mark by which the seeds before it would count as there', async () => {
  await database('rolled_').dropDatabase();
  await open(temporary.store.uri, 'rolled_');
  const marks = database('rolled_').collection<Document>('seeding');
  await marks.updateMany({}, { $set: { digest: 'older' } });
  await database('rolled_')
    .collection('targets')
    .updateMany({}, { $set: { title: 'older' } });

  for (let most = 0; ; most++) {
    const isWhole = await openCutOff('rolled_', most);
    const targets = database('rolled_').collection('targets');
    const isChanged = (await targets.countDocuments({ title: { $ne: 'older' } })) > 0;
    const digest = (await marks.findOne({ _id: 'seeds' as never }))?.digest as unknown;
    if (isChanged) expect(digest).not.toBe('older');
    if (isWhole) return expect(isChanged).toBe(true);
  }
}, 60_000);

async function copy(from: Db, to: Db): Promise<void> {
  await to.dropDatabase();
  for (const name of ['targets', 'results', 'grams', 'counts', 'seeding']) {
    const documents = await from.collection(name).find().toArray();
    await to.collection(name).insertMany(documents);
  }
}
