import type { Document } from 'mongodb';
import type { SearchTier } from '../contract/search-keys';
import { gramsOf, normalizeText } from '../contract/text';
import { fewest, heldBy, holdsAny, rarestPair, type GramCounts, type Held } from './gram-counts';
import { exactGram, gramsOfPair, textGram, titleGram } from './stored/grams';
import { textConditions } from './text-filter';

/** The grams whose counts the filters of a search need. */
export const gramsOfSearch = (terms: readonly string[]): string[] => [
  exactGram(wholeText(terms)),
  ...pairsOf(terms).flatMap(gramsOfPair),
];

/** The documents of one tier, through the grams that the fewest of them hold; null when the tier has none. */
export function tierFilter(terms: readonly string[], tier: SearchTier, counts: GramCounts): Document | null {
  if (tier === 'EXACT') return exactFilter(terms, counts);
  return tier === 'TITLE' ? titleFilter(terms, counts) : clauseFilter(terms, counts);
}

function exactFilter(terms: readonly string[], counts: GramCounts): Document | null {
  const whole = exactGram(wholeText(terms));
  return counts.has(whole) ? { grams: whole } : null;
}

/** The title has every pair, and is not the text itself. */
function titleFilter(terms: readonly string[], counts: GramCounts): Document | null {
  const grams = pairsOf(terms).map(titleGram);
  const rarest = fewest(grams.map((gram) => heldBy([gram], counts)));
  if (!rarest) return null;
  const others = grams.filter((gram) => !rarest.grams.includes(gram)).map((gram) => ({ grams: gram }));
  const notExact = { grams: { $ne: exactGram(wholeText(terms)) } };
  return { grams: holdsAny(rarest), $and: [...others, ...textConditions(terms), notExact] };
}

/**
 * Some pair is in the clause and not in the title. The walk is through the fewer of two sets: the documents that have
 * one of the pairs in the clause alone, and the documents that have the rarest pair anywhere.
 */
function clauseFilter(terms: readonly string[], counts: GramCounts): Document | null {
  const pairs = pairsOf(terms);
  const texts = textConditions(terms);
  const inClause = heldBy(pairs.map(textGram), counts);
  const rarest = rarestPair(pairs, counts);
  if (!rarest || inClause.n === 0) return null;
  if (texts.length === 0) return { grams: holdsAny(inClause) };
  if (inClause.n <= rarest.n) return { grams: holdsAny(inClause), $and: texts };
  return { grams: holdsAny(rarest), $and: [{ grams: holdsAny(inClause) }, ...texts] };
}

/**
 * A tier's filter, after the page's cursor; null when every hit of the tier comes before the cursor.
 * @param prefix of the sort keys of the tier, see `searchKeyPrefix`
 */
export function afterCursor(filter: Document, after: string | undefined, prefix: string): Document | null {
  if (after === undefined) return filter;
  if (after.slice(0, prefix.length) > prefix) return null;
  return after.startsWith(prefix) ? { ...filter, 'sort.plan': { $gt: after.slice(prefix.length) } } : filter;
}

/** The hits of all tiers: their number where the counts of grams tell it, otherwise the filter that counts them. */
export interface AllTiers {
  readonly known: number | null;
  readonly filter: Document | null;
}

/** A document has a pair as the title's or as the clause's, so the counts of a search for one pair are exact. */
export function allTiers(terms: readonly string[], counts: GramCounts): AllTiers {
  const rarest: Held | null = rarestPair(pairsOf(terms), counts);
  if (!rarest) return { known: 0, filter: null };
  const texts = textConditions(terms);
  return texts.length === 0
    ? { known: rarest.n, filter: null }
    : { known: null, filter: { grams: holdsAny(rarest), $and: texts } };
}

const wholeText = (terms: readonly string[]): string => normalizeText(terms.join(''));

const pairsOf = (terms: readonly string[]): string[] => [...new Set(terms.flatMap(gramsOf))];
