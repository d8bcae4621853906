import type { Document } from 'mongodb';
import { readingDirection, type Order, type Page } from '../contract/selector';
import { keysUntil } from '../contract/sort-keys';

/** Sort keys between bounds, as the condition on the field that holds them. */
export interface KeyRange {
  readonly $gt?: string;
  readonly $gte?: string;
  readonly $lt?: string;
  readonly $lte?: string;
}

/**
 * In the order UPDATED, a page that is shown as of an instant has rows of two kinds (see moved-rows.ts). `WALK`: the
 * range of the keys as they were at that instant. `STORED`: the part of it in which keys have not changed since, which
 * is the part up to the instant. In every other case the two are the same.
 */
export type KeysAt = 'WALK' | 'STORED';

/** The keys of the page: after `after` and before `before`, in the order's direction. */
export function pageRange(order: Order, page: Page, keys: KeysAt = 'WALK'): KeyRange {
  const [lower, upper] = order.direction === 'ASC' ? [page.after, page.before] : [page.before, page.after];
  const range = { ...(lower !== undefined && { $gt: lower }), ...(upper !== undefined && { $lt: upper }) };
  return keys === 'STORED' ? unchanged(range, page) : range;
}

/** The keys before the page, in reading order; null where the page begins at an end of the list. */
export function precedingRange(order: Order, page: Page, keys: KeysAt = 'WALK'): KeyRange | null {
  const start = page.from === 'START' ? page.after : page.before;
  if (start === undefined) return null;
  const ahead = readingDirection(order, page) === 1 ? { $lte: start } : { $gte: start };
  return keys === 'STORED' ? unchanged(ahead, page) : ahead;
}

export const sortField = (order: Pick<Order, 'field'>): string => `sort.${order.field.toLowerCase()}`;

/** The condition that a document's key is in the range; none for the range of all keys. */
export const keyIn = (order: Order, range: KeyRange): Document =>
  Object.keys(range).length > 0 ? { [sortField(order)]: range } : {};

export const isInRange = (key: string, { $gt, $gte, $lt, $lte }: KeyRange): boolean =>
  ($gt === undefined || key > $gt) &&
  ($gte === undefined || key >= $gte) &&
  ($lt === undefined || key < $lt) &&
  ($lte === undefined || key <= $lte);

function unchanged(range: KeyRange, { asOf }: Page): KeyRange {
  if (asOf === undefined) return range;
  const end = keysUntil(asOf);
  return range.$lt !== undefined && range.$lt < end ? range : { ...range, $lt: end };
}
