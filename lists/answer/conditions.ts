import type { Document } from 'mongodb';
import type { NumberRange, ResultConditions, TargetConditions } from '../contract/selector';
import { listKeysOf } from './stored/list-keys';

/** Finds the documents that hold a text, see text-filter.ts; empty without a text; null when no document holds it. */
export type TextFilter = Document | null;

/**
 * The MongoDB filter that a list is paged by: on list keys, whose indexes end in the order's key.
 * `{ chapters: [5], kinds: ['FIGURE', 'TREND'] }` →
 * `{ $and: [{ ways: 'chapter:5' }, { ways: { $in: ['kind:FIGURE', 'kind:TREND'] } }] }`
 * @returns null when nothing of this department can match
 */
export function listFilter(
  code: string,
  conditions: TargetConditions & ResultConditions,
  byText: TextFilter = {},
): Document | null {
  if (byText === null || isElsewhere(code, conditions)) return null;
  const groups = listKeysOf(conditions).map((keys) => ({ ways: anyOf(keys) }));
  const all = { ...byText, ...valueFilter(conditions.value) };
  return groups.length > 1 ? { ...all, $and: groups } : { ...all, ...groups[0] };
}

/**
 * The MongoDB filter that targets are counted by: on the fields themselves, all of which are in the index `facts`, or
 * `facts_by_scope` for a place's.
 * @returns null when nothing of this department can match
 */
export function countFilter(
  code: string,
  conditions: TargetConditions,
  byText: TextFilter = {},
): Document | null {
  if (byText === null || isElsewhere(code, conditions)) return null;
  const each = (conditions.scopes ?? []).map((scopes) => ({ 'coverage.scope': anyOf(scopes) }));
  const all: Document = {
    ...(each.length > 1 ? { $and: each } : each[0]),
    ...byText,
    ...valueFilter(conditions.value),
    // An index is used when there is a condition on its first field: `kind` of `facts` always has one.
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

/** Whether the conditions leave this department out. */
export const isElsewhere = (code: string, { departments }: TargetConditions): boolean =>
  departments !== undefined && !departments.includes(code);

/** Chapter 0 of a condition is null in documents: the target is in the government report alone and has no chapter. */
export const storedChapter = (chapter: number): number | null => (chapter === 0 ? null : chapter);

const valueFilter = (range: NumberRange | undefined): Document =>
  range ? { 'quantity.value': rangeOf(range) } : {};

/** An equality where there is one value: every index serves it, and its sort. */
function anyOf(values: readonly (string | number | null)[] | undefined): unknown {
  return values?.length === 1 ? values[0] : values && { $in: values };
}

/** A range without ends matches every document that has a value. */
function rangeOf({ min = -Infinity, max }: NumberRange): Document {
  return { $gte: min, ...(max !== undefined && { $lte: max }) };
}
