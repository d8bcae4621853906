import type { Document, Filter } from 'mongodb';
import type { ResultDocument, TargetDocument } from './documents';
import type { NumberRange, Order, Page, ResultConditions, TargetConditions } from './selector';
import { escapeRegExp, normalizeText } from './text';

/** @returns the MongoDB filter of a target list, without its page; null when this department cannot match */
export function targetFilter(code: string, conditions: TargetConditions): Filter<TargetDocument> | null {
  return filterOf(code, conditions, {
    chapter: anyOf(conditions.chapters?.map(storedChapter)),
    item: anyOf(conditions.items),
    kind: anyOf(conditions.kinds),
    status: anyOf(conditions.status),
    comparison: anyOf(conditions.comparison),
    baseline: presence(conditions.hasBaseline),
  });
}

/** @returns the MongoDB filter of a result list, without its page; null when this department cannot match */
export function resultFilter(code: string, conditions: ResultConditions): Filter<ResultDocument> | null {
  return filterOf(code, conditions, {
    cumulative: conditions.cumulative,
    yearOnYear: presence(conditions.hasYearOnYear),
  });
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

function filterOf<T>(
  code: string,
  conditions: TargetConditions & ResultConditions,
  own: Document,
): Filter<T> | null {
  if (conditions.departments && !conditions.departments.includes(code)) return null;
  const all: Document = {
    ...own,
    year: anyOf(conditions.year),
    ...scopesOf(conditions.scopes ?? []),
    'quantity.unit': anyOf(conditions.units),
    'quantity.value': rangeOf(conditions.value),
    searchText:
      conditions.text === undefined ? undefined : { $regex: escapeRegExp(normalizeText(conditions.text)) },
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Filter<T>;
}

/** Chapter 0 stands for what only the report gives, which has none. */
const storedChapter = (chapter: number): number | null => (chapter === 0 ? null : chapter);

/** A single value stays an equality, which every index understands best. */
function anyOf(values: readonly (string | number | null)[] | undefined): unknown {
  return values?.length === 1 ? values[0] : values && { $in: values };
}

function scopesOf(groups: readonly (readonly string[])[]): Document {
  const each = groups.map((scopes) => ({ 'coverage.scope': anyOf(scopes) }));
  return each.length > 1 ? { $and: each } : (each[0] ?? {});
}

const presence = (wanted: boolean | undefined): unknown =>
  wanted === undefined ? undefined : wanted ? { $ne: null } : null;

function rangeOf(range: NumberRange | undefined): unknown {
  return (
    range && {
      ...(range.min !== undefined && { $gte: range.min }),
      ...(range.max !== undefined && { $lte: range.max }),
    }
  );
}
