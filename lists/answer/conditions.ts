import type { Document, Filter } from 'mongodb';
import type { TargetDocument } from './documents';
import type { NumberRange, Order, Page, ResultConditions, TargetConditions } from '../contract/selector';
import { below, keysUntil, type KeyRange } from '../contract/sort-keys';
import { waysOfConditions } from './ways';

/**
 * The MongoDB filter that a list is paged by: through the ways, whose indexes end in the order's key.
 *
 * @param byText finds what holds the conditions' text, see text-filter.ts; null when nothing can
 * @returns null when this department cannot match
 */
export function listFilter<T>(
  code: string,
  conditions: TargetConditions & ResultConditions,
  byText: Document | null = {},
): Filter<T> | null {
  if (byText === null || isElsewhere(code, conditions)) return null;
  const groups = waysOfConditions(conditions).map((ways) => ({ ways: anyOf(ways) }));
  const all = { ...byText, ...valueFilter(conditions.value) };
  return (groups.length > 1 ? { ...all, $and: groups } : { ...all, ...groups[0] }) as Filter<T>;
}

/** The MongoDB filter that targets are counted by: through fields that one index holds all of. */
export function countFilter(
  code: string,
  conditions: TargetConditions,
  byText: Document | null = {},
): Filter<TargetDocument> | null {
  if (byText === null || isElsewhere(code, conditions)) return null;
  const each = (conditions.scopes ?? []).map((scopes) => ({ 'coverage.scope': anyOf(scopes) }));
  const all: Document = {
    ...(each.length > 1 ? { $and: each } : each[0]),
    ...byText,
    ...valueFilter(conditions.value),
    // An index is used for conditions on its first field: that of the facts is always there.
    kind: anyOf(conditions.kinds) ?? (conditions.text === undefined ? { $gte: '' } : undefined),
    chapter: anyOf(conditions.chapters?.map(storedChapter)),
    item: anyOf(conditions.items),
    status: anyOf(conditions.status),
    'quantity.unit': anyOf(conditions.units),
    comparison: anyOf(conditions.comparison),
    hasBaseline: conditions.hasBaseline,
    year: anyOf(conditions.year),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/**
 * The sort keys between the page's bounds. What was moved since the instant that the page is shown as of is left out
 * where keys are those of now, see moved-rows.ts.
 */
export function pageRange(order: Order, page: Page, keys: 'then' | 'now' = 'then'): KeyRange {
  const [lower, upper] = order.direction === 'ASC' ? [page.after, page.before] : [page.before, page.after];
  const range = { ...(lower !== undefined && { $gt: lower }), ...(upper !== undefined && { $lt: upper }) };
  return keys === 'now' ? unmoved(range, page) : range;
}

/** The sort keys before the page, in reading order; null where it starts from no bound. */
export function precedingRange(order: Order, page: Page, keys: 'then' | 'now' = 'then'): KeyRange | null {
  const start = page.from === 'START' ? page.after : page.before;
  if (start === undefined) return null;
  const ahead = readingDirection(order, page) === 1 ? { $lte: start } : { $gte: start };
  return keys === 'now' ? unmoved(ahead, page) : ahead;
}

/** The condition that a document's key is in the range. */
export const keyIn = (order: Order, range: KeyRange): Document =>
  Object.keys(range).length > 0 ? { [sortField(order)]: range } : {};

const unmoved = (range: KeyRange, { asOf }: Page): KeyRange =>
  below(range, asOf === undefined ? undefined : keysUntil(asOf));

/** A page from the end is read backwards. */
export function readingDirection(order: Order, page: Page): 1 | -1 {
  return (order.direction === 'ASC') === (page.from === 'START') ? 1 : -1;
}

export const sortField = (order: Order): string => `sort.${order.field.toLowerCase()}`;

/** Whether the conditions leave this department out. */
export const isElsewhere = (code: string, { departments }: TargetConditions): boolean =>
  departments !== undefined && !departments.includes(code);

const valueFilter = (range: NumberRange | undefined): Document =>
  range ? { 'quantity.value': rangeOf(range) } : {};

/** Chapter 0 stands for what only the report gives, which has none. */
export const storedChapter = (chapter: number): number | null => (chapter === 0 ? null : chapter);

/** A single value stays an equality, which every index understands best. */
function anyOf(values: readonly (string | number | null)[] | undefined): unknown {
  return values?.length === 1 ? values[0] : values && { $in: values };
}

/** A range without ends holds every number, and nothing that has none. */
function rangeOf({ min = -Infinity, max }: NumberRange): Document {
  return { $gte: min, ...(max !== undefined && { $lte: max }) };
}
