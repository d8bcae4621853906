import type { Db, Document } from 'mongodb';
import { gramsOf, normalizeText } from '../contract/text';

/** What a document of any searched collection stores for the search. */
export interface SearchFields {
  readonly searchTitle: string;
  readonly searchText: string;
  readonly grams: string[];
}

/**
 * A document holds each of its pairs of characters once: as the title's, or as one that only the rest of its text has.
 * Its title is held whole as well. So each way of finding a text is one walk of the index.
 */
export const exactGram = (title: string): string => `E:${title.slice(0, 200)}`;
export const titleGram = (pair: string): string => `T:${pair}`;
export const textGram = (pair: string): string => `X:${pair}`;
/** Of what holds the pair at all. */
export const gramsOfPair = (pair: string): string[] => [titleGram(pair), textGram(pair)];

export function searchFields(title: string, texts: readonly string[]): SearchFields {
  const searchTitle = normalizeText(title);
  const searchText = [title, ...texts].map(normalizeText).join('|');
  const inTitle = gramsOf(searchTitle);
  const others = gramsOf(searchText).filter((pair) => !inTitle.includes(pair));
  return {
    searchTitle,
    searchText,
    grams: [exactGram(searchTitle), ...inTitle.map(titleGram), ...others.map(textGram)],
  };
}

/** How many documents hold each gram. */
export type GramCounts = ReadonlyMap<string, number>;

/** Of the documents given, as they are stored in `grams` by seeding, so that a search walks the rarest. */
export function gramCounts(
  collection: string,
  documents: Iterable<{ readonly grams: readonly string[] }>,
): Document[] {
  const counts = new Map<string, number>();
  for (const { grams } of documents) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return [...counts].map(([gram, n]) => ({ _id: `${collection}|${gram}`, n }));
}

/** The number of documents of a collection that hold each gram, one command for all. */
export async function countGrams(
  db: Db,
  collection: string,
  grams: Iterable<string>,
): Promise<Map<string, number>> {
  const ids = [...new Set(grams)].map((gram) => `${collection}|${gram}`);
  if (ids.length === 0) return new Map();
  const found = await db
    .collection<{ _id: string; n: number }>('grams')
    .find({ _id: { $in: ids } })
    .toArray();
  return new Map(found.map(({ _id, n }) => [_id.slice(collection.length + 1), n]));
}

/** Documents that hold any of the grams, and how many times they do: no more documents than that. */
export interface Held {
  readonly grams: readonly string[];
  readonly n: number;
}

/** The documents that hold any of the grams; those that none holds are left out. */
export function heldBy(grams: readonly string[], counts: GramCounts): Held {
  const known = grams.filter((gram) => counts.has(gram));
  return { grams: known, n: known.reduce((sum, gram) => sum + (counts.get(gram) ?? 0), 0) };
}

/** Those that hold the pair that the fewest do, anywhere; null when one is held by none, so that nothing can match. */
export function rarestPair(pairs: readonly string[], counts: GramCounts): Held | null {
  return fewest(pairs.map((pair) => heldBy(gramsOfPair(pair), counts)));
}

/** The least of several; null when one has nothing. */
export function fewest(each: readonly Held[]): Held | null {
  const [least] = each.toSorted((a, b) => a.n - b.n);
  return least && least.n > 0 ? least : null;
}

/** The condition on the field `grams`. One gram stays an equality, which is one range of the index. */
export const holdsAny = ({ grams }: Held): unknown => (grams.length === 1 ? grams[0] : { $in: grams });
