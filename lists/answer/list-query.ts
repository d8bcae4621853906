import type { Collection, Db } from 'mongodb';
import type { Page, ResultSelector, TargetSelector } from '../contract/selector';
import { listFilter, type TextFilter } from './conditions';
import type { PageQuery } from './rows';
import { textFilters } from './text-filter';
import type { UpdateClock } from './update-clock';

/** One of a department's two lists. */
export interface ListSource {
  /** The department's. */
  readonly code: string;
  readonly db: Db;
  readonly collection: Collection;
  readonly clock: UpdateClock;
}

/** A selector as a query of the department's database. Rows, preceded, total and facets are all read from one. */
export interface ListQuery<
  S extends TargetSelector | ResultSelector = TargetSelector | ResultSelector,
> extends PageQuery {
  readonly selector: S;
  readonly byText: TextFilter;
}

/** At most one command, which looks the selectors' texts up in the counts of grams. */
export async function buildQueries<S extends TargetSelector | ResultSelector>(
  { code, db, collection, clock }: ListSource,
  selectors: readonly S[],
): Promise<ListQuery<S>[]> {
  await clock.show(selectors.map(({ page }) => page));
  const conditions = selectors.map((selector) => selector.conditions);
  const byText = await textFilters(db, collection.collectionName, conditions);
  return selectors.map((selector, at) => ({
    selector,
    order: selector.order,
    page: clock.isAhead ? startFromNewest(selector) : selector.page,
    byText: byText[at] ?? null,
    filter: listFilter(code, selector.conditions, byText[at]),
  }));
}

/**
 * Where the machine's clock was set back, the newest rows are ahead of the instant that the plan office asks for. The
 * page that begins with them shows the list as it is, and its cursors go on from the newest row.
 */
function startFromNewest({ order, page }: TargetSelector | ResultSelector): Page {
  const beginsWithNewest = page.from === (order.direction === 'DESC' ? 'START' : 'END');
  const isFirst = page.after === undefined && page.before === undefined;
  return beginsWithNewest && isFirst ? { ...page, asOf: undefined } : page;
}
