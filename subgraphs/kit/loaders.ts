import DataLoader from 'dataloader';
import type { ResultDocument, TargetDocument } from './documents';
import type { DepartmentStore, ListStore } from './department-store';
import type { FacetRow, RowDocument } from './gather';
import type { SearchMatch } from './search';
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
  readonly search: DataLoader<string, SearchMatch[]>;
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
        targets.facets(keys.map((key) => decodeSelector<TargetSelector>(key).conditions)),
      ),
    },
    results: {
      ...listLoaders(results),
      byId: new DataLoader(async (ids) => inOrder(ids, await results.byIds(ids))),
    },
    search: new DataLoader((keys) =>
      Promise.all(keys.map((key) => store.search(decodeSelector<SearchSelector>(key).terms))),
    ),
    answered: new DataLoader(async (keys) => {
      await store.ping();
      return keys.map(() => true as const);
    }),
  };
}

function listLoaders<S extends TargetSelector | ResultSelector>(list: ListStore<S>): ListLoaders {
  const decode = (keys: readonly string[]) => keys.map((key) => decodeSelector<S>(key));
  return {
    rows: new DataLoader((keys) => list.rows(decode(keys))),
    preceded: new DataLoader((keys) => list.preceded(decode(keys))),
    totals: new DataLoader((keys) => list.totals(decode(keys))),
  };
}

function inOrder<T extends { _id: string }>(ids: readonly string[], documents: readonly T[]): (T | null)[] {
  const byId = new Map(documents.map((document) => [document._id, document]));
  return ids.map((id) => byId.get(id) ?? null);
}
