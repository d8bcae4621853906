import DataLoader from 'dataloader';
import type {
  AnySelector,
  Asked,
  ResultSelector,
  SearchSelector,
  TargetSelector,
} from '../contract/selector';
import type { FacetCount, SearchRow, TargetRow } from '../contract/slice';
import type { DepartmentLists, ListStore, SearchStore } from './department-lists';
import type { ListQuery } from './list-query';

/** Loads a part of a slice, once per selector: aliases and several parents may ask for the same list. */
export type SliceLoader<S extends AnySelector, T> = DataLoader<Asked<S>, T, string>;

export interface ListLoaders<S extends AnySelector> {
  readonly rows: SliceLoader<S, TargetRow[]>;
  readonly preceded: SliceLoader<S, boolean>;
  readonly totals: SliceLoader<S, number>;
}

export interface TargetListLoaders extends ListLoaders<TargetSelector> {
  readonly facets: SliceLoader<TargetSelector, FacetCount[]>;
}

export interface SearchLoaders {
  readonly rows: SliceLoader<SearchSelector, SearchRow[]>;
  readonly totals: SliceLoader<SearchSelector, number>;
}

/** One set per request. The parts of a slice share their selector's query, which is built once. */
export interface SliceLoaders {
  readonly targets: TargetListLoaders;
  readonly results: ListLoaders<ResultSelector>;
  readonly search: SearchLoaders;
  /** Whether the department answers at all: true, or an error. */
  readonly answered: DataLoader<'ping', true>;
}

export function createSliceLoaders(lists: DepartmentLists): SliceLoaders {
  const targets = queryLoader(lists.targets.queries);
  const results = queryLoader(lists.results.queries);
  return {
    targets: {
      ...listLoaders(lists.targets, targets),
      facets: partLoader(targets, lists.targets.facets),
    },
    results: listLoaders(lists.results, results),
    search: createSearchLoaders(lists.search),
    answered: new DataLoader(async (keys) => {
      await lists.ping();
      return keys.map(() => true as const);
    }),
  };
}

export function createSearchLoaders(search: SearchStore): SearchLoaders {
  const queries = queryLoader(search.queries);
  return { rows: partLoader(queries, search.rows), totals: partLoader(queries, search.totals) };
}

function listLoaders<S extends TargetSelector | ResultSelector>(
  list: ListStore<S>,
  queries: SliceLoader<S, ListQuery<S>>,
): ListLoaders<S> {
  return {
    rows: partLoader(queries, list.rows),
    preceded: partLoader(queries, list.preceded),
    totals: partLoader(queries, list.totals),
  };
}

const bySelector = { cacheKeyFn: ({ text }: Asked): string => text };

function queryLoader<S extends AnySelector, Query>(
  build: (selectors: readonly S[]) => Promise<Query[]>,
): SliceLoader<S, Query> {
  return new DataLoader(
    (asked: readonly Asked<S>[]) => build(asked.map(({ selector }) => selector)),
    bySelector,
  );
}

function partLoader<S extends AnySelector, Query, T>(
  queries: SliceLoader<S, Query>,
  read: (queries: readonly Query[]) => Promise<T[]>,
): SliceLoader<S, T> {
  return new DataLoader(
    async (asked: readonly Asked<S>[]) => read(await Promise.all(asked.map((each) => queries.load(each)))),
    bySelector,
  );
}
