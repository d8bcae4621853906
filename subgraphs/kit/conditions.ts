import type { Document, Filter } from 'mongodb';
import type { TargetDocument } from './documents';
import type { NumberRange, Order, Page, ResultConditions, TargetConditions } from './selector';
import { escapeRegExp, normalizeText } from './text';
import { waysOfConditions } from './ways';

/**
 * The MongoDB filter that a list is paged by: through the ways, whose indexes end in the order's key.
 * @returns null when this department cannot match
 */
export function listFilter<T>(
  code: string,
  conditions: TargetConditions & ResultConditions,
  gram?: string,
): Filter<T> | null {
  if (isElsewhere(code, conditions)) return null;
  const groups = waysOfConditions(conditions).map((ways) => ({ ways: anyOf(ways) }));
  const all = { ...textFilter(conditions.text, gram), ...valueFilter(conditions.value) };
  return (groups.length > 1 ? { ...all, $and: groups } : { ...all, ...groups[0] }) as Filter<T>;
}

/** The MongoDB filter that targets are counted by: through fields that one index holds all of. */
export function countFilter(
  code: string,
  conditions: TargetConditions,
  gram?: string,
): Filter<TargetDocument> | null {
  if (isElsewhere(code, conditions)) return null;
  const each = (conditions.scopes ?? []).map((scopes) => ({ 'coverage.scope': anyOf(scopes) }));
  const all: Document = {
    ...(each.length > 1 ? { $and: each } : each[0]),
    ...textFilter(conditions.text, gram),
    ...valueFilter(conditions.value),
    // An index is used for conditions on its first field: this one is always there.
    kind: anyOf(conditions.kinds) ?? { $gte: '' },
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

/** The range of sort keys that the page's bounds leave, for the field `sort.<order>`. */
export function pageRange(order: Order, page: Page): Document {
  const [lower, upper] = order.direction === 'ASC' ? [page.after, page.before] : [page.before, page.after];
  const range = { ...(lower !== undefined && { $gt: lower }), ...(upper !== undefined && { $lt: upper }) };
  return Object.keys(range).length > 0 ? { [sortField(order)]: range } : {};
}

/** A page from the end is read backwards. */
export function readingDirection(order: Order, page: Page): 1 | -1 {
  return (order.direction === 'ASC') === (page.from === 'START') ? 1 : -1;
}

export const sortField = (order: Order): string => `sort.${order.field.toLowerCase()}`;

const isElsewhere = (code: string, { departments }: TargetConditions): boolean =>
  departments !== undefined && !departments.includes(code);

/** `gram`: the rarest pair of characters of the text, through whose index the documents that may hold it are found. */
function textFilter(text: string | undefined, gram: string | undefined): Document {
  if (text === undefined) return {};
  return {
    ...(gram !== undefined && { grams: gram }),
    searchText: { $regex: escapeRegExp(normalizeText(text)) },
  };
}

const valueFilter = (range: NumberRange | undefined): Document =>
  range ? { 'quantity.value': rangeOf(range) } : {};

/** Chapter 0 stands for what only the report gives, which has none. */
const storedChapter = (chapter: number): number | null => (chapter === 0 ? null : chapter);

/** A single value stays an equality, which every index understands best. */
function anyOf(values: readonly (string | number | null)[] | undefined): unknown {
  return values?.length === 1 ? values[0] : values && { $in: values };
}

function rangeOf({ min, max }: NumberRange): Document {
  return { ...(min !== undefined && { $gte: min }), ...(max !== undefined && { $lte: max }) };
}
