import type { Db, Document } from 'mongodb';
import { gramsOf, normalizeText } from '../contract/text';
import type { TextFilter } from './conditions';
import { escapeRegExp } from './escape-reg-exp';
import { holdsAny, rarestPair, readGramCounts } from './gram-counts';
import { gramsOfPair } from './stored/grams';

/** The filter of each list's text, through the pair of characters that the fewest documents hold. At most one command. */
export async function textFilters(
  db: Db,
  collection: string,
  lists: readonly { readonly text?: string }[],
): Promise<TextFilter[]> {
  const pairs = lists.map(({ text = '' }) => gramsOf(text));
  const counts = await readGramCounts(db, [collection], pairs.flat().flatMap(gramsOfPair));
  return lists.map(({ text }, at) => {
    if (text === undefined) return {};
    const rarest = rarestPair(pairs[at] ?? [], counts.get(collection) ?? new Map());
    return rarest && { grams: holdsAny(rarest), ...textConditions([text])[0] };
  });
}

/**
 * The conditions that the documents of an index walk must meet beside the pair that they were found by: their text must
 * contain every term. There is none for a single term of two characters, which is the pair itself.
 */
export function textConditions(terms: readonly string[]): Document[] {
  const [only = '', ...others] = terms;
  const isLonePair = others.length === 0 && gramsOf(only)[0] === normalizeText(only);
  return isLonePair
    ? []
    : terms.map((term) => ({ searchText: { $regex: escapeRegExp(normalizeText(term)) } }));
}
