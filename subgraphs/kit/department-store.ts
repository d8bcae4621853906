import type { Collection, Db, Document } from 'mongodb';
import { listFilter } from '../../lists/answer/conditions';
import { applyAllUncounted } from '../../lists/answer/counts';
import {
  resultIndexes,
  targetIndexes,
  type IndexDeclaration,
  type ResultDocument,
  type TargetDocument,
} from '../../lists/answer/documents';
import { facetsOfTargets, totalsOfTargets, type FacetedList, type FacetRow } from '../../lists/answer/facets';
import {
  gatherPreceded,
  gatherRows,
  gatherTotals,
  type ListQuery,
  type RowDocument,
} from '../../lists/answer/gather';
import type { ReportProgressInput } from '../../schema/types.generated';
import { fileProgress } from './progress/file-progress';
import { createSearch, type SearchStore } from '../../lists/answer/search';
import type { Page, ResultSelector, TargetSelector } from '../../lists/contract/selector';
import { textFilters } from '../../lists/answer/text-filter';
import { UpdateClock } from '../../lists/answer/update-clock';

/** The answers to a batch of selectors over one list, each with a bounded number of commands. */
export interface ListStore<S> {
  rows(selectors: readonly S[]): Promise<RowDocument[][]>;
  preceded(selectors: readonly S[]): Promise<boolean[]>;
  totals(selectors: readonly S[]): Promise<number[]>;
}

/** All that a department asks of its database. Absent documents are absent from the answers. */
export interface DepartmentStore<Target extends TargetDocument = TargetDocument> {
  readonly db: Db;
  readonly targets: ListStore<TargetSelector> & {
    byIds(ids: readonly string[]): Promise<Target[]>;
    /** In plan order. */
    byBaselines(resultIds: readonly string[]): Promise<Target[]>;
    facets(lists: readonly FacetedList[]): Promise<FacetRow[][]>;
    /** @throws BAD_USER_INPUT, CONFLICT */
    fileProgress(input: ReportProgressInput, now: Date): Promise<Target>;
  };
  readonly results: ListStore<ResultSelector> & { byIds(ids: readonly string[]): Promise<ResultDocument[]> };
  readonly search: SearchStore;
  ping(): Promise<void>;
  ensureIndexes(): Promise<void>;
  /** Goes on where an earlier process ended: brings the counts up to what it wrote, and stamps progress entries after its own. */
  recover(): Promise<void>;
}

export function createDepartmentStore<Target extends TargetDocument>(
  code: string,
  db: Db,
  ownIndexes: readonly IndexDeclaration[] = [],
): DepartmentStore<Target> {
  const targets = db.collection<TargetDocument>('targets');
  const results = db.collection<ResultDocument>('results');
  const clock = new UpdateClock();
  return {
    db,
    targets: {
      ...pages<TargetSelector>(code, db, clock, targets as unknown as Collection),
      totals: (selectors) =>
        totalsOfTargets(
          code,
          db,
          selectors.map(({ conditions }) => conditions),
        ),
      facets: (lists) => facetsOfTargets(code, db, lists),
      byIds: (ids) => targets.find({ _id: { $in: [...ids] } }).toArray() as unknown as Promise<Target[]>,
      byBaselines: (ids) =>
        targets
          .find({ baseline: { $in: [...ids] } })
          .sort({ 'sort.plan': 1 })
          .toArray() as unknown as Promise<Target[]>,
      fileProgress: (input, now) =>
        clock.report(() => fileProgress(db, clock, input, now)) as Promise<Target>,
    },
    results: {
      ...pages<ResultSelector>(code, db, clock, results as unknown as Collection),
      byIds: (ids) => results.find({ _id: { $in: [...ids] } }).toArray(),
    },
    search: createSearch(db, [
      { collection: db.collection('targets'), type: 'target', rank: 1, fields: ['title', 'text'] },
      { collection: db.collection('results'), type: 'result', rank: 2, fields: ['title', 'text'] },
    ]),
    ping: async () => void (await db.command({ ping: 1 })),
    ensureIndexes: async () => {
      await createIndexes(targets, [...targetIndexes, ...ownIndexes]);
      await createIndexes(results, resultIndexes);
    },
    recover: async () => {
      await applyAllUncounted(db);
      const latest = await targets.findOne(
        {},
        { sort: { 'sort.updated': -1 }, projection: { 'sort.updated': 1 } },
      );
      if (latest) clock.continueAfter(latest.sort.updated);
    },
  };
}

/** Pages of a list, and totals from the keys of the index that the list is paged by. */
function pages<S extends TargetSelector | ResultSelector>(
  code: string,
  db: Db,
  clock: UpdateClock,
  collection: Collection,
): ListStore<S> {
  const queries = async (selectors: readonly S[]) => {
    await clock.show(selectors.map(({ page }) => page));
    const byText = await textFilters(
      db,
      collection.collectionName,
      selectors.map(({ conditions }) => conditions),
    );
    return selectors.map((selector, at): ListQuery<Document> => ({
      order: selector.order,
      page: clock.isAhead ? startFromNewest(selector) : selector.page,
      filter: listFilter<Document>(code, selector.conditions, byText[at]),
    }));
  };
  return {
    rows: async (selectors) => gatherRows(collection, await queries(selectors)),
    preceded: async (selectors) => gatherPreceded(collection, await queries(selectors)),
    totals: async (selectors) => gatherTotals(collection, (await queries(selectors)).map(throughAnIndex)),
  };
}

/**
 * Where the machine's clock was set back, a page that begins with the newest shows them where they are now, not as of the
 * instant asked for, which they are ahead of; its cursors go on from the newest row.
 */
function startFromNewest({ order, page }: TargetSelector | ResultSelector): Page {
  const beginsWithNewest = page.from === (order.direction === 'DESC' ? 'START' : 'END');
  const isFirst = page.after === undefined && page.before === undefined;
  return beginsWithNewest && isFirst ? { ...page, asOf: undefined } : page;
}

/** Without any condition, the keys of an index are counted instead of the documents. */
function throughAnIndex({ filter }: Pick<ListQuery<Document>, 'filter'>) {
  return { filter: filter && (Object.keys(filter).length > 0 ? filter : { 'sort.plan': { $gte: '' } }) };
}

async function createIndexes<T extends Document>(
  collection: Collection<T>,
  indexes: readonly IndexDeclaration[],
): Promise<void> {
  await collection.createIndexes(indexes.map(({ key, options }) => ({ key, ...options })));
}
