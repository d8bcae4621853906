import type { Page } from '../contract/selector';
import type { Row } from '../contract/slice';
import { compareKeys, instantOfKey } from '../contract/sort-keys';

export interface MergedPage<R extends Row> {
  /** In the list's order. */
  readonly rows: readonly R[];
  /** Whether the departments have rows beyond the page, in reading direction. */
  readonly more: boolean;
}

/**
 * The page of all departments' rows. Each list has up to `take + 1` rows in reading order, so the first `take` of all
 * rows are among them. A page from the end was read backwards, and is turned round.
 * @param direction 1 where keys rise in reading order, -1 where they fall
 */
export function mergeRows<R extends Row>(
  lists: readonly (readonly R[])[],
  page: Pick<Page, 'take' | 'from'>,
  direction: 1 | -1,
): MergedPage<R> {
  const all = lists.flat().sort((a, b) => direction * compareKeys(a.key, b.key));
  const rows = all.slice(0, page.take);
  return { rows: page.from === 'END' ? rows.reverse() : rows, more: all.length > page.take };
}

/**
 * The page with the instant as of which its rows were shown, from which the next page goes on. That instant is the one
 * asked for, or the newest row's where a department's stamps are ahead of the plan office's clock.
 */
export function pageAsShown(page: Page, rows: readonly Row[]): Page {
  const { asOf } = page;
  if (asOf === undefined) return page;
  const instants = rows.map(({ key }) => instantOfKey(key));
  return { ...page, asOf: instants.reduce((latest, each) => (each > latest ? each : latest), asOf) };
}
