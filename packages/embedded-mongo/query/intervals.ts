import { encodeKey, invert } from '../values/key-encoding';
import { Tag, tagOf } from '../values/types';

/** A stretch of encoded values, ascending. A point's ends are the same and both belong to it. */
export interface Interval {
  readonly low: Buffer;
  readonly high: Buffer;
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
  /** As `explain` shows it. */
  readonly text: string;
}

export interface ByteRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

const BELOW_ALL = Buffer.from([0x01]);
const ABOVE_ALL = Buffer.from([0xfe]);
/** Follows a value's bytes to stand behind every key that begins with them: no key part begins with it. */
const BEHIND = Buffer.from([0xff, 0xff]);

export const EVERYTHING: Interval = {
  low: BELOW_ALL,
  high: ABOVE_ALL,
  includesLow: false,
  includesHigh: false,
  text: '[MinKey, MaxKey]',
};

export function point(value: unknown): Interval {
  const key = encodeKey(value);
  return {
    low: key,
    high: key,
    includesLow: true,
    includesHigh: true,
    text: `[${show(value)}, ${show(value)}]`,
  };
}

export function isPoint({ low, high }: Interval): boolean {
  return low.equals(high);
}

/** From a value to the end of its type, or from the beginning of its type to the value. */
export function ray(value: unknown, upwards: boolean, inclusive: boolean): Interval {
  const key = encodeKey(value);
  const tag = tagOf(value);
  const [open, close] = inclusive ? ['[', ']'] : ['(', ')'];
  if (upwards) {
    const high = Buffer.from([tag + 1]);
    return {
      low: key,
      high,
      includesLow: inclusive,
      includesHigh: false,
      text: `${open}${show(value)}, ${endOf(value)}]`,
    };
  }
  const low = startOf(tag);
  return {
    low,
    high: key,
    includesLow: false,
    includesHigh: inclusive,
    text: `[${beginningOf(value)}, ${show(value)}${close}`,
  };
}

/** Below every value of the type, but at NaN among numbers: no range contains it. */
function startOf(tag: number): Buffer {
  return tag === Tag.number ? encodeKey(NaN) : Buffer.from([tag - 1]);
}

/** All values that are in none of the intervals, which are ascending and apart. */
export function complement(intervals: readonly Interval[]): Interval[] {
  const gaps = intervals.map((each, i) => between(intervals[i - 1], each));
  return [...gaps, between(intervals.at(-1), undefined)].filter(
    ({ low, high, includesLow, includesHigh }) =>
      Buffer.compare(low, high) < (includesLow && includesHigh ? 1 : 0),
  );
}

function between(before: Interval | undefined, after: Interval | undefined): Interval {
  const [includesLow, includesHigh] = [before?.includesHigh === false, after?.includesLow === false];
  const from = before
    ? `${includesLow ? '[' : '('}${before.text.split(', ').at(-1)?.slice(0, -1) ?? ''}`
    : '[MinKey';
  const to = after ? `${after.text.split(', ')[0]?.slice(1) ?? ''}${includesHigh ? ']' : ')'}` : 'MaxKey]';
  return {
    low: before?.high ?? BELOW_ALL,
    high: after?.low ?? ABOVE_ALL,
    includesLow,
    includesHigh,
    text: `${from}, ${to}`,
  };
}

/** Texts that begin with the prefix. */
export function prefixed(prefix: string): Interval {
  const low = encodeKey(prefix).subarray(0, -2);
  const high = Buffer.concat([low, BEHIND]);
  return { low, high, includesLow: true, includesHigh: false, text: `["${prefix}", "${prefix}…")` };
}

export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return a.flatMap((x) => b.map((y) => overlap(x, y)).filter((both) => both !== undefined));
}

function overlap(a: Interval, b: Interval): Interval | undefined {
  const lower = compareLow(a, b) >= 0 ? a : b;
  const upper = compareHigh(a, b) <= 0 ? a : b;
  const { low, includesLow } = lower;
  const { high, includesHigh } = upper;
  const order = Buffer.compare(low, high);
  if (order > 0 || (order === 0 && !(includesLow && includesHigh))) return undefined;
  const text =
    lower === upper
      ? lower.text
      : `${lower.text.split(', ')[0] ?? ''}, ${upper.text.split(', ').at(-1) ?? ''}`;
  return { low, high, includesLow, includesHigh, text };
}

function compareLow(a: Interval, b: Interval): number {
  return Buffer.compare(a.low, b.low) || Number(b.includesLow) - Number(a.includesLow);
}

function compareHigh(a: Interval, b: Interval): number {
  return Buffer.compare(a.high, b.high) || Number(a.includesHigh) - Number(b.includesHigh);
}

/** In ascending order, points given twice only once. Other overlaps are left to the ranges. */
export function sorted(intervals: readonly Interval[]): Interval[] {
  const ordered = [...intervals].sort(compareLow);
  return ordered.filter(
    (interval, i) => i === 0 || Buffer.compare(ordered[i - 1]?.high ?? BELOW_ALL, interval.high) < 0,
  );
}

/** The keys of an index field that lie in the interval, after what precedes them in the key. */
export function toByteRange(interval: Interval, prefix: Buffer, descending: boolean): ByteRange {
  const { low, high, includesLow, includesHigh } = interval;
  const first = descending ? invert(high) : low;
  const last = descending ? invert(low) : high;
  const [includesFirst, includesLast] = descending
    ? [includesHigh, includesLow]
    : [includesLow, includesHigh];
  return {
    start: Buffer.concat(includesFirst ? [prefix, first] : [prefix, first, BEHIND]),
    end: Buffer.concat(includesLast ? [prefix, last, BEHIND] : [prefix, last]),
  };
}

/** Sorts ranges and joins those that touch. */
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

export function everythingAfter(prefix: Buffer): ByteRange {
  return { start: prefix, end: Buffer.concat([prefix, BEHIND]) };
}

export function holds(intervals: readonly Interval[], value: unknown): boolean {
  return intersect(intervals, [point(value)]).length > 0;
}

function show(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  return JSON.stringify(value);
}

function endOf(value: unknown): string {
  if (typeof value === 'number') return 'inf.0';
  return typeof value === 'string' ? '{}' : 'MaxKey';
}

function beginningOf(value: unknown): string {
  if (typeof value === 'number') return '-inf.0';
  return typeof value === 'string' ? '""' : 'MinKey';
}
