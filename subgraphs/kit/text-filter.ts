import type { Db, Document } from 'mongodb';
import { countGrams, holdsAny, rarestPair, textGram, titleGram } from './grams';
import { escapeRegExp, gramsOf, normalizeText } from './text';

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
  const grams = wanted.flat().flatMap((pair) => [titleGram(pair), textGram(pair)]);
  const counts = await countGrams(db, collection, grams);
  return lists.map(({ text }, at) => {
    if (text === undefined) return {};
    const rarest = rarestPair(wanted[at] ?? [], counts);
    return rarest && { grams: holdsAny(rarest), ...containing(text) };
  });
}

/** A lone pair need not be looked for: what is found by it holds it. */
function containing(text: string): Document {
  const normalized = normalizeText(text);
  return gramsOf(text)[0] === normalized ? {} : { searchText: { $regex: escapeRegExp(normalized) } };
}
