import type { Collection, Document } from 'mongodb';
import type { ListQuery, RowDocument } from './gather';
import { keysUntil } from '../contract/sort-keys';
import { unionAll } from './union-all';

interface MovedDocument extends RowDocument {
  of: number;
  /** Keys that it had before, oldest first. */
  before: string[];
}

/**
 * What reports have moved since the instant that each page is shown as of, with the keys that it had then, in no order;
 * nothing for pages that are shown as of now. One command for all queries, or none.
 */
export async function gatherMoved<T extends Document>(
  collection: Collection<T>,
  queries: readonly ListQuery<T>[],
): Promise<RowDocument[][]> {
  const asked = queries.map((query) => ({
    ...query,
    filter: query.page.asOf === undefined ? null : query.filter,
  }));
  const found = await unionAll<T, ListQuery<T>, MovedDocument>(collection, asked, ({ filter, page }, of) => [
    { $match: { ...filter, 'sort.updated': { $gt: keysUntil(page.asOf ?? '') } } },
    {
      $project: {
        _id: 0,
        of: { $literal: of },
        id: '$_id',
        key: '$sort.updated',
        before: '$progress.movedFrom',
        coverage: 1,
      },
    },
  ]);
  return queries.map(({ page }, of) => {
    const until = keysUntil(page.asOf ?? '');
    return found
      .filter((row) => row.of === of)
      .map(({ before, ...row }) => ({ ...row, key: before.findLast((key) => key < until) ?? row.key }));
  });
}
