import DataLoader from 'dataloader';
import type { ResultDocument, TargetDocument } from '../../lists/answer/documents';
import type { DepartmentStore, ListStore } from './department-store';
import type { FacetRow } from '../../lists/answer/facets';
import type { RowDocument } from '../../lists/answer/gather';
import type { SearchRow } from '../../lists/answer/search';
import type {
  AnySelector,
  Asked,
  ResultSelector,
  SearchSelector,
  TargetSelector,
} from '../../lists/contract/selector';

/** What slices ask is answered once for all that ask the same. */
type SliceLoader<S extends AnySelector, T> = DataLoader<Asked<S>, T, string>;

/** Loaders of one list. */
export interface ListLoaders<S extends AnySelector> {
  readonly rows: SliceLoader<S, RowDocument[]>;
  readonly preceded: SliceLoader<S, boolean>;
  readonly totals: SliceLoader<S, number>;
}

/** One set per request: every reference and every join of the request costs one command per kind. */
export interface DepartmentLoaders<Target extends TargetDocument = TargetDocument> {
  readonly targets: ListLoaders<TargetSelector> & {
    readonly byId: DataLoader<string, Target | null>;
    /** The targets that have a result as their baseline. */
    readonly byBaseline: DataLoader<string, Target[]>;
    readonly facets: SliceLoader<TargetSelector, FacetRow[]>;
  };
  readonly results: ListLoaders<ResultSelector> & {
    readonly byId: DataLoader<string, ResultDocument | null>;
  };
  readonly search: {
    readonly rows: SliceLoader<SearchSelector, SearchRow[]>;
    readonly totals: SliceLoader<SearchSelector, number>;
  };
  readonly answered: DataLoader<'ping', true>;
}

export function createDepartmentLoaders<Target extends TargetDocument>(
  store: DepartmentStore<Target>,
): DepartmentLoaders<Target> {
  const { targets, results } = store;
  return {
    targets: {
      ...listLoaders(targets),
      byId: new DataLoader(async (ids) => inOrder(ids, await targets.byIds(ids))),
      byBaseline: new DataLoader(async (ids) => {
        const found = await targets.byBaselines(ids);
        return ids.map((id) => found.filter((target) => target.baseline === id));
      }),
      facets: sliceLoader((selectors: TargetSelector[]) => targets.facets(selectors)),
    },
    results: {
      ...listLoaders(results),
      byId: new DataLoader(async (ids) => inOrder(ids, await results.byIds(ids))),
    },
    search: {
      rows: sliceLoader((selectors: SearchSelector[]) => store.search.rows(selectors)),
      totals: sliceLoader((selectors: SearchSelector[]) => store.search.totals(selectors)),
    },
    answered: new DataLoader(async (keys) => {
      await store.ping();
      return keys.map(() => true as const);
    }),
  };
}

function listLoaders<S extends TargetSelector | ResultSelector>(list: ListStore<S>): ListLoaders<S> {
  return {
    rows: sliceLoader((selectors: S[]) => list.rows(selectors)),
    preceded: sliceLoader((selectors: S[]) => list.preceded(selectors)),
    totals: sliceLoader((selectors: S[]) => list.totals(selectors)),
  };
}

function sliceLoader<S extends AnySelector, T>(answer: (selectors: S[]) => Promise<T[]>): SliceLoader<S, T> {
  return new DataLoader((asked) => answer(asked.map(({ selector }) => selector)), {
    cacheKeyFn: ({ text }) => text,
  });
}

function inOrder<T extends { _id: string }>(ids: readonly string[], documents: readonly T[]): (T | null)[] {
  const byId = new Map(documents.map((document) => [document._id, document]));
  return ids.map((id) => byId.get(id) ?? null);
}
