import { type ObjectId } from 'bson';
import { encodeKey, numberOf } from './key-encoding';
import { Tag, tagOf } from './types';

/** Compares two values in BSON's order: types first, then values; numbers of all types as numbers. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return compareDoubles(a, b);
  const tag = tagOf(a);
  const difference = tag - tagOf(b);
  if (difference !== 0) return difference;
  switch (tag) {
    case Tag.number:
      return compareNumbers(a, b);
    case Tag.string:
      return a === b ? 0 : compareStrings(a, b);
    case Tag.boolean:
      return Number(a) - Number(b);
    case Tag.date:
      return (a as Date).getTime() - (b as Date).getTime();
    case Tag.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case Tag.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case Tag.null:
    case Tag.undefined:
      return 0;
    default:
      return Buffer.compare(encodeKey(a), encodeKey(b));
  }
}

export function isEqualValue(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0;
}

function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

function compareNumbers(a: unknown, b: unknown): number {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (typeof x === 'number' && typeof y === 'number') return compareDoubles(x, y);
  return Buffer.compare(encodeKey(x), encodeKey(y));
}

/** By UTF-8 bytes. JavaScript's order, by UTF-16 units, is the same unless a surrogate is compared. */
function compareStrings(a: unknown, b: unknown): number {
  if (typeof a !== 'string' || typeof b !== 'string') return Buffer.compare(encodeKey(a), encodeKey(b));
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y)
      return x < 0xd800 || y < 0xd800
        ? x - y
        : Buffer.compare(Buffer.from(a.slice(i)), Buffer.from(b.slice(i)));
  }
  return a.length - b.length;
}

function compareArrays(a: unknown[], b: unknown[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = compareValues(a[i], b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
