import type { Collection } from 'mongodb';
import type { Page } from '../contract/selector';
import type { TargetRow } from '../contract/slice';
import { keysUntil } from '../contract/sort-keys';
import { unionAll, type FilteredQuery } from './union-all';

/**
 * A walk in the order UPDATED shows the list as it was when the walk began, at 10:00 for example (ADR 7). Say that
 * `economy:2.1` was updated at 09:00, and its department files a progress entry at 10:05: its stored key is now of
 * 10:05, behind everything that the walk has yet to read, and the entry keeps the key of 09:00 as `movedFrom`. A page
 * as of 10:00 therefore has two reads:
 *
 *  1. the rows whose stored key is of 10:00 or earlier (`STORED` in page-range.ts), from the index;
 *  2. the rows whose stored key is later, each with the last key that it had until 10:00: `economy:2.1` with 09:00.
 *
 * Each target is in one of the two, by the key that it had at 10:00. The second read is as long as the number of
 * targets that were reported on since.
 */
export async function gatherMoved(
  collection: Collection,
  queries: readonly MovableQuery[],
): Promise<TargetRow[][]> {
  const asked = queries.map(({ filter, page: { asOf } }) => ({
    filter: asOf === undefined ? null : filter,
    until: keysUntil(asOf ?? ''),
  }));
  const found = await unionAll<MovedRow, (typeof asked)[number]>(
    collection,
    asked,
    ({ filter, until }, mark) => [
      { $match: { ...filter, 'sort.updated': { $gt: until } } },
      {
        $project: {
          _id: 0,
          ...mark,
          id: '$_id',
          key: '$sort.updated',
          before: '$progress.movedFrom',
          coverage: 1,
        },
      },
    ],
  );
  return asked.map(({ until }, of) => (found[of] ?? []).map((row) => rowUntil(until, row)));
}

/** A list's filter and page. Pages that are shown as of now have no moved rows and cost no command. */
interface MovableQuery extends FilteredQuery {
  readonly page: Page;
}

interface MovedRow extends TargetRow {
  /** The keys that the target had before, oldest first. Results have none, since nobody files progress on them. */
  readonly before?: readonly string[];
}

/**
 * The row with the last key that it had until an instant. A target that was added later has no such key: it keeps its
 * own, which is behind the walk.
 */
export function rowUntil(until: string, { before = [], ...row }: MovedRow): TargetRow {
  return { ...row, key: before.findLast((key) => key < until) ?? row.key };
}
