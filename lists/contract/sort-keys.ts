import { pinyin } from 'pinyin-pro';

/**
 * One stored key per order. A key sorts by its bytes and ends with the document's id, so no two are equal. Thereby a
 * page is one range of one index, and rows of several departments merge by comparing strings, whatever the order is.
 */
export interface SortKeys {
  readonly plan: string;
  readonly value: string;
  readonly title: string;
  readonly updated: string;
}

/** Stands between the sorted value and the id. It is below every character of a value, so 新增 comes before 新增就业. */
const separator = '\u0001';
const afterSeparator = '\u0002';

/** Sections stand behind every work item: section 4 of the government report sorts as item 504. */
const firstSection = 500;

/**
 * By year, then by work item (1–34) or section of the government report, then by the numbers in the id.
 * `economy:2.10`, 2023, item 2 → `2023-002-economy:00000002.00000010`, separator, id
 */
export function planKey(id: string, position: { year: number; item?: number; section?: number }): string {
  const group = position.item ?? firstSection + (position.section ?? 0);
  return `${position.year}-${String(group).padStart(3, '0')}-${paddedNumbers(id)}${separator}${id}`;
}

/** Documents without a value come before all others. */
export function valueKey(id: string, value: number | undefined): string {
  return `${value === undefined ? '' : sortableNumber(value)}${separator}${id}`;
}

/** By pinyin with tone numbers, the order of a Chinese dictionary: 新增 → `xin1 zeng1`. */
export function titleKey(id: string, title: string): string {
  const syllables = pinyin(title, { toneType: 'num', type: 'array', nonZh: 'consecutive' });
  return `${syllables.join(' ').toLowerCase()}${separator}${id}`;
}

export function updatedKey(id: string, updatedAt: Date): string {
  return `${updatedAt.toISOString()}${separator}${id}`;
}

/** The instant in a key that `updatedKey` made, ISO 8601. */
export const instantOfKey = (key: string): string => key.slice(0, key.indexOf(separator));

/** A bound that is above every key of `updatedKey` up to an instant, and below every later one. */
export const keysUntil = (instant: string): string => `${instant}${afterSeparator}`;

/**
 * Compares keys by their bytes in UTF-8, as databases do. JavaScript compares UTF-16 units, which is another order where
 * a character outside the basic plane meets one from U+E000 on: the bytes of `，` come before those of `𠮷`, its unit
 * after.
 */
export function compareKeys(a: string, b: string): number {
  if (outsideBasicPlane.test(a) || outsideBasicPlane.test(b))
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

const outsideBasicPlane = /[\ud800-\udfff]/;

const paddedNumbers = (id: string): string => id.replace(/\d+/g, (digits) => digits.padStart(8, '0'));

/**
 * The 64 bits of the IEEE 754 double as 16 hexadecimal digits, changed so that they order as the numbers do: the sign
 * bit of a positive number is flipped, and every bit of a negative one. 1 → `bff0000000000000`
 */
function sortableNumber(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  const negative = (bytes[0] ?? 0) >= 0x80;
  const ordered = bytes.map((byte, index) => (negative ? byte ^ 0xff : index === 0 ? byte ^ 0x80 : byte));
  return Buffer.from(ordered).toString('hex');
}
