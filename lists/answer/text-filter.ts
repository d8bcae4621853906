import type { Db, Document } from 'mongodb';
import { countGrams, gramsOfPair, holdsAny, rarestPair } from './grams';
import { escapeRegExp, gramsOf, normalizeText } from '../contract/text';

/**
 * For each list with a text condition, the filter that finds its documents through the pair of characters that the
 * fewest hold: null when no document can hold the text, empty when there is no such condition. At most one command.
 */
export async function textFilters(
  db: Db,
  collection: string,
  lists: readonly { readonly text?: string }[],
): Promise<(Document | null)[]> {
  const wanted = lists.map(({ text = '' }) => gramsOf(text));
  const grams = wanted.flat().flatMap(gramsOfPair);
  const counts = await countGrams(db, collection, grams);
  return lists.map(({ text }, at) => {
    if (text === undefined) return {};
    const rarest = rarestPair(wanted[at] ?? [], counts);
    return rarest && { grams: holdsAny(rarest), ...holdingTerms([text])[0] };
  });
}

/**
 * What must be looked for in the text of documents that were found by a pair of each term's characters. A lone pair need
 * not: what is found by it holds it.
 */
export function holdingTerms(terms: readonly string[]): Document[] {
  const [only = '', ...others] = terms;
  const isLonePair = others.length === 0 && gramsOf(only)[0] === normalizeText(only);
  return isLonePair
    ? []
    : terms.map((term) => ({ searchText: { $regex: escapeRegExp(normalizeText(term)) } }));
}
