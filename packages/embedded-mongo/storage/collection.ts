import { type Database as Table, type Transaction } from 'lmdb';
import { type Document, type UUID } from 'bson';
import { CommandError } from '../errors';
import { decodePlain } from '../values/codec';
import { MISSING, valuesAt } from '../values/paths';
import { IndexedDocument, type Key } from './index-keys';
import { type IndexTable } from './index-table';
import { damaged } from './data-file';
import { encodeRecordId } from './record-id';

/** The documents of a collection and its indexes, kept in step. All writes happen inside a transaction. */
export class Collection {
  #nextRecordId: number;

  constructor(
    readonly database: string,
    readonly name: string,
    readonly uuid: UUID,
    readonly tableId: number,
    readonly documents: Table<Buffer, Buffer>,
    readonly indexes: IndexTable[],
    readonly file: string,
    readonly onMultikey: (collection: Collection) => void,
  ) {
    const [last] = documents.getKeys({ reverse: true, limit: 1 });
    this.#nextRecordId = last ? last.readUIntBE(0, last.length) + 1 : 1;
  }

  get namespace(): string {
    return `${this.database}.${this.name}`;
  }

  get idIndex(): IndexTable {
    const index = this.indexes[0];
    if (!index) throw new Error(`${this.namespace} has no _id index`);
    return index;
  }

  /** The indexes that a plan may read. */
  get visibleIndexes(): readonly IndexTable[] {
    return this.indexes.filter(({ spec }) => !spec.hidden);
  }

  count(): number {
    return (this.documents.getStats() as { entryCount: number }).entryCount;
  }

  read(recordId: number, transaction?: Transaction): Buffer {
    const bytes = this.documents.get(encodeRecordId(recordId), { transaction });
    if (!bytes || bytes.length < 5 || bytes.readInt32LE(0) !== bytes.length) {
      throw damaged(this.file, `is damaged: record ${recordId} of ${this.namespace} is not a document`);
    }
    return bytes;
  }

  /** Adds a document, given as bytes and decoded. Throws before anything is written when it may not be added. */
  insert(document: Buffer, decoded: Document): number {
    const recordId = this.#nextRecordId;
    const entries = this.#entriesOf(decoded, undefined);
    this.#nextRecordId++;
    const record = encodeRecordId(recordId);
    addAll(entries, record.toString('latin1'));
    this.documents.putSync(record, document);
    return recordId;
  }

  /** Puts a new version in the place of a document. */
  replace(recordId: number, before: Buffer, after: Buffer): void {
    const entries = this.#entriesOf(decodePlain(after), recordId);
    const old = new IndexedDocument(decodePlain(before));
    const record = encodeRecordId(recordId);
    for (const { index, keys } of entries)
      exchange(index, index.keysOf(old).keys, keys, record.toString('latin1'));
    this.documents.putSync(record, after);
  }

  remove(recordId: number, document: Buffer): void {
    const indexed = new IndexedDocument(decodePlain(document));
    const record = encodeRecordId(recordId);
    for (const index of this.indexes) {
      for (const key of index.keysOf(indexed).keys) index.remove(key, record.toString('latin1'));
    }
    this.documents.removeSync(record);
  }

  /** Adds many documents; their entries in the indexes are written together, once all are there. Nothing may be read meanwhile. */
  insertMany<T>(insertAll: () => T): T {
    for (const index of this.indexes) index.defer();
    try {
      return insertAll();
    } finally {
      for (const index of this.indexes) index.addDeferred();
    }
  }

  /** Fills a new index from the documents there are; throws, leaving it for the caller to drop. */
  build(index: IndexTable): void {
    index.defer();
    for (const { key, value } of this.documents.getRange({})) {
      const recordId = key.readUIntBE(0, key.length);
      const document = decodePlain(value);
      const found = index.keysOf(new IndexedDocument(document));
      for (const entry of found.keys) {
        if (index.conflict(entry, recordId)) throw this.#duplicate(index, document);
        index.add(entry, key.toString('latin1'));
      }
      index.note(found);
    }
    index.addDeferred();
  }

  #entriesOf(
    document: Document,
    recordId: number | undefined,
  ): { index: IndexTable; keys: readonly Key[] }[] {
    const indexed = new IndexedDocument(document);
    const entries = this.indexes.map((index) => ({ index, ...index.keysOf(indexed) }));
    for (const { index, keys } of entries) {
      if (keys.some((key) => index.conflict(key, recordId))) throw this.#duplicate(index, document);
    }
    const news = entries.filter(({ index, ...found }) => index.note(found));
    if (news.length > 0) this.onMultikey(this);
    return entries;
  }

  #duplicate(index: IndexTable, document: Document): CommandError {
    const keyValue: Document = Object.fromEntries(
      index.fields.map(({ path }) => [path, resolveField(document, path)]),
    );
    const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${show(value)}`);
    const message =
      `E11000 duplicate key error collection: ${this.namespace} ` +
      `index: ${index.spec.name} dup key: { ${shown.join(', ')} }`;
    return new CommandError('DuplicateKey', message, { keyPattern: index.spec.key, keyValue });
  }
}

function addAll(entries: readonly { index: IndexTable; keys: readonly Key[] }[], record: Key): void {
  for (const { index, keys } of entries) for (const key of keys) index.add(key, record);
}

function exchange(index: IndexTable, before: readonly Key[], after: readonly Key[], record: Key): void {
  const [old, current] = [new Set(before), new Set(after)];
  for (const key of before) if (!current.has(key)) index.remove(key, record);
  for (const key of after) if (!old.has(key)) index.add(key, record);
}

/** A field's value as the error shows it: missing is null, of several the first. */
function resolveField(document: Document, path: string): unknown {
  const value = valuesAt(document, path)[0];
  return value === MISSING ? null : (value ?? null);
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return String(value);
  return JSON.stringify(value) ?? 'null';
}

/** Whether a document may be stored at all. */
export function checkSize(document: Buffer, limit: number): void {
  if (document.length <= limit) return;
  throw new CommandError(
    'BSONObjectTooLarge',
    `object to insert too large. size in bytes: ${document.length}, max size: ${limit}`,
  );
}
