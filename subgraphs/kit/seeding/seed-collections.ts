import { createHash } from 'node:crypto';
import type { AnyBulkWriteOperation, Collection, Db, Document, Filter } from 'mongodb';
import { isDuplicateKey } from './lease';

/** Takes one line for the operator: `seeded economy: 44 targets`. */
export type Log = (line: string) => void;

/** Grows by one when the code that turns seeds into documents changes, so that every database is written anew. */
const conversion = 4;

export interface SeedCollection {
  readonly name: string;
  readonly documents: readonly Document[];
  /** Fields that are set on insert and never overwritten. */
  readonly insertOnly?: readonly string[];
  /** A filter for the documents that are deleted once the seeds no longer have them; absent: every document. */
  readonly removable?: Document;
  /** Runs after the documents are written over ones that were there. */
  readonly afterwards?: (collection: Collection) => Promise<void>;
}

/** A document of the collection `seeding`: the seeds that the database holds, or the generator that filled it instead. */
export interface SeedMark {
  _id: 'seeds';
  digest?: string;
  /** Names a generated plan, such as a benchmark's: seeding leaves that database as it is. */
  generated?: string;
}

/**
 * Upserts every document and deletes the ones that the seeds dropped. Writes nothing where the stored digest is the one of
 * these seeds, or where the database was generated. The digest is written last, so that a seeding that was cut off is
 * done again in full.
 * @param finish runs after the last collection and before the digest is written
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
  // A seeding that is cut off leaves a mixture of these seeds and the ones before, which no digest describes.
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
  // Deletes first: a document may now have the unique values of one that the seeds dropped.
  const kept = seed.documents.map((document) => document._id as unknown);
  await collection.deleteMany({ ...seed.removable, _id: { $nin: kept } } as Filter<Document>);
  const operations = seed.documents.map((document) => upsert(document, new Set(seed.insertOnly)));
  const write = async () => void (await collection.bulkWrite(operations, { ordered: false }));
  if (operations.length > 0) {
    await write().catch(async (error: unknown) => {
      // Two documents may have exchanged a unique value. Documents that hold progress entries are never deleted for that.
      if (!isDuplicateKey(error) || seed.insertOnly) throw error;
      await collection.deleteMany({});
      await write();
    });
  }
  await seed.afterwards?.(collection);
}

/** @returns false where another process inserted some of the documents meanwhile; the others are inserted even then */
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

/** `["sort", { plan, updated }]` → `["sort.plan", …]`, `["sort.updated", …]`: a progress entry changes the latter alone. */
function flattenSort([name, value]: [string, unknown]): [string, unknown][] {
  if (name !== 'sort') return [[name, value]];
  return Object.entries(value as Document).map(([key, each]) => [`sort.${key}`, each]);
}
