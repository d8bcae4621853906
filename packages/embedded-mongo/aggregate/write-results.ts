import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { type Engine } from '../commands/command';
import { insertOne } from '../commands/write-operations';
import { type Database } from '../storage/database';
import { isDocument } from '../values/types';
import { mergeResults } from './merge-results';

/** Writes the results of a pipeline that ends with `$out` or `$merge`. */
export async function writeResults(
  engine: Engine,
  databaseName: string,
  stage: Document,
  results: readonly Buffer[],
  options: Options,
): Promise<void> {
  const target: unknown =
    '$out' in stage ? stage.$out : isDocument(stage.$merge) ? stage.$merge.into : stage.$merge;
  const { db, coll } = (isDocument(target) ? target : { db: databaseName, coll: target }) as {
    db?: string;
    coll: string;
  };
  const database = await engine.directory.open(db ?? databaseName);
  engine.cursors.killNamespace(`${database.name}.${coll}`);
  await database.write(() =>
    '$out' in stage
      ? replaceAll(database, coll, results)
      : mergeResults(database, coll, stage.$merge, results, options),
  );
}

/** Fills a new collection with the same indexes first, so that a duplicate leaves the old one as it was. */
function replaceAll(database: Database, name: string, results: readonly Buffer[]): void {
  const staged = database.createCollection(`tmp.out.${name}`);
  try {
    for (const index of database.collection(name)?.indexes.slice(1) ?? [])
      database.createIndex(staged, index.spec);
    for (const result of results) insertOne(staged, result);
  } catch (error) {
    database.dropCollection(staged);
    throw error;
  }
  const before = database.collection(name);
  if (before) database.dropCollection(before);
  database.renameCollection(staged, name);
}
