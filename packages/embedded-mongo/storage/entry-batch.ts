import { type Key } from './index-keys';

/** Entries are numbered by 20 bits beside 44 bits of their keys, which are what they are sorted by. */
const NUMBER_BITS = 20;
const MOST_ENTRIES = 1 << NUMBER_BITS;
const MOST_BYTES = 1 << 26;
const FIRST_ENTRIES = 32;
const FIRST_BYTES = 1 << 10;

/** One entry's bytes within the batch, as a table takes a key. */
export class EntrySlice {
  bytes: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
}

/** Entries of one index that are written together. They are kept as bytes in one buffer, out of the garbage collector's way. */
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
   * Gives every entry to `put`, nearly in the order of the keys: enough for LMDB to go through its pages once,
   * and far quicker than an exact order.
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

  /** The five and a half bytes after the first, which is the type that an index's values mostly have in common. */
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
