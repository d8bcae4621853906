import type { Collection, Db, Document } from 'mongodb';
import { escapeRegExp, normalizeText, rate } from '../kit';
import {
  indexes,
  type PlaceDocument,
  type PlanDocument,
  type SourceDocument,
  type WorkItemDocument,
} from './documents';

export interface Match {
  readonly id: string;
  readonly type: 'WorkItem' | 'Place';
  readonly score: number;
  readonly highlights: string[];
}

export type Store = ReturnType<typeof createStore>;

/** The only file that queries the plan office's database. Absent documents are absent from the answers. */
export function createStore(db: Db) {
  const documents = db.collection<SourceDocument>('documents');
  const plans = db.collection<PlanDocument>('plans');
  const items = db.collection<WorkItemDocument>('items');
  const places = db.collection<PlaceDocument>('places');
  const inOrder = { position: 1 } as const;
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
    search: async (terms: readonly string[]): Promise<Match[]> => {
      const [foundItems, foundPlaces] = await Promise.all([matching(items, terms), matching(places, terms)]);
      return [
        ...foundItems.map((item) => match('WorkItem', String(item._id), [item.heading, item.text], terms)),
        ...foundPlaces.map((place) => match('Place', place._id, place.names, terms)),
      ];
    },
    ensureIndexes: async () => {
      await items.createIndexes(indexes.items.map(({ key, options }) => ({ key, ...options })));
      await places.createIndexes(indexes.places.map(({ key, options }) => ({ key, ...options })));
    },
  };
}

function matching<T extends Document>(collection: Collection<T>, terms: readonly string[]) {
  const all = terms.map((term) => ({ searchText: { $regex: escapeRegExp(normalizeText(term)) } }));
  return collection.find({ $and: all } as never).toArray();
}

const match = (
  type: Match['type'],
  id: string,
  fields: readonly string[],
  terms: readonly string[],
): Match => ({
  type,
  id,
  ...rate(fields, terms),
});
