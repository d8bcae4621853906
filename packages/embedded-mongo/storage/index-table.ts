import { type Document } from 'bson';
import { type Database as Table, type Transaction } from 'lmdb';
import { compileFilter, type Filter } from '../query/filter';
import { CommandError } from '../errors';
import { EntryBatch, type EntrySlice } from './entry-batch';
import { type DocumentKeys, type IndexedDocument, type Key } from './index-keys';
import { fieldsOf, ID_INDEX, type IndexField, type IndexSpec } from './index-spec';
import { LARGEST_KEY } from './key-view';
import { recordIdOf, RECORD_ID_BYTES } from './record-id';

const NOTHING = Buffer.alloc(0);
const AFTER_ALL = '\xff';

/** The entries of one index. Each is an ordered key: the encoded fields, then the record id. */
export class IndexTable {
  readonly fields: readonly IndexField[];
  readonly isUnique: boolean;
  readonly #covers: Filter | undefined;
  /** How often the index was read since it was opened, for `$indexStats`. */
  readonly accesses = { count: 0, since: new Date() };
  #isDeferring = false;
  #deferred: EntryBatch | undefined;

  constructor(
    readonly spec: IndexSpec,
    readonly tableId: number,
    readonly table: Table<Buffer, Buffer>,
    /** Fields that have met an array in some document; never unset. */
    readonly multikey: boolean[],
    /** Whether some key may be that of a decimal; never unset. */
    public hasDecimals: boolean,
  ) {
    this.fields = fieldsOf(spec);
    this.isUnique = spec.unique === true || spec.name === ID_INDEX.name;
    this.#covers = spec.partialFilterExpression && compileFilter(spec.partialFilterExpression);
  }

  get isMultikey(): boolean {
    return this.multikey.includes(true);
  }

  keysOf(indexed: IndexedDocument): DocumentKeys {
    if (this.#covers && !this.#covers(indexed.document as Document))
      return { keys: [], multikey: [], hasDecimals: false };
    const found = indexed.keysOf(this.fields, this.spec.sparse ?? false);
    for (const key of found.keys) {
      if (key.length + RECORD_ID_BYTES > LARGEST_KEY) throw keyTooLong(this.spec.name, key.length);
    }
    return found;
  }

  /** Another record's entry under the key, in a unique index. */
  conflict(key: Key, recordId: number | undefined): boolean {
    if (!this.isUnique) return false;
    for (const entry of this.table.getKeys({
      start: toBytes(key),
      end: toBytes(key + AFTER_ALL),
      limit: 2,
    })) {
      if (entry.length === key.length + RECORD_ID_BYTES && recordIdOf(entry) !== recordId) return true;
    }
    return false;
  }

  /** `record` is the id as the end of a key. */
  add(key: Key, record: Key): void {
    if (!this.#isDeferring || this.isUnique) return this.#put(key + record);
    this.#deferred ??= new EntryBatch();
    this.#deferred.add(key, record);
    if (this.#deferred.isFull) this.#deferred.writeTo((entry) => this.#put(entry));
  }

  remove(key: Key, record: Key): void {
    this.table.removeSync(toBytes(key + record));
  }

  /** From now on entries are kept until `addDeferred`. A unique index takes them at once, to find duplicates. */
  defer(): void {
    this.#isDeferring = true;
  }

  /** Adds the entries that were kept, nearly in the order of their keys: `EntryBatch.writeTo`. */
  addDeferred(): void {
    this.#isDeferring = false;
    this.#deferred?.writeTo((entry) => this.#put(entry));
    this.#deferred = undefined;
  }

  /** `indexKeyEncoder` takes texts and slices too, though the table's type names buffers only. */
  #put(entry: Key | EntrySlice): void {
    this.table.putSync(entry as unknown as Buffer, NOTHING);
  }

  /** Notes arrays and decimals among a document's values. @returns whether the index had none of the kind before */
  note({ multikey, hasDecimals }: Omit<DocumentKeys, 'keys'>): boolean {
    let isNew = hasDecimals && !this.hasDecimals;
    if (isNew) this.hasDecimals = true;
    multikey.forEach((flag, i) => {
      if (flag && !this.multikey[i]) isNew = this.multikey[i] = true;
    });
    return isNew;
  }

  /** The record of an `_id`, or undefined. Reads what the current transaction sees. */
  find(key: Key, transaction?: Transaction): number | undefined {
    const range = { start: toBytes(key), end: toBytes(key + AFTER_ALL), limit: 1, transaction };
    for (const entry of this.table.getKeys(range)) return recordIdOf(entry);
    return undefined;
  }
}

function toBytes(key: Key): Buffer {
  return Buffer.from(key, 'latin1');
}

function keyTooLong(index: string, length: number): CommandError {
  return new CommandError(
    'KeyTooLong',
    `key too large to index, failing ${index}: ${length} bytes, the most is ${LARGEST_KEY - RECORD_ID_BYTES}`,
  );
}
