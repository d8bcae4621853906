import { type Document } from 'bson';
import { type Database as Table, type Transaction } from 'lmdb';
import { compileFilter, type Filter } from '../query/filter';
import { CommandError } from '../errors';
import { keysOf, type DocumentKeys } from './index-keys';
import { fieldsOf, type IndexField, type IndexSpec } from './index-spec';
import { encodeRecordId, recordIdOf, RECORD_ID_BYTES } from './record-id';

/** LMDB's largest key with pages of 4 KiB. */
const LARGEST_KEY = 1978;
const NOTHING = Buffer.alloc(0);
const AFTER_ALL = Buffer.from([0xff]);

/** Entries of one index: the encoded fields, then the record id, in one ordered key each. */
export class IndexTable {
  readonly fields: readonly IndexField[];
  readonly #covers: Filter | undefined;

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
    this.#covers = spec.partialFilterExpression && compileFilter(spec.partialFilterExpression);
  }

  get isMultikey(): boolean {
    return this.multikey.includes(true);
  }

  /** The keys of a decoded document. */
  keysOf(document: Document): DocumentKeys {
    if (this.#covers && !this.#covers(document)) return { keys: [], multikey: [], hasDecimals: false };
    const found = keysOf(document, this.fields, this.spec.sparse ?? false);
    for (const key of found.keys) {
      if (key.length + RECORD_ID_BYTES > LARGEST_KEY) throw keyTooLong(this.spec.name, key.length);
    }
    return found;
  }

  /** Another record's entry under the key, in a unique index. */
  conflict(key: Buffer, recordId: number | undefined): boolean {
    if (!this.spec.unique && this.spec.name !== '_id_') return false;
    for (const entry of this.table.getKeys({ start: key, end: Buffer.concat([key, AFTER_ALL]), limit: 2 })) {
      if (entry.length === key.length + RECORD_ID_BYTES && recordIdOf(entry) !== recordId) return true;
    }
    return false;
  }

  add(key: Buffer, recordId: number): void {
    this.table.putSync(Buffer.concat([key, encodeRecordId(recordId)]), NOTHING);
  }

  remove(key: Buffer, recordId: number): void {
    this.table.removeSync(Buffer.concat([key, encodeRecordId(recordId)]));
  }

  /** Notes what kinds of values there are; true when that is news. */
  note({ multikey, hasDecimals }: Omit<DocumentKeys, 'keys'>): boolean {
    let isNew = hasDecimals && !this.hasDecimals;
    if (isNew) this.hasDecimals = true;
    multikey.forEach((flag, i) => {
      if (flag && !this.multikey[i]) isNew = this.multikey[i] = true;
    });
    return isNew;
  }

  /** The record of an `_id`, or undefined. Reads what the current transaction sees. */
  find(key: Buffer, transaction?: Transaction): number | undefined {
    const range = { start: key, end: Buffer.concat([key, AFTER_ALL]), limit: 1, transaction };
    for (const entry of this.table.getKeys(range)) return recordIdOf(entry);
    return undefined;
  }
}

function keyTooLong(index: string, length: number): CommandError {
  return new CommandError(
    'KeyTooLong',
    `key too large to index, failing ${index}: ${length} bytes, the most is ${LARGEST_KEY - RECORD_ID_BYTES}`,
  );
}
