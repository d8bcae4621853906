import type { Collection, Document, Filter } from 'mongodb';
import { keyIn, pageRange, precedingRange, readingDirection, sortField } from './conditions';
import { gatherMoved } from './moved-rows';
import type { Order, Page } from '../contract/selector';
import { isInRange } from '../contract/sort-keys';
import { unionAll } from './union-all';

/** A list's filter (null: nothing can match) with the page asked for. */
export interface ListQuery<T extends Document> {
  readonly filter: Filter<T> | null;
  readonly order: Order;
  readonly page: Page;
}

export interface RowDocument {
  id: string;
  key: string;
  coverage: { scope: string; evidence: string }[];
}

/**
 * The first `take + 1` rows of each query's page, in reading order, with one command for all queries, and another when
 * some are shown as of an instant.
 * @returns rows per query, in the order of the queries
 */
export async function gatherRows<T extends Document>(
  collection: Collection<T>,
  queries: readonly ListQuery<T>[],
): Promise<RowDocument[][]> {
  const found = await unionAll<T, ListQuery<T>, RowDocument & { of: number }>(
    collection,
    queries,
    ({ filter, order, page }, of) => [
      { $match: { ...filter, ...keyIn(order, pageRange(order, page, 'now')) } },
      { $sort: { [sortField(order)]: readingDirection(order, page) } },
      { $limit: page.take + 1 },
      { $project: { _id: 0, of: { $literal: of }, id: '$_id', key: `$${sortField(order)}`, coverage: 1 } },
    ],
  );
  // After the rows: what a report moves in between is found twice then, and not missed.
  const moved = await gatherMoved(collection, queries);
  return queries.map(({ order, page }, of) => {
    const direction = readingDirection(order, page);
    const range = pageRange(order, page);
    const there = (moved[of] ?? []).filter(({ key }) => isInRange(key, range));
    const ids = new Set(there.map(({ id }) => id));
    return [...there, ...found.filter((row) => row.of === of && !ids.has(row.id))]
      .sort((a, b) => (a.key < b.key ? -direction : direction))
      .slice(0, page.take + 1);
  });
}

/** How many documents each query matches, whatever its page, with one command for all. */
export async function gatherTotals<T extends Document>(
  collection: Collection<T>,
  queries: readonly Pick<ListQuery<T>, 'filter'>[],
): Promise<number[]> {
  const found = await unionAll<T, Pick<ListQuery<T>, 'filter'>, { of: number; n: number }>(
    collection,
    queries,
    ({ filter }, of) => [{ $match: filter }, { $count: 'n' }, { $project: { n: 1, of: { $literal: of } } }],
  );
  const totals = new Map(found.map(({ of, n }) => [of, n]));
  return queries.map((_, of) => totals.get(of) ?? 0);
}

/** Whether rows lie before each query's page, in reading order; commands as for the rows. */
export async function gatherPreceded<T extends Document>(
  collection: Collection<T>,
  queries: readonly ListQuery<T>[],
): Promise<boolean[]> {
  const bounded = queries.map((query) => ({
    ...query,
    filter: precedingRange(query.order, query.page) && query.filter,
  }));
  const found = await unionAll<T, ListQuery<T>, { of: number }>(
    collection,
    bounded,
    ({ filter, order, page }, of) => [
      { $match: { ...filter, ...keyIn(order, precedingRange(order, page, 'now') ?? {}) } },
      { $limit: 1 },
      { $project: { _id: 0, of: { $literal: of } } },
    ],
  );
  const moved = await gatherMoved(collection, bounded);
  const preceded = new Set(found.map(({ of }) => of));
  return bounded.map(({ order, page }, of) => {
    const range = precedingRange(order, page) ?? {};
    return preceded.has(of) || (moved[of] ?? []).some(({ key }) => isInRange(key, range));
  });
}

/** How many documents have the same value in each of the fields asked for. */
export interface Group {
  /** In the order of the fields; null where a document has none. */
  readonly values: readonly (string | number | null)[];
  readonly count: number;
}

interface GroupQuery<T extends Document> {
  readonly filter: Filter<T> | null;
  readonly fields: readonly string[];
}

/** What each query matches, counted by the values of some fields, with one command for all. */
export async function gatherGroups<T extends Document>(
  collection: Collection<T>,
  queries: readonly GroupQuery<T>[],
): Promise<Group[][]> {
  const found = await unionAll<T, GroupQuery<T>, { _id: Document; count: number; of: number }>(
    collection,
    queries,
    ({ filter, fields }, of) => [
      { $match: filter },
      // Without `$ifNull`, a field that lacks and one that is null would be two groups, which no index tells apart.
      {
        $group: {
          _id: Object.fromEntries(fields.map((field, at) => [`f${at}`, { $ifNull: [`$${field}`, null] }])),
          count: { $sum: 1 },
        },
      },
      { $project: { count: 1, of: { $literal: of } } },
    ],
  );
  return queries.map(({ fields }, of) =>
    found
      .filter((group) => group.of === of)
      .map(({ _id, count }) => ({
        values: fields.map((_, at) => _id[`f${at}`] as Group['values'][number]),
        count,
      })),
  );
}
