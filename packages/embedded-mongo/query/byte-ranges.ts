import { BEHIND, invert } from '../values/key-encoding';
import { type Interval } from './intervals';

/** Keys from `start` up to `end`, which is not among them. */
export interface ByteRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

/** The keys of an index field that lie in the interval, after the prefix of the fields before it. */
export function toByteRange({ low, high }: Interval, prefix: Buffer, isDescending: boolean): ByteRange {
  const [first, last] = isDescending ? [high, low] : [low, high];
  const [from, to] = isDescending ? [invert(first.key), invert(last.key)] : [first.key, last.key];
  return {
    start: Buffer.concat(first.isIncluded ? [prefix, from] : [prefix, from, BEHIND]),
    end: Buffer.concat(last.isIncluded ? [prefix, to, BEHIND] : [prefix, to]),
  };
}

export function everythingAfter(prefix: Buffer): ByteRange {
  return { start: prefix, end: Buffer.concat([prefix, BEHIND]) };
}

/** Sorts ranges and joins those that touch or overlap. */
export function coalesce(ranges: readonly ByteRange[]): ByteRange[] {
  const joined: ByteRange[] = [];
  for (const range of [...ranges].sort((a, b) => Buffer.compare(a.start, b.start))) {
    const last = joined.at(-1);
    if (!last || Buffer.compare(range.start, last.end) > 0) joined.push(range);
    else if (Buffer.compare(range.end, last.end) > 0)
      joined[joined.length - 1] = { start: last.start, end: range.end };
  }
  return joined;
}
