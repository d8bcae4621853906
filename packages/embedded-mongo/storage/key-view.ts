import { EntrySlice } from './entry-batch';
import { type Key } from './index-keys';
import { RECORD_ID_BYTES } from './record-id';

/** LMDB's largest key with pages of 4 KiB. */
export const LARGEST_KEY = 1978;
/** Longer than any key. */
const CAPACITY = 2048;
const SHIFT = 2 ** 32;

let taking: KeyView | undefined;

/** A key as a walk over an index sees it, in place: valid until the walk goes on. */
export class KeyView {
  readonly bytes = Buffer.allocUnsafe(CAPACITY);
  length = 0;
  /** How many first bytes the key shares with the key before it. */
  common = 0;

  get recordId(): number {
    const at = this.length - RECORD_ID_BYTES;
    return this.bytes.readUInt16BE(at) * SHIFT + this.bytes.readUInt32BE(at + 2);
  }

  take(source: Buffer, start: number, end: number): void {
    const length = end - start;
    const { bytes } = this;
    const most = Math.min(length, this.length);
    let at = 0;
    while (at < most && bytes[at] === source[start + at]) at++;
    this.common = at;
    for (; at < length; at++) bytes[at] = source[start + at] as number;
    this.length = length;
  }
}

/** Moves a view to the next key of an index table's iterator; false at its end. */
export function advance(view: KeyView, keys: Iterator<unknown>): boolean {
  taking = view;
  try {
    return keys.next().done !== true;
  } finally {
    taking = undefined;
  }
}

/**
 * Writes and reads the keys of index tables. A key is read into the view of a walk, or else copied out of LMDB's buffer.
 */
export const indexKeyEncoder = {
  writeKey(key: Buffer | Key | EntrySlice | KeyView, target: Buffer, start: number): number {
    if (typeof key === 'string') {
      if (start + key.length > target.length) throw new RangeError('no room for the key');
      return start + target.write(key, start, 'latin1');
    }
    if (key instanceof EntrySlice) {
      // Byte by byte: 114 ns for a key of 40 bytes, against 182 ns for a call of `copy`.
      let at = start;
      for (let i = key.start; i < key.end; i++) target[at++] = key.bytes[i] as number;
      return at;
    }
    // A bound may be longer than any stored key. A stored key compares with its first `LARGEST_KEY` bytes as with the whole.
    const bytes = key instanceof KeyView ? key.bytes.subarray(0, key.length) : key.subarray(0, LARGEST_KEY);
    target.set(bytes, start);
    return start + bytes.length;
  },
  readKey(source: Buffer, start: number, end: number): Buffer | KeyView {
    if (!taking) return Buffer.from(source.subarray(start, end));
    taking.take(source, start, end);
    return taking;
  },
};
