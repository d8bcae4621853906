import type { Db } from 'mongodb';
import { entityNames } from '../../schema/departments';
import type { ResultSelector, SearchSelector, TargetSelector } from '../contract/selector';
import type { FacetCount, SearchRow, TargetRow } from '../contract/slice';
import { facetsOfTargets } from './facets';
import { countHits, gatherHits } from './hits';
import { buildQueries, type ListQuery, type ListSource } from './list-query';
import { gatherPreceded, gatherRows } from './rows';
import { buildSearches, type Searched, type SearchQuery } from './search-query';
import { totalsOfResults, totalsOfTargets } from './totals';
import type { UpdateClock } from './update-clock';

/**
 * The answers to a batch of selectors over one list. `queries` turns the selectors into queries, once for all parts;
 * each part is then read with a bounded number of commands, in the order of the queries.
 */
export interface ListStore<S extends TargetSelector | ResultSelector> {
  readonly queries: (selectors: readonly S[]) => Promise<ListQuery<S>[]>;
  readonly rows: (queries: readonly ListQuery<S>[]) => Promise<TargetRow[][]>;
  readonly preceded: (queries: readonly ListQuery<S>[]) => Promise<boolean[]>;
  readonly totals: (queries: readonly ListQuery<S>[]) => Promise<number[]>;
}

export interface TargetListStore extends ListStore<TargetSelector> {
  readonly facets: (queries: readonly ListQuery<TargetSelector>[]) => Promise<FacetCount[][]>;
}

/** The same for a batch of searches. */
export interface SearchStore {
  readonly queries: (selectors: readonly SearchSelector[]) => Promise<SearchQuery[]>;
  readonly rows: (queries: readonly SearchQuery[]) => Promise<SearchRow[][]>;
  readonly totals: (queries: readonly SearchQuery[]) => Promise<number[]>;
}

/** The lists of one department. */
export interface DepartmentLists {
  readonly targets: TargetListStore;
  readonly results: ListStore<ResultSelector>;
  readonly search: SearchStore;
  /** @throws when the database does not answer */
  ping(): Promise<void>;
}

/** @param clock stamps the department's progress entries */
export function createDepartmentLists(code: string, db: Db, clock: UpdateClock): DepartmentLists {
  const [targets, results] = [db.collection('targets'), db.collection('results')];
  const targetSource = { code, db, clock, collection: targets };
  const resultSource = { code, db, clock, collection: results };
  const { target, result } = entityNames(code);
  return {
    targets: {
      ...pages<TargetSelector>(targetSource),
      totals: (queries) => totalsOfTargets(targetSource, queries),
      facets: (queries) => facetsOfTargets(targetSource, queries),
    },
    results: {
      ...pages<ResultSelector>(resultSource),
      totals: (queries) => totalsOfResults(resultSource, queries),
    },
    search: createSearch(db, [
      { collection: targets, type: target, rank: 1, fields: ['title', 'text'] },
      { collection: results, type: result, rank: 2, fields: ['title', 'text'] },
    ]),
    ping: async () => void (await db.command({ ping: 1 })),
  };
}

function pages<S extends TargetSelector | ResultSelector>(
  source: ListSource,
): Pick<ListStore<S>, 'queries' | 'rows' | 'preceded'> {
  return {
    queries: (selectors) => buildQueries(source, selectors),
    rows: (queries) => gatherRows(source.collection, queries),
    preceded: (queries) => gatherPreceded(source.collection, queries),
  };
}

/** A search over collections of one database. */
export function createSearch(db: Db, searched: readonly Searched[]): SearchStore {
  return {
    queries: (selectors) => buildSearches(db, searched, selectors),
    rows: (queries) => gatherHits(searched, queries),
    totals: (queries) => countHits(searched, queries),
  };
}
