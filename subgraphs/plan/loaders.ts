import DataLoader from 'dataloader';
import type { PlaceDocument, PlanDocument, SourceDocument, WorkItemDocument } from './documents';
import { createSearchLoaders, type SearchLoaders } from '../../lists/answer/slice-loaders';
import { oneByKey, manyByKey } from './key-loaders';
import type { Store } from './store';

/** One set per request: all references and joins of one kind that are ready together cost one command. */
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
  /** Work items and places. */
  readonly search: SearchLoaders;
}

export function createLoaders(store: Store): Loaders {
  return {
    document: oneByKey(store.documentsByIds, (document) => [document._id]),
    plans: new DataLoader(async (keys) => {
      const plans = await store.plans();
      return keys.map(() => plans);
    }),
    item: oneByKey(store.itemsByNumbers, (item) => [item._id]),
    itemsOfChapter: manyByKey(store.itemsByChapters, (item) => [item.chapter]),
    itemsOfDepartment: manyByKey(store.itemsByDepartments, (item) => [item.department]),
    place: oneByKey(store.placesByIds, (place) => [place._id]),
    placeByName: oneByKey(store.placesByNames, (place) => place.names),
    placesDirectlyIn: manyByKey(store.placesDirectlyIn, (place) =>
      place.within === null ? [] : [place.within],
    ),
    placesIn: manyByKey(store.placesIn, (place) => place.ancestors),
    search: createSearchLoaders(store.search),
  };
}
