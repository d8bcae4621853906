import { MaxKey, MinKey, ObjectId } from 'bson';
import { BEHIND, encodeKey } from '../values/key-encoding';
import { Tag, tagOf } from '../values/types';

/** One end of an interval. */
interface End {
  /** The encoded value, or bytes between the values of two types. */
  readonly key: Buffer;
  /** The value, as `explain` shows it. */
  readonly value: unknown;
  readonly isIncluded: boolean;
}

/** A stretch of encoded values, ascending. A point's ends are the same, and it includes both. */
export interface Interval {
  readonly low: End;
  readonly high: End;
}

const BELOW_ALL: End = { key: Buffer.from([0x01]), value: new MinKey(), isIncluded: true };
const ABOVE_ALL: End = { key: Buffer.from([0xfe]), value: new MaxKey(), isIncluded: true };

/** The largest and, negative, the smallest time of a JavaScript date. */
const MOST_MILLISECONDS = 8.64e15;

export const EVERYTHING: Interval = { low: BELOW_ALL, high: ABOVE_ALL };

export function point(value: unknown): Interval {
  const end = { key: encodeKey(value), value, isIncluded: true };
  return { low: end, high: end };
}

export function isPoint({ low, high }: Interval): boolean {
  return low.key.equals(high.key);
}

/** From a value to the end of its type, or from the beginning of its type to the value. */
export function ray(value: unknown, isUpwards: boolean, isInclusive: boolean): Interval {
  const end = { key: encodeKey(value), value, isIncluded: isInclusive };
  return isUpwards ? { low: end, high: endOfType(value) } : { low: startOfType(value), high: end };
}

/** The first and the last value of a type, as far as it has them; after the last text comes `{}`. */
const ENDS_OF_TYPES: ReadonlyMap<number, readonly [first: unknown, last: unknown]> = new Map([
  [Tag.number, [-Infinity, Infinity]],
  [Tag.string, ['', {}]],
  [Tag.object, [{}, []]],
  [Tag.objectId, [new ObjectId('0'.repeat(24)), new ObjectId('f'.repeat(24))]],
  [Tag.boolean, [false, true]],
  [Tag.date, [new Date(-MOST_MILLISECONDS), new Date(MOST_MILLISECONDS)]],
]);
const WITHOUT_LAST: ReadonlySet<number> = new Set([Tag.string, Tag.object]);

function startOfType(value: unknown): End {
  const tag = tagOf(value);
  const [first] = ENDS_OF_TYPES.get(tag) ?? [new MinKey()];
  // NaN is below every number, and no range contains it.
  const key = tag === Tag.number ? encodeKey(first) : Buffer.from([tag - 1]);
  return { key, value: first, isIncluded: true };
}

function endOfType(value: unknown): End {
  const tag = tagOf(value);
  const last = ENDS_OF_TYPES.get(tag)?.[1] ?? new MaxKey();
  return { key: Buffer.from([tag + 1]), value: last, isIncluded: !WITHOUT_LAST.has(tag) };
}

/** All values that are in none of the intervals, which are ascending and apart: of [1, 1] and [3, 3] below 1, between, and above 3. */
export function complement(intervals: readonly Interval[]): Interval[] {
  const gaps = intervals.map((each, i) => gapBetween(intervals[i - 1], each));
  return [...gaps, gapBetween(intervals.at(-1), undefined)].filter((gap) => !isEmpty(gap));
}

function gapBetween(before: Interval | undefined, after: Interval | undefined): Interval {
  return {
    low: before ? { ...before.high, isIncluded: !before.high.isIncluded } : BELOW_ALL,
    high: after ? { ...after.low, isIncluded: !after.low.isIncluded } : ABOVE_ALL,
  };
}

function isEmpty({ low, high }: Interval): boolean {
  return Buffer.compare(low.key, high.key) >= (low.isIncluded && high.isIncluded ? 1 : 0);
}

/** Texts that begin with the prefix: `explain` shows the first of them, and the first text behind them all. */
export function prefixed(prefix: string): Interval {
  const key = encodeKey(prefix).subarray(0, -2);
  return {
    low: { key, value: prefix, isIncluded: true },
    high: { key: Buffer.concat([key, BEHIND]), value: nextPrefix(prefix), isIncluded: false },
  };
}

/** The prefix with its last character replaced by the next: 'ab' → 'ac'. */
function nextPrefix(prefix: string): string {
  const characters = [...prefix];
  const last = characters.pop()?.codePointAt(0) ?? 0;
  return characters.join('') + String.fromCodePoint(Math.min(last + 1, 0x10ffff));
}

export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return a.flatMap((x) => b.map((y) => overlap(x, y))).filter((both) => !isEmpty(both));
}

function overlap(a: Interval, b: Interval): Interval {
  return {
    low: compareLow(a, b) >= 0 ? a.low : b.low,
    high: compareHigh(a, b) <= 0 ? a.high : b.high,
  };
}

function compareLow({ low: a }: Interval, { low: b }: Interval): number {
  return Buffer.compare(a.key, b.key) || Number(b.isIncluded) - Number(a.isIncluded);
}

function compareHigh({ high: a }: Interval, { high: b }: Interval): number {
  return Buffer.compare(a.key, b.key) || Number(a.isIncluded) - Number(b.isIncluded);
}

/** In ascending order, each point once. Other overlaps are left to `coalesce`. */
export function sorted(intervals: readonly Interval[]): Interval[] {
  const ordered = [...intervals].sort(compareLow);
  return ordered.filter(
    ({ high }, i) => Buffer.compare((ordered[i - 1]?.high ?? BELOW_ALL).key, high.key) < 0,
  );
}

export function holds(intervals: readonly Interval[], value: unknown): boolean {
  return intersect(intervals, [point(value)]).length > 0;
}

/** In the form of MongoDB's `indexBounds`: `["a", "c")`, `[3.5, inf.0]`, `[MinKey, MaxKey]`. */
export function showInterval({ low, high }: Interval): string {
  const [open, close] = [low.isIncluded ? '[' : '(', high.isIncluded ? ']' : ')'];
  return `${open}${showValue(low.value)}, ${showValue(high.value)}${close}`;
}

function showValue(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (tagOf(value) === Tag.minKey) return 'MinKey';
  if (tagOf(value) === Tag.maxKey) return 'MaxKey';
  if (value === Infinity || value === -Infinity) return value > 0 ? 'inf.0' : '-inf.0';
  return JSON.stringify(value);
}
