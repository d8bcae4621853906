import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyBulkWriteOperation, Collection, Db, Document, Filter } from 'mongodb';
import type { SeedPlace, SeedPlan, SeedResult, SeedTarget } from '../../seeds/format';
import { statuses } from '../../lists/answer/counts';
import { gramCounts } from '../../lists/answer/grams';
import { isDuplicateKey } from './lease';
import { recount } from '../../lists/answer/recount';
import { reportedFields, resultDocument, targetDocument } from './seed-documents';
import { statusPosition, way } from '../../lists/answer/ways';

export const seedsDirectory = join(__dirname, '../../seeds');

export type Log = (line: string) => void;

/** Changes when the code that turns seeds into documents does, so that stored documents follow. */
const conversion = 4;

export function readSeed<T>(path: string): T {
  return JSON.parse(readFileSync(join(seedsDirectory, path), 'utf8')) as T;
}

/** Brings a department's collections to what `seeds/<code>` says. Reports stay; a second run writes nothing. */
export async function seedDepartment(code: string, db: Db, log: Log): Promise<void> {
  const plan = readSeed<SeedPlan>('plan/plan.json');
  const targets = readSeed<SeedTarget[]>(`${code}/targets.json`);
  const results = readSeed<SeedResult[]>(`${code}/results.json`);
  const issuedAt = new Date(plan.issuedOn);
  const chapters = new Map(plan.items.map((item) => [item.number, item.chapter]));
  const baselines = new Map(results.map((result) => [result.id, result]));
  const gazetteer = new Map(readSeed<SeedPlace[]>('plan/places.json').map((place) => [place.id, place]));
  const context = { issuedAt, gazetteer, chapterOf: (item: number) => chapters.get(item) ?? null };
  const targetDocuments = targets.map((seed) =>
    targetDocument(seed, baselines.get(seed.baseline ?? ''), context),
  );
  const resultDocuments = results.map((seed) => resultDocument(seed, context));
  const collections = [
    {
      name: 'targets',
      documents: targetDocuments,
      insertOnly: [...reportedFields, 'sort.updated'],
      removable: { revision: 0 },
      afterwards: restoreReportedWays,
    },
    { name: 'results', documents: resultDocuments },
    {
      name: 'grams',
      documents: [...gramCounts('targets', targetDocuments), ...gramCounts('results', resultDocuments)],
    },
  ];
  await seedCollections(db, code, log, collections, () => recount(db));
}

/** Seeds know every target as unreported; the way of its status is what was reported, also by a process that runs on. */
async function restoreReportedWays(targets: Collection): Promise<void> {
  const field = `ways.${statusPosition}`;
  for (const status of statuses) {
    const reported = way('status', status);
    await targets.updateMany({ status, [field]: { $ne: reported } }, { $set: { [field]: reported } });
  }
}

export interface SeedCollection {
  readonly name: string;
  readonly documents: readonly Document[];
  /** Fields that are set on insert and never overwritten. */
  readonly insertOnly?: readonly string[];
  /** Which documents may go when the seeds no longer have them; all, when absent. */
  readonly removable?: Document;
  /** What is left to do when the documents are written. */
  readonly afterwards?: (collection: Collection) => Promise<void>;
}

/** In the collection `seeding`: which seeds the database was brought to, or that it holds no seeds at all. */
export interface SeedMark {
  _id: 'seeds';
  digest?: string;
  /** What else filled the database, such as a benchmark's plan: seeding leaves it as it is. */
  generated?: string;
}

/**
 * Upserts every document and removes what the seeds dropped, unless the digest of the seeds is the one stored last time
 * or the database was generated. The digest is written last, so that a seeding that was cut off is done again.
 * @param finish derives from the written documents what the database keeps beside them, before the digest is written
 */
export async function seedCollections(
  db: Db,
  owner: string,
  log: Log,
  collections: readonly SeedCollection[],
  finish?: () => Promise<void>,
): Promise<void> {
  const marks = db.collection<SeedMark>('seeding');
  const digest = createHash('sha256')
    .update(JSON.stringify([conversion, collections]))
    .digest('hex');
  const mark = await marks.findOne({ _id: 'seeds' });
  if (mark?.generated !== undefined || mark?.digest === digest) return;
  // What is written from now on is of no seeds in full, neither of these nor of those before.
  await marks.updateOne({ _id: 'seeds' }, { $unset: { digest: '' } });
  for (const collection of collections) {
    await seedCollection(db.collection(collection.name), collection);
    log(`seeded ${owner}: ${collection.documents.length} ${collection.name}`);
  }
  await finish?.();
  await marks.updateOne({ _id: 'seeds' }, { $set: { digest } }, { upsert: true });
}

async function seedCollection(collection: Collection, seed: SeedCollection): Promise<void> {
  const isNew = (await collection.findOne({}, { projection: { _id: 1 } })) === null;
  if (isNew && (await insertAll(collection, seed.documents))) return;
  // What the seeds dropped goes first: another document may have its unique values now.
  const kept = seed.documents.map((document) => document._id as unknown);
  await collection.deleteMany({ ...seed.removable, _id: { $nin: kept } } as Filter<Document>);
  const operations = seed.documents.map((document) => upsert(document, new Set(seed.insertOnly)));
  const write = async () => void (await collection.bulkWrite(operations, { ordered: false }));
  if (operations.length > 0) {
    await write().catch(async (error: unknown) => {
      // Two documents may have changed a unique value for each other's. What holds reports has no such value.
      if (!isDuplicateKey(error) || seed.insertOnly) throw error;
      await collection.deleteMany({});
      await write();
    });
  }
  await seed.afterwards?.(collection);
}

/** @returns whether all were new; where another process inserts the same seeds, whatever is missing is inserted. */
async function insertAll(collection: Collection, documents: readonly Document[]): Promise<boolean> {
  try {
    if (documents.length > 0) await collection.insertMany([...documents], { ordered: false });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function upsert(document: Document, insertOnly: ReadonlySet<string>): AnyBulkWriteOperation {
  const { _id, ...fields } = document;
  const set: Document = {};
  const setOnInsert: Document = {};
  for (const [path, value] of Object.entries(fields).flatMap(flattenSort)) {
    (insertOnly.has(path) ? setOnInsert : set)[path] = value;
  }
  const update = { $set: set, ...(Object.keys(setOnInsert).length > 0 && { $setOnInsert: setOnInsert }) };
  return { updateOne: { filter: { _id: _id as never }, update, upsert: true } };
}

/** Sort keys are set one by one, because reports own one of them. */
function flattenSort([name, value]: [string, unknown]): [string, unknown][] {
  if (name !== 'sort') return [[name, value]];
  return Object.entries(value as Document).map(([key, each]) => [`sort.${key}`, each]);
}
