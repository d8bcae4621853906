import { type Key } from './index-keys';

/** Entries are sorted as 64-bit numbers: 44 bits of the key above the 20 bits of the entry's number. */
const NUMBER_BITS = 20;
const MOST_ENTRIES = 1 << NUMBER_BITS;
const MOST_BYTES = 1 << 26;
const FIRST_ENTRIES = 32;
const FIRST_BYTES = 1 << 10;

/** One entry's bytes within the batch. An index table takes it for a key. */
export class EntrySlice {
  bytes: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
}

/** Entries of one index that are written together. One buffer holds their bytes, so that the garbage collector has no object per entry. */
export class EntryBatch {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #ends = new Uint32Array(FIRST_ENTRIES);
  #count = 0;

  get isFull(): boolean {
    return this.#count === MOST_ENTRIES || this.#startOf(this.#count) > MOST_BYTES;
  }

  add(key: Key, record: Key): void {
    const start = this.#startOf(this.#count);
    const end = start + key.length + record.length;
    if (end > this.#bytes.length) this.#growBytes(end);
    if (this.#count === this.#ends.length) this.#growEnds();
    this.#bytes.write(key, start, 'latin1');
    this.#bytes.write(record, end - record.length, 'latin1');
    this.#ends[this.#count++] = end;
  }

  /**
   * Gives every entry to `put`, in the order of 44 bits of their keys. That is near enough to the exact order for LMDB to
   * go through its pages once, and is a sort of numbers instead of texts.
   */
  writeTo(put: (entry: EntrySlice) => void): void {
    const sortable = new Uint32Array(this.#count * 2);
    for (let i = 0; i < this.#count; i++) this.#setSortable(sortable, i);
    new BigUint64Array(sortable.buffer).sort();
    const slice = new EntrySlice();
    slice.bytes = this.#bytes;
    for (let i = 0; i < this.#count; i++) {
      const entry = (sortable[2 * i] as number) & (MOST_ENTRIES - 1);
      slice.start = this.#startOf(entry);
      slice.end = this.#ends[entry] as number;
      put(slice);
    }
    this.#count = 0;
  }

  /** Takes 44 bits from the second byte of the key on: the first is the value's type, mostly the same throughout an index. */
  #setSortable(sortable: Uint32Array, entry: number): void {
    const bytes = this.#bytes;
    const at = this.#startOf(entry) + 1;
    const next = ((bytes[at + 4] ?? 0) << 4) | ((bytes[at + 5] ?? 0) >>> 4);
    sortable[2 * entry] = (next << NUMBER_BITS) | entry;
    sortable[2 * entry + 1] = bytes.readUInt32BE(at);
  }

  #startOf(entry: number): number {
    return entry === 0 ? 0 : (this.#ends[entry - 1] as number);
  }

  #growBytes(needed: number): void {
    const grown = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(grown);
    this.#bytes = grown;
  }

  #growEnds(): void {
    const grown = new Uint32Array(this.#ends.length * 2);
    grown.set(this.#ends);
    this.#ends = grown;
  }
}
