import DataLoader from 'dataloader';
import type { PlaceDocument, PlanDocument, SourceDocument, WorkItemDocument } from './documents';
import { createSearchLoaders, type SearchLoaders } from '../../lists/answer/slice-loaders';
import type { Store } from './store';

/** One set per request: every reference and every join of the request costs one command per kind. */
export interface Loaders {
  readonly document: DataLoader<string, SourceDocument | null>;
  readonly plans: DataLoader<'all', PlanDocument[]>;
  readonly item: DataLoader<number, WorkItemDocument | null>;
  readonly itemsOfChapter: DataLoader<number, WorkItemDocument[]>;
  readonly itemsOfDepartment: DataLoader<string, WorkItemDocument[]>;
  readonly place: DataLoader<string, PlaceDocument | null>;
  readonly placeByName: DataLoader<string, PlaceDocument | null>;
  readonly placesDirectlyIn: DataLoader<string, PlaceDocument[]>;
  /** At any depth. */
  readonly placesIn: DataLoader<string, PlaceDocument[]>;
  /** Items and places that a search finds. */
  readonly search: SearchLoaders;
}

export function createLoaders(store: Store): Loaders {
  return {
    document: one(store.documentsByIds, (document) => [document._id]),
    plans: new DataLoader(async (keys) => {
      const plans = await store.plans();
      return keys.map(() => plans);
    }),
    item: one(store.itemsByNumbers, (item) => [item._id]),
    itemsOfChapter: many(store.itemsByChapters, (item) => [item.chapter]),
    itemsOfDepartment: many(store.itemsByDepartments, (item) => [item.department]),
    place: one(store.placesByIds, (place) => [place._id]),
    placeByName: one(store.placesByNames, (place) => place.names),
    placesDirectlyIn: many(store.placesDirectlyIn, (place) => (place.within === null ? [] : [place.within])),
    placesIn: many(store.placesIn, (place) => place.ancestors),
    search: createSearchLoaders(store.search),
  };
}

type Find<K, T> = (keys: readonly K[]) => Promise<T[]>;

function one<K, T>(find: Find<K, T>, keysOf: (document: T) => readonly K[]): DataLoader<K, T | null> {
  return new DataLoader(async (keys) => {
    const byKey = groupByKeys(await find(keys), keysOf);
    return keys.map((key) => byKey.get(key)?.[0] ?? null);
  });
}

function many<K, T>(find: Find<K, T>, keysOf: (document: T) => readonly K[]): DataLoader<K, T[]> {
  return new DataLoader(async (keys) => {
    const byKey = groupByKeys(await find(keys), keysOf);
    return keys.map((key) => byKey.get(key) ?? []);
  });
}

function groupByKeys<K, T>(documents: readonly T[], keysOf: (document: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const document of documents) {
    for (const key of keysOf(document)) appendTo(groups, key, document);
  }
  return groups;
}

function appendTo<K, T>(groups: Map<K, T[]>, key: K, document: T): void {
  const group = groups.get(key);
  if (group) group.push(document);
  else groups.set(key, [document]);
}
