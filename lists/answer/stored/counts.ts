import type { FieldDimension } from '../../contract/slice';
import type { ListedTarget } from './documents';
import { everything, listKey, type ListKey } from './list-keys';

/**
 * How many targets have a list key, in all and by the values of the facets: of `chapter:5`, `total: 60` and
 * `by: { kinds: { FIGURE: 31, … }, … }`. Kept with every progress entry, see apply-changes.ts and ADR 6.
 */
export interface CountDocument {
  _id: ListKey;
  total: number;
  /** Keys are made by `countKey`. A value of no target may be 0 or absent. */
  by: Record<FieldDimension, Record<string, number>>;
  /** The operations of the last changes that the count holds: the same change is never added twice. */
  applied: string[];
}

export const statuses = ['UNREPORTED', 'UNDER_WAY', 'ACHIEVED'] as const;

/** A value as a field name, which can hold neither a dot nor a dollar: `%` → `%25`, `m.` → `m%2e`, null → `0`. */
export const countKey = (value: string | number | null): string =>
  String(value ?? 0).replace(/[%.$]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);

export const valueOfKey = (key: string): string => decodeURIComponent(key);

export type CountedFields = Pick<ListedTarget, 'ways' | 'kind' | 'status' | 'chapter' | 'quantity'>;

/** The counts of the targets, by list key. Those of no condition and of each status are always there. */
export function countTargets(targets: Iterable<CountedFields>): Map<ListKey, CountDocument> {
  const counts = new Map<ListKey, CountDocument>();
  for (const each of [everything, ...statuses.map((status) => listKey('status', status))])
    counts.set(each, noTargets(each));
  for (const target of targets) addTarget(counts, target);
  return counts;
}

export function addTarget(counts: Map<ListKey, CountDocument>, target: CountedFields): void {
  for (const each of [everything, ...target.ways]) {
    const count = counts.get(each) ?? noTargets(each);
    counts.set(each, count);
    count.total += 1;
    for (const [dimension, key] of facetKeysOf(target)) {
      const by = count.by[dimension];
      by[key] = (by[key] ?? 0) + 1;
    }
  }
}

const noTargets = (each: ListKey): CountDocument => ({
  _id: each,
  total: 0,
  by: { kinds: {}, statuses: {}, units: {}, chapters: {} },
  applied: [],
});

/** Where in a count a target stands, by facet. A target without a quantity has no unit. */
export function facetKeysOf(target: Omit<CountedFields, 'ways'>): [dimension: FieldDimension, key: string][] {
  const { kind, status, chapter, quantity } = target;
  return [
    ['kinds', countKey(kind)],
    ['statuses', countKey(status)],
    ['chapters', countKey(chapter)],
    ...(quantity ? [['units', countKey(quantity.unit)] satisfies [FieldDimension, string]] : []),
  ];
}
