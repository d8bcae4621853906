import type { Document } from 'mongodb';
import { gramsOf, normalizeText } from '../../contract/text';

/** The fields that a document of any searched collection is found by. */
export interface SearchFields {
  readonly searchTitle: string;
  readonly searchText: string;
  readonly grams: string[];
}

/**
 * The terms of the text index. A document has its whole title as one term, `E:新增首店`, and each of its pairs of
 * characters (see contract/text.ts) as another: `T:首店` when the title holds the pair, `X:首店` when only the rest of
 * its text does. So one walk of the index finds the documents that hold a text in their title, another the documents
 * that hold it elsewhere, and neither passes over a document of the other.
 */
export const exactGram = (title: string): string => `E:${title.slice(0, longestTitle)}`;
export const titleGram = (pair: string): string => `T:${pair}`;
export const textGram = (pair: string): string => `X:${pair}`;
/** The terms of documents that hold a pair anywhere. */
export const gramsOfPair = (pair: string): string[] => [titleGram(pair), textGram(pair)];

/** In characters: longer titles, of which there are none, are equal when their beginnings are. */
const longestTitle = 200;

/** @param texts everything but the title that a document is found by */
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

/** The id of a term's count in the collection `grams`: `targets|T:首店`. */
export const gramCountId = (collection: string, gram: string): string => `${collection}|${gram}`;

/** How many of the documents hold each term, as stored in the collection `grams`. A search begins at the rarest. */
export function gramCounts(
  collection: string,
  documents: Iterable<{ readonly grams: readonly string[] }>,
): Document[] {
  const counts = new Map<string, number>();
  for (const { grams } of documents) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return [...counts].map(([gram, n]) => ({ _id: gramCountId(collection, gram), n }));
}
