import { ObjectId, type Document } from 'bson';
import { type Options } from 'mingo/types';
import { CommandError } from '../errors';
import { planFind, type Found } from '../query/find';
import { checkSize, type Collection } from '../storage/collection';
import { type Database } from '../storage/database';
import { compileUpdate } from '../update/compile-update';
import { checkUpsertFilter } from '../update/upsert';
import { decodePlain, decodeTyped, encode } from '../values/codec';
import { bsonType, isDocument } from '../values/types';
import { MAX_DOCUMENT_BYTES } from './command';

/*
 * Inserts, updates and deletes of a collection, within a transaction. The change of one document is made as a whole, or
 * throws before anything of it is written.
 */

const ID_FIELD = Buffer.from('_id\0');

/** Adds a document; `_id` is made when missing and comes first. */
export function insertOne(collection: Collection, given: Buffer): unknown {
  const document = given.indexOf(ID_FIELD) === 5 ? given : withIdFirst(given);
  checkSize(document, MAX_DOCUMENT_BYTES);
  const decoded = decodePlain(document);
  const id: unknown = decoded._id;
  checkId(id);
  collection.insert(document, decoded);
  return id;
}

function withIdFirst(given: Buffer): Buffer {
  const { _id = new ObjectId(), ...rest } = decodeTyped(given);
  return encode({ _id: _id as unknown, ...rest });
}

function checkId(id: unknown): void {
  const type = Array.isArray(id)
    ? 'array'
    : id instanceof RegExp
      ? 'regex'
      : id === undefined
        ? 'undefined'
        : undefined;
  if (type) throw new CommandError('InvalidIdField', `The '_id' value cannot be of type ${type}`);
  const bad = isDocument(id) && !bsonType(id) && Object.keys(id).find((key) => key.startsWith('$'));
  if (bad)
    throw new CommandError(
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${bad} is not valid for storage.`,
    );
}

export interface UpdateStatement {
  readonly filter: Document;
  readonly typedFilter: Document;
  readonly update: unknown;
  readonly multi: boolean;
  readonly upsert: boolean;
  readonly arrayFilters?: readonly Document[];
  readonly hint?: unknown;
  readonly sort?: unknown;
  readonly options?: Options;
}

interface UpdateOutcome {
  readonly matched: number;
  readonly modified: number;
  readonly upserted?: { readonly id: unknown; readonly document: Buffer };
  /** The one document that was updated, before and after. */
  readonly before?: Buffer;
  readonly after?: Buffer;
}

/** Updates what a filter finds, or adds a document when it finds none and `upsert` is set. */
export function update(database: Database, name: string, statement: UpdateStatement): UpdateOutcome {
  if (statement.upsert) checkUpsertFilter(statement.filter);
  const compiled = compileUpdate(statement);
  const collection = database.collection(name);
  const found = collection ? findForWrite(collection, statement) : [];
  if (found.length === 0) {
    if (!statement.upsert) return { matched: 0, modified: 0 };
    const document = compiled.insert();
    const id = insertOne(collection ?? database.ensureCollection(name), document);
    return { matched: 0, modified: 0, upserted: { id, document } };
  }
  let modified = 0;
  let after: Buffer | undefined;
  for (const { recordId, bytes } of found) {
    after = compiled.apply(bytes);
    checkSize(after, MAX_DOCUMENT_BYTES);
    if (after.equals(bytes)) continue;
    collection?.replace(recordId, bytes, after);
    modified++;
  }
  return { matched: found.length, modified, before: found[0]?.bytes, after };
}

/** The documents to change. All are found before the first is changed, since a change may move a document in an index. */
export function findForWrite(
  collection: Collection,
  {
    filter,
    sort,
    hint,
    multi,
    options,
  }: Pick<UpdateStatement, 'filter' | 'sort' | 'hint' | 'multi' | 'options'>,
): Found[] {
  return [
    ...planFind(collection, { filter, sort, hint, limit: multi ? 0 : 1, options }).run({
      keys: 0,
      documents: 0,
    }),
  ];
}

export interface DeleteStatement {
  readonly filter: Document;
  readonly multi: boolean;
  readonly hint?: unknown;
  readonly sort?: unknown;
  readonly options?: Options;
}

export function remove(collection: Collection | undefined, statement: DeleteStatement): Found[] {
  if (!collection) return [];
  const found = findForWrite(collection, statement);
  for (const { recordId, bytes } of found) collection.remove(recordId, bytes);
  return found;
}
