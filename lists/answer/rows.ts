import type { Collection } from 'mongodb';
import { readingDirection, type Order, type Page } from '../contract/selector';
import type { TargetRow } from '../contract/slice';
import { compareKeys } from '../contract/sort-keys';
import { gatherMoved } from './moved-rows';
import { isInRange, keyIn, pageRange, precedingRange, sortField } from './page-range';
import { unionAll, type FilteredQuery } from './union-all';

export interface PageQuery extends FilteredQuery {
  readonly order: Order;
  readonly page: Page;
}

/**
 * The first `take + 1` rows of each query's page, in reading order. One command for all queries, and a second when some
 * pages are shown as of an instant.
 */
export async function gatherRows(
  collection: Collection,
  queries: readonly PageQuery[],
): Promise<TargetRow[][]> {
  const found = await unionAll<TargetRow, PageQuery>(collection, queries, ({ filter, order, page }, mark) => [
    { $match: { ...filter, ...keyIn(order, pageRange(order, page, 'STORED')) } },
    { $sort: { [sortField(order)]: readingDirection(order, page) } },
    { $limit: page.take + 1 },
    { $project: { _id: 0, ...mark, id: '$_id', key: `$${sortField(order)}`, coverage: 1 } },
  ]);
  // Second, so that a target that a progress entry moves between the two reads is found twice and not missed.
  const moved = await gatherMoved(collection, queries);
  return queries.map((query, of) => withMoved(query, found[of] ?? [], moved[of] ?? []));
}

/** The page's rows of both reads, in reading order. Of a target that both found, the row of the second counts. */
function withMoved(
  { order, page }: PageQuery,
  found: readonly TargetRow[],
  moved: readonly TargetRow[],
): TargetRow[] {
  const direction = readingDirection(order, page);
  const range = pageRange(order, page);
  const ofPage = moved.filter(({ key }) => isInRange(key, range));
  const ids = new Set(ofPage.map(({ id }) => id));
  return [...ofPage, ...found.filter(({ id }) => !ids.has(id))]
    .sort((a, b) => direction * compareKeys(a.key, b.key))
    .slice(0, page.take + 1);
}

/** Whether rows lie before each query's page, in reading order. As many commands as `gatherRows` sends. */
export async function gatherPreceded(
  collection: Collection,
  queries: readonly PageQuery[],
): Promise<boolean[]> {
  const bounded = queries.map((query) => ({
    ...query,
    filter: precedingRange(query.order, query.page) && query.filter,
  }));
  const found = await unionAll<object, PageQuery>(collection, bounded, ({ filter, order, page }, mark) => [
    { $match: { ...filter, ...keyIn(order, precedingRange(order, page, 'STORED') ?? {}) } },
    { $limit: 1 },
    { $project: { _id: 0, ...mark } },
  ]);
  const moved = await gatherMoved(collection, bounded);
  return bounded.map(({ order, page }, of) => {
    const range = precedingRange(order, page) ?? {};
    return (found[of] ?? []).length > 0 || (moved[of] ?? []).some(({ key }) => isInRange(key, range));
  });
}
