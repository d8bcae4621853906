import DataLoader from 'dataloader';
import { createSliceLoaders, type SliceLoaders } from '../../lists/answer/slice-loaders';
import type { DepartmentStore } from './department-store';
import type { ResultDocument, TargetDocument } from './documents';

/** One set per request: every reference and every join of the request costs one command per kind. */
export interface DepartmentLoaders {
  readonly lists: SliceLoaders;
  readonly targets: {
    readonly byId: DataLoader<string, TargetDocument | null>;
    /** The targets that have a result as their baseline. */
    readonly byBaseline: DataLoader<string, TargetDocument[]>;
  };
  readonly results: { readonly byId: DataLoader<string, ResultDocument | null> };
}

export function createDepartmentLoaders({ lists, targets, results }: DepartmentStore): DepartmentLoaders {
  return {
    lists: createSliceLoaders(lists),
    targets: {
      byId: new DataLoader(async (ids) => inOrder(ids, await targets.byIds(ids))),
      byBaseline: new DataLoader(async (ids) => {
        const found = await targets.byBaselines(ids);
        return ids.map((id) => found.filter((target) => target.baseline === id));
      }),
    },
    results: { byId: new DataLoader(async (ids) => inOrder(ids, await results.byIds(ids))) },
  };
}

function inOrder<T extends { _id: string }>(ids: readonly string[], documents: readonly T[]): (T | null)[] {
  const byId = new Map(documents.map((document) => [document._id, document]));
  return ids.map((id) => byId.get(id) ?? null);
}
