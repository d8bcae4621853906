import type { Collection } from 'mongodb';
import { unionAll, type FilteredQuery } from './union-all';

/** How many documents each query matches, with one command for all. */
export async function countAll(collection: Collection, queries: readonly FilteredQuery[]): Promise<number[]> {
  const found = await unionAll<{ n: number }>(collection, queries, ({ filter }, mark) => [
    { $match: filter },
    { $count: 'n' },
    { $project: { n: 1, ...mark } },
  ]);
  return found.map(([total]) => total?.n ?? 0);
}

/** The documents that have the same value in each of some fields. */
export interface Group<Name extends string> {
  /** By the field's name; null where the documents have no value. */
  readonly values: Readonly<Record<Name, string | number | null>>;
  readonly count: number;
}

/**
 * The documents that each query matches, counted by the values of the fields, with one command for all.
 * @param fields paths of stored fields, by the name that a group has the value by: `{ units: 'quantity.unit' }`
 */
export async function countGroups<Name extends string>(
  collection: Collection,
  queries: readonly FilteredQuery[],
  fields: Readonly<Record<Name, string>>,
): Promise<Group<Name>[][]> {
  // Without `$ifNull`, documents without a field and those with null would be two groups, which no index tells apart.
  const names = Object.entries<string>(fields).map(([name, path]) => [name, { $ifNull: [`$${path}`, null] }]);
  const grouped = Object.fromEntries(names) as object;
  const found = await unionAll<{ _id: Group<Name>['values']; count: number }>(
    collection,
    queries,
    ({ filter }, mark) => [
      { $match: filter },
      { $group: { _id: grouped, count: { $sum: 1 } } },
      { $project: { count: 1, ...mark } },
    ],
  );
  return found.map((groups) => groups.map(({ _id, count }) => ({ values: _id, count })));
}
