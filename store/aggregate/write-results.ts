import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { CommandError } from '../errors';
import { type Engine } from '../commands/command';
import { findForWrite, insertOne, update } from '../commands/write-operations';
import { type Database } from '../storage/database';
import { decodePlain, decodeTyped } from '../values/codec';
import { MISSING, valuesAt } from '../values/paths';
import { isDocument } from '../values/types';

/** Does what the last stage of a pipeline says with its results: `$out` or `$merge`. */
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
      : merge(database, coll, stage.$merge, results, options),
  );
}

/** The collection's indexes stay; a duplicate is found before anything is taken away. */
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

function merge(
  database: Database,
  name: string,
  spec: unknown,
  results: readonly Buffer[],
  options: Options,
): void {
  const {
    on = '_id',
    whenMatched = 'merge',
    whenNotMatched = 'insert',
  } = (isDocument(spec) ? spec : {}) as {
    on?: string | string[];
    whenMatched?: unknown;
    whenNotMatched?: string;
  };
  const collection = database.ensureCollection(name);
  for (const result of results) {
    const plain = decodePlain(result);
    const filter = keyFilter(plain, [on].flat());
    if (findForWrite(collection, { filter, multi: false }).length === 0)
      notMatched(database, name, result, whenNotMatched);
    else matched(database, name, { filter, result, whenMatched, options });
  }
}

function keyFilter(document: Document, fields: readonly string[]): Document {
  return Object.fromEntries(
    fields.map((field) => {
      const [value] = valuesAt(document, field);
      if (value === MISSING || value === null)
        throw new CommandError(
          'Location51132',
          `$merge write error: 'on' field '${field}' cannot be missing, null, undefined or an array`,
        );
      return [field, value];
    }),
  );
}

function notMatched(database: Database, name: string, result: Buffer, action: string): void {
  if (action === 'discard') return;
  if (action === 'fail')
    throw new CommandError(
      'MergeStageNoMatchingDocument',
      '$merge could not find a matching document in the target collection for at least one document in the source collection',
    );
  insertOne(database.ensureCollection(name), result);
}

function matched(
  database: Database,
  name: string,
  {
    filter,
    result,
    whenMatched,
    options,
  }: { filter: Document; result: Buffer; whenMatched: unknown; options: Options },
): void {
  if (whenMatched === 'keepExisting') return;
  if (whenMatched === 'fail')
    throw new CommandError('DuplicateKey', '$merge failed: a matching document exists', {
      keyPattern: {},
      keyValue: filter,
    });
  const { _id, ...fields } = decodeTyped(result);
  const pipeline = Array.isArray(whenMatched);
  const change: unknown = pipeline
    ? whenMatched
    : whenMatched === 'replace'
      ? { _id: _id as unknown, ...fields }
      : { $set: fields };
  const variables = { ...options, variables: { ...options.variables, new: decodePlain(result) } };
  update(database, name, {
    filter,
    typedFilter: filter,
    update: change,
    multi: false,
    upsert: false,
    options: pipeline ? variables : options,
  });
}
