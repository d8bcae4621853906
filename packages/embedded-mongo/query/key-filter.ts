import { type IndexField } from '../storage/index-spec';
import { type KeyView } from '../storage/key-view';
import { partEnd } from '../values/key-parts';
import { BEHIND } from '../values/key-encoding';
import { coalesce, toByteRange, type ByteRange } from './byte-ranges';
import { EVERYTHING, type Interval } from './intervals';

/** Ascending ranges of each field's bytes in a key; undefined for a field that may have any value. */
export type FieldRanges = readonly (readonly ByteRange[] | undefined)[];

/** A key passes when all its fields lie in the ranges of one branch. */
export interface KeyFilter {
  readonly branches: readonly FieldRanges[];
}

const NOTHING = Buffer.alloc(0);

/** The intervals of an index's fields as ranges of their encoded bytes. */
export function fieldRanges(
  fields: readonly IndexField[],
  bounds: readonly (readonly Interval[])[],
): FieldRanges {
  return fields.map(({ descending }, i) => {
    const intervals = bounds[i] ?? [EVERYTHING];
    if (intervals.length === 1 && intervals[0] === EVERYTHING) return undefined;
    return coalesce(intervals.map((interval) => toByteRange(interval, NOTHING, descending)));
  });
}

/**
 * Tells of the keys of one walk, one after the other, whether they lie in the ranges of one branch. Fields that a key
 * shares with the key before are not compared again.
 */
export class KeyMatcher {
  /** Where each field ends, as far as the last key was looked at. */
  readonly #ends: number[];
  #known = 0;
  #failed = -1;
  readonly #last: number;

  constructor(
    private readonly fields: readonly IndexField[],
    private readonly ranges: FieldRanges,
    /** The last field whose place in the key is asked for after a match. */
    wanted: number,
  ) {
    this.#last = Math.max(
      wanted,
      ranges.findLastIndex((range) => range !== undefined),
    );
    this.#ends = fields.map(() => 0);
  }

  /** Has to be called for every key of the walk, in order. */
  matches({ bytes, common }: KeyView): boolean {
    const ends = this.#ends;
    let field = 0;
    while (field < this.#known && (ends[field] as number) <= common) field++;
    if (this.#failed >= 0 && this.#failed < field) return false;
    let at = field === 0 ? 0 : (ends[field - 1] as number);
    for (; field <= this.#last; field++) {
      const end = partEnd(bytes, at, this.fields[field]?.descending ?? false);
      ends[field] = end;
      const ranges = this.ranges[field];
      if (ranges && !isInside(ranges, bytes, at, end)) {
        this.#failed = field;
        this.#known = field + 1;
        return false;
      }
      at = end;
    }
    this.#failed = -1;
    this.#known = field;
    return true;
  }

  /** After a match: where a field begins. */
  startOf(field: number): number {
    return field === 0 ? 0 : (this.#ends[field - 1] as number);
  }

  /** After a match: where a field ends. */
  endOf(field: number): number {
    return this.#ends[field] as number;
  }

  /** After a mismatch: a bound below the next key that may match, in ascending order; undefined when there is none. */
  next({ bytes }: KeyView): Buffer | undefined {
    const field = this.#failed;
    const [start, end] = [this.startOf(field), this.endOf(field)];
    const ranges = this.ranges[field] ?? [];
    const following = ranges[firstBehind(ranges, bytes, start, end)];
    if (following) return Buffer.concat([bytes.subarray(0, start), following.start]);
    return field === 0 ? undefined : Buffer.concat([bytes.subarray(0, start), BEHIND]);
  }
}

function isInside(ranges: readonly ByteRange[], bytes: Buffer, from: number, to: number): boolean {
  const range = ranges[firstBehind(ranges, bytes, from, to)];
  return range !== undefined && compareSlice(bytes, from, to, range.start) >= 0;
}

/** The first range whose end is behind the bytes. */
function firstBehind(ranges: readonly ByteRange[], bytes: Buffer, from: number, to: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareSlice(bytes, from, to, (ranges[middle] as ByteRange).end) < 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Compares byte by byte: 14 to 25 ns where one of the first 13 bytes differs, against 144 ns for a call of `Buffer.compare`. */
function compareSlice(bytes: Buffer, from: number, to: number, other: Buffer): number {
  const length = Math.min(to - from, other.length);
  for (let i = 0; i < length; i++) {
    const difference = (bytes[from + i] as number) - (other[i] as number);
    if (difference !== 0) return difference;
  }
  return to - from - other.length;
}
