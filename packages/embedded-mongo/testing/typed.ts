import { Decimal128, Double, EJSON, Int32, Long } from 'bson';
import { type Collection, type Db, type Document, type MongoServerError } from 'mongodb';

/** Short names for values with a BSON type; a plain whole number is an int32, any other a double. */
export const int = (value: number): Int32 => new Int32(value);
export const double = (value: number): Double => new Double(value);
export const long = (value: number | bigint): Long => Long.fromBigInt(BigInt(value));
export const decimal = (text: string): Decimal128 => Decimal128.fromString(text);

/** A value as text that shows the types of its values and the order of its fields. */
export function typed(value: unknown): string {
  return EJSON.stringify(value, { relaxed: false });
}

/** Options of a read whose values are to keep their types. */
export const TYPED = { promoteValues: false, promoteLongs: false } as const;

let collections = 0;

/** What a pipeline makes of documents, with its types. */
export async function aggregated(
  db: Db,
  documents: readonly Document[],
  pipeline: readonly Document[],
): Promise<Document[]> {
  return (await collectionOf(db, documents)).aggregate([...pipeline], TYPED).toArray();
}

/** The code of the error that a pipeline over documents ends with; undefined without one. */
export async function refusalOf(
  db: Db,
  documents: readonly Document[],
  pipeline: readonly Document[],
): Promise<unknown> {
  const collection = await collectionOf(db, documents);
  return collection
    .aggregate([...pipeline])
    .toArray()
    .then(
      () => undefined,
      (error: unknown) => (error as MongoServerError).code,
    );
}

async function collectionOf(db: Db, documents: readonly Document[]): Promise<Collection> {
  const collection = db.collection(`case-${++collections}`);
  if (documents.length > 0) await collection.insertMany(documents.map((document) => ({ ...document })));
  return collection;
}
