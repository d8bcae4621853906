import DataLoader from 'dataloader';
import type { ResultDocument, TargetDocument } from './documents';
import type { DepartmentStore, ListStore } from './department-store';
import type { FacetRow } from './facets';
import type { RowDocument } from './gather';
import type { SearchRow } from './search';
import { decodeSelector, type ResultSelector, type SearchSelector, type TargetSelector } from './selector';

/** Loaders of one list, keyed by encoded selector. */
export interface ListLoaders {
  readonly rows: DataLoader<string, RowDocument[]>;
  readonly preceded: DataLoader<string, boolean>;
  readonly totals: DataLoader<string, number>;
}

/** One set per request: every reference and every join of the request costs one command per kind. */
export interface DepartmentLoaders<Target extends TargetDocument = TargetDocument> {
  readonly targets: ListLoaders & {
    readonly byId: DataLoader<string, Target | null>;
    /** The targets that have a result as their baseline. */
    readonly byBaseline: DataLoader<string, Target[]>;
    readonly facets: DataLoader<string, FacetRow[]>;
  };
  readonly results: ListLoaders & { readonly byId: DataLoader<string, ResultDocument | null> };
  readonly search: {
    readonly rows: DataLoader<string, SearchRow[]>;
    readonly totals: DataLoader<string, number>;
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
      facets: new DataLoader((keys) =>
        targets.facets(decodeAll<TargetSelector>(keys).map(({ conditions }) => conditions)),
      ),
    },
    results: {
      ...listLoaders(results),
      byId: new DataLoader(async (ids) => inOrder(ids, await results.byIds(ids))),
    },
    search: {
      rows: new DataLoader((keys) => store.search.rows(decodeAll<SearchSelector>(keys))),
      totals: new DataLoader((keys) => store.search.totals(decodeAll<SearchSelector>(keys))),
    },
    answered: new DataLoader(async (keys) => {
      await store.ping();
      return keys.map(() => true as const);
    }),
  };
}

function listLoaders<S extends TargetSelector | ResultSelector>(list: ListStore<S>): ListLoaders {
  return {
    rows: new DataLoader((keys) => list.rows(decodeAll<S>(keys))),
    preceded: new DataLoader((keys) => list.preceded(decodeAll<S>(keys))),
    totals: new DataLoader((keys) => list.totals(decodeAll<S>(keys))),
  };
}

const decodeAll = <S extends TargetSelector | ResultSelector | SearchSelector>(
  keys: readonly string[],
): S[] => keys.map((key) => decodeSelector<S>(key));

function inOrder<T extends { _id: string }>(ids: readonly string[], documents: readonly T[]): (T | null)[] {
  const byId = new Map(documents.map((document) => [document._id, document]));
  return ids.map((id) => byId.get(id) ?? null);
}
