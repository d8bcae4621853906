import type { Collection, Db } from 'mongodb';
import { gramCountId, gramsOfPair } from './stored/grams';

/** How many documents of a collection hold each gram. A gram that none holds is absent. */
export type GramCounts = ReadonlyMap<string, number>;
export type CountsByCollection = ReadonlyMap<string, GramCounts>;

export const countsIn = (counts: CountsByCollection, { collectionName }: Collection): GramCounts =>
  counts.get(collectionName) ?? new Map<string, number>();

/**
 * Reads the stored counts of the grams, by one command, or none when no gram is asked for.
 * @returns the counts by collection; `countsIn` reads them
 */
export async function readGramCounts(
  db: Db,
  collections: readonly string[],
  grams: Iterable<string>,
): Promise<CountsByCollection> {
  const wanted = [...new Set(grams)];
  if (wanted.length === 0) return new Map();
  const ids = collections.flatMap((collection) => wanted.map((gram) => gramCountId(collection, gram)));
  const found = await db
    .collection<{ _id: string; n: number }>('grams')
    .find({ _id: { $in: ids } })
    .toArray();
  const byId = new Map(found.map(({ _id, n }) => [_id, n]));
  return new Map(collections.map((collection) => [collection, countsOf(collection, wanted, byId)]));
}

function countsOf(
  collection: string,
  grams: readonly string[],
  byId: ReadonlyMap<string, number>,
): GramCounts {
  return new Map(
    grams.flatMap((gram) => {
      const n = byId.get(gramCountId(collection, gram));
      return n === undefined ? [] : [[gram, n]];
    }),
  );
}

/** Grams, and the sum of their counts. No more documents than that hold any of them. */
export interface Held {
  readonly grams: readonly string[];
  readonly n: number;
}

/** The grams that some document holds, with their counts added up. */
export function heldBy(grams: readonly string[], counts: GramCounts): Held {
  const known = grams.filter((gram) => counts.has(gram));
  return { grams: known, n: known.reduce((sum, gram) => sum + (counts.get(gram) ?? 0), 0) };
}

/** The grams of the pair that the fewest documents hold; null when some pair is held by none. */
export function rarestPair(pairs: readonly string[], counts: GramCounts): Held | null {
  return fewest(pairs.map((pair) => heldBy(gramsOfPair(pair), counts)));
}

/** The one with the least count; null when its count is 0, and of nothing. */
export function fewest(each: readonly Held[]): Held | null {
  const [least] = each.toSorted((a, b) => a.n - b.n);
  return least && least.n > 0 ? least : null;
}

/** The condition on the field `grams`. One gram stays an equality, which is one range of the index. */
export const holdsAny = ({ grams }: Held): unknown => (grams.length === 1 ? grams[0] : { $in: grams });
