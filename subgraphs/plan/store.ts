import type { Db } from 'mongodb';
import { createSearch } from '../../lists/answer/department-lists';
import {
  indexes,
  type PlaceDocument,
  type PlanDocument,
  type SourceDocument,
  type WorkItemDocument,
} from './documents';

export type Store = ReturnType<typeof createStore>;

/** The only file that queries the plan office's database. Absent documents are absent from the answers. */
export function createStore(db: Db) {
  const documents = db.collection<SourceDocument>('documents');
  const plans = db.collection<PlanDocument>('plans');
  const items = db.collection<WorkItemDocument>('items');
  const places = db.collection<PlaceDocument>('places');
  const inOrder = { 'sort.plan': 1 } as const;
  return {
    documentsByIds: (ids: readonly string[]) => documents.find({ _id: { $in: [...ids] } }).toArray(),
    /** All plans, the latest first: there is one a year. */
    plans: () => plans.find().sort({ _id: -1 }).toArray(),
    itemsByNumbers: (numbers: readonly number[]) => items.find({ _id: { $in: [...numbers] } }).toArray(),
    itemsByChapters: (chapters: readonly number[]) =>
      items
        .find({ chapter: { $in: [...chapters] } })
        .sort({ _id: 1 })
        .toArray(),
    itemsByDepartments: (codes: readonly string[]) =>
      items
        .find({ department: { $in: [...codes] } })
        .sort({ _id: 1 })
        .toArray(),
    placesByIds: (ids: readonly string[]) => places.find({ _id: { $in: [...ids] } }).toArray(),
    placesByNames: (names: readonly string[]) => places.find({ names: { $in: [...names] } }).toArray(),
    placesDirectlyIn: (ids: readonly string[]) =>
      places
        .find({ within: { $in: [...ids] } })
        .sort(inOrder)
        .toArray(),
    placesIn: (ids: readonly string[]) =>
      places
        .find({ ancestors: { $in: [...ids] } })
        .sort(inOrder)
        .toArray(),
    places: (kind?: PlaceDocument['kind'], within?: string) =>
      places
        .find({ ...(kind && { kind }), ...(within && { ancestors: within }) })
        .sort(inOrder)
        .toArray(),
    search: createSearch(db, [
      { collection: db.collection('places'), type: 'Place', rank: 0, fields: ['names'] },
      { collection: db.collection('items'), type: 'WorkItem', rank: 3, fields: ['heading', 'text'] },
    ]),
    ensureIndexes: async () => {
      await items.createIndexes(indexes.items.map(({ key, options }) => ({ key, ...options })));
      await places.createIndexes(indexes.places.map(({ key, options }) => ({ key, ...options })));
    },
  };
}
