import type { TargetSelector } from '../contract/selector';
import { countFilter } from './conditions';
import { countAll } from './counting';
import { keptListKeys, keptTotal, readCounts } from './kept-counts';
import type { ListQuery, ListSource } from './list-query';
import type { FilteredQuery } from './union-all';

/**
 * How many targets each list has. Under one condition or none the number is kept with the writes; under more it is
 * counted on the keys of an index. At most two commands.
 */
export async function totalsOfTargets(
  { code, db, collection }: ListSource,
  queries: readonly ListQuery<TargetSelector>[],
): Promise<number[]> {
  const kept = queries.map(({ selector }) => keptListKeys(code, selector.conditions));
  const counts = await readCounts(
    db,
    kept.flatMap((keys) => keys ?? []),
  );
  const rest = queries.map(({ selector, byText }, at) => ({
    filter: kept[at] ? null : countFilter(code, selector.conditions, byText),
  }));
  const counted = await countAll(collection, rest);
  return kept.map((keys, at) => (keys ? keptTotal(keys, counts) : (counted[at] ?? 0)));
}

/** How many results each list has, counted by the filter that pages it. One command. */
export const totalsOfResults = (
  { collection }: ListSource,
  queries: readonly FilteredQuery[],
): Promise<number[]> => countAll(collection, queries.map(onIndexKeys));

/** A filter without any condition would read every document: one that every key meets is counted on index keys. */
function onIndexKeys({ filter }: FilteredQuery): FilteredQuery {
  return { filter: filter && (Object.keys(filter).length > 0 ? filter : { 'sort.plan': { $gte: '' } }) };
}
