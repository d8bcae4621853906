import { pinyin } from 'pinyin-pro';

/**
 * Each order has one stored key per document: a string that is unique (it ends with the id) and sorts by bytes, so that
 * a page is one range of one index and departments' rows merge by plain comparison, whatever the order is.
 */
export interface SortKeys {
  readonly plan: string;
  readonly value: string;
  readonly title: string;
  readonly updated: string;
}

/** Parts what is sorted by from the id; below every character that it may hold, so that 新增 comes before 新增就业. */
const end = '\u0001';

/** Year, then item 1–34, then what only the report gives by its section, then the number within. */
export function planKey(id: string, position: { year: number; item?: number; section?: number }): string {
  const group = position.item ?? 500 + (position.section ?? 0);
  return `${position.year}-${String(group).padStart(3, '0')}-${paddedNumbers(id)}${end}${id}`;
}

/** Documents without a value sort as the smallest. */
export function valueKey(id: string, value: number | undefined): string {
  return `${value === undefined ? '' : sortableNumber(value)}${end}${id}`;
}

/** Pinyin with tone numbers (`xīn` → `xin1`), the order of a Chinese dictionary. */
export function titleKey(id: string, title: string): string {
  const syllables = pinyin(title, { toneType: 'num', type: 'array', nonZh: 'consecutive' });
  return `${syllables.join(' ').toLowerCase()}${end}${id}`;
}

export function updatedKey(id: string, updatedAt: Date): string {
  return `${updatedAt.toISOString()}${end}${id}`;
}

/** The instant in a key of `updatedKey`. */
export const instantOfKey = (key: string): string => key.slice(0, key.indexOf(end));

/** Above all keys of `updatedKey` up to an instant, and below those after it. */
export const keysUntil = (instant: string): string => `${instant}\u0002`;

/** Keys between bounds, as the condition on a field that holds one. */
export interface KeyRange {
  readonly $gt?: string;
  readonly $gte?: string;
  readonly $lt?: string;
  readonly $lte?: string;
}

export const isInRange = (key: string, { $gt, $gte, $lt, $lte }: KeyRange): boolean =>
  ($gt === undefined || key > $gt) &&
  ($gte === undefined || key >= $gte) &&
  ($lt === undefined || key < $lt) &&
  ($lte === undefined || key <= $lte);

/** The part of a range that is below a key; all of it without one. */
export const below = (range: KeyRange, key: string | undefined): KeyRange =>
  key === undefined || (range.$lt !== undefined && range.$lt < key) ? range : { ...range, $lt: key };

const paddedNumbers = (id: string): string => id.replace(/\d+/g, (digits) => digits.padStart(8, '0'));

/** IEEE 754 bits with the sign flipped (all bits, when negative) order as the numbers do. */
function sortableNumber(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  const negative = (bytes[0] ?? 0) >= 0x80;
  const ordered = bytes.map((byte, index) => (negative ? byte ^ 0xff : index === 0 ? byte ^ 0x80 : byte));
  return Buffer.from(ordered).toString('hex');
}
