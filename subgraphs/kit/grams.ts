import type { Db, Document } from 'mongodb';
import { gramsOf, normalizeText } from './text';

/** What a document of any searched collection stores for the search. */
export interface SearchFields {
  readonly searchTitle: string;
  readonly searchText: string;
  readonly grams: string[];
}

/** Titles are indexed apart from clauses, and whole, so that each tier is one walk of the index. */
export const titleGram = (gram: string): string => `T:${gram}`;
export const exactGram = (title: string): string => `E:${title.slice(0, 200)}`;

export function searchFields(title: string, texts: readonly string[]): SearchFields {
  const searchTitle = normalizeText(title);
  const searchText = [title, ...texts].map(normalizeText).join('|');
  const grams = [exactGram(searchTitle), ...gramsOf(searchTitle).map(titleGram), ...gramsOf(searchText)];
  return { searchTitle, searchText, grams };
}

/** How many documents hold each gram, so that a search walks the rarest. Written by seeding, in `grams`. */
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

/** The gram that the fewest documents hold; null when one is held by none, so that nothing can match. */
export function rarestGram(grams: readonly string[], counts: ReadonlyMap<string, number>): string | null {
  const counted = grams.map((gram) => ({ gram, n: counts.get(gram) ?? 0 })).sort((a, b) => a.n - b.n);
  return counted[0] && counted[0].n > 0 ? counted[0].gram : null;
}
