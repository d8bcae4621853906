import type { Db } from 'mongodb';
import type { TargetConditions } from '../contract/selector';
import { ownTotal, type FacetCount, type FacetDimension } from '../contract/slice';
import { isElsewhere } from './conditions';
import { valueOfKey, type CountDocument } from './stored/counts';
import { countedListKeys, type ListKey } from './stored/list-keys';

export type KeptCounts = ReadonlyMap<ListKey, CountDocument>;

/**
 * The list keys whose kept counts add up to the number of targets under the conditions; none for another department's
 * list; null when the targets must be counted.
 */
export const keptListKeys = (code: string, conditions: TargetConditions): readonly ListKey[] | null =>
  isElsewhere(code, conditions) ? [] : countedListKeys(conditions);

/** One command, or none when no count is asked for. */
export async function readCounts(db: Db, keys: Iterable<ListKey>): Promise<KeptCounts> {
  const ids = [...new Set(keys)];
  if (ids.length === 0) return new Map();
  const found = await db
    .collection<CountDocument>('counts')
    .find({ _id: { $in: ids } }, { projection: { applied: 0 } })
    .toArray();
  return new Map(found.map((count) => [count._id, count]));
}

export const keptTotal = (keys: readonly ListKey[], counts: KeptCounts): number =>
  keys.reduce((sum, key) => sum + (counts.get(key)?.total ?? 0), 0);

export function keptFacet(
  dimension: FacetDimension,
  keys: readonly ListKey[],
  counts: KeptCounts,
): FacetCount[] {
  if (dimension === 'departments') {
    const count = keptTotal(keys, counts);
    return count > 0 ? [{ dimension, value: ownTotal, count }] : [];
  }
  const values = new Map<string, number>();
  for (const each of keys) {
    for (const [key, n] of Object.entries(counts.get(each)?.by[dimension] ?? {}))
      values.set(key, (values.get(key) ?? 0) + n);
  }
  return [...values]
    .filter(([, count]) => count > 0)
    .map(([key, count]) => ({ dimension, value: valueOfKey(key), count }));
}
