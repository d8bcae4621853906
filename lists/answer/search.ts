import type { Collection, Db, Document } from 'mongodb';
import {
  countGrams,
  exactGram,
  fewest,
  gramsOfPair,
  heldBy,
  holdsAny,
  rarestPair,
  textGram,
  titleGram,
  type GramCounts,
} from './grams';
import { highlight } from './highlight';
import type { SearchSelector } from '../contract/selector';
import { gramsOf, normalizeText } from '../contract/text';
import { holdingTerms } from './text-filter';
import { unionAll } from './union-all';

/** One hit, as the merge needs it. */
export interface SearchRow {
  readonly id: string;
  readonly type: string;
  /** Sorts the best first, across departments and collections. */
  readonly key: string;
  readonly highlights: string[];
}

/** A collection that is searched. */
export interface Searched {
  readonly collection: Collection;
  /** The type of its hits. */
  readonly type: string;
  /** One digit: among equally good hits, lower comes first. */
  readonly rank: number;
  /** The fields that highlights are cut from, weightiest first. */
  readonly fields: readonly string[];
}

/** How well a hit fits, best first: its name is the text, holds every pair of it, or only its clause does. */
const tiers = ['EXACT', 'TITLE', 'TEXT'] as const;
type Tier = (typeof tiers)[number];

/** The answers to a batch of searches, each with a bounded number of commands. */
export interface SearchStore {
  /** The first `take + 1` hits after the page's cursor, best first. */
  rows(selectors: readonly SearchSelector[]): Promise<SearchRow[][]>;
  totals(selectors: readonly SearchSelector[]): Promise<number[]>;
}

/** A search over several collections of one database. */
export function createSearch(db: Db, searched: readonly Searched[]): SearchStore {
  return {
    rows: async (selectors) => {
      const found = await Promise.all(searched.map((each) => searchRows(db, each, selectors)));
      return selectors.map(({ page }, of) =>
        found
          .flatMap((rows) => rows[of] ?? [])
          .sort((a, b) => (a.key < b.key ? -1 : 1))
          .slice(0, page.take + 1),
      );
    },
    totals: async (selectors) => {
      const found = await Promise.all(searched.map((each) => searchTotals(db, each, selectors)));
      return selectors.map((_, of) => found.reduce((sum, totals) => sum + (totals[of] ?? 0), 0));
    },
  };
}

/**
 * The first `take + 1` hits of each search after its cursor, unordered: one walk of the gram index per tier. A tier is
 * walked only for the searches that those before left wanting, for it may pass over all that they hold: where a text is
 * the whole of many titles, those that hold more are far between. A command per tier at most, and one for the grams.
 */
async function searchRows(
  db: Db,
  searched: Searched,
  selectors: readonly SearchSelector[],
): Promise<SearchRow[][]> {
  const counts = await countGrams(db, searched.collection.collectionName, selectors.flatMap(gramsOfSearch));
  const found = selectors.map((): SearchRow[] => []);
  for (const tier of tiers) {
    const walks = selectors.flatMap((selector, of) => {
      const take = selector.page.take + 1 - (found[of]?.length ?? 0);
      return take > 0 ? [{ of, take, filter: walkFilter(searched, selector, tier, counts) }] : [];
    });
    for (const document of await walkTier(searched, walks)) {
      const of = Number(document.of);
      found[of]?.push(searchRow(searched, tier, document, selectors[of]?.terms ?? []));
    }
  }
  return found;
}

interface TierWalk {
  /** The search's position. */
  readonly of: number;
  readonly take: number;
  readonly filter: Document | null;
}

const walkTier = (searched: Searched, walks: readonly TierWalk[]): Promise<Document[]> =>
  unionAll(searched.collection, walks, ({ of, take, filter }) => [
    { $match: filter },
    { $sort: { 'sort.plan': 1 } },
    { $limit: take },
    { $project: { of: { $literal: of }, key: '$sort.plan', ...keep(searched.fields) } },
  ]);

/**
 * How many documents each search finds in all, with one command and one for the grams. What holds one pair alone is
 * not counted: it is known.
 */
async function searchTotals(
  db: Db,
  { collection }: Searched,
  selectors: readonly SearchSelector[],
): Promise<number[]> {
  const counts = await countGrams(db, collection.collectionName, selectors.flatMap(gramsOfSearch));
  const queries = selectors.map((selector, of) => {
    const held = rarestPair(pairsOf(selector), counts);
    const texts = held && holdingTerms(selector.terms);
    const filter = texts && texts.length > 0 ? { grams: holdsAny(held), $and: texts } : null;
    return { of, known: filter ? null : (held?.n ?? 0), filter };
  });
  const found = await unionAll(collection, queries, ({ of, filter }) => [
    { $match: filter },
    { $count: 'n' },
    { $project: { n: 1, of: { $literal: of } } },
  ]);
  const counted = new Map(found.map(({ of, n }) => [Number(of), Number(n)]));
  return queries.map(({ of, known }) => known ?? counted.get(of) ?? 0);
}

const keep = (fields: readonly string[]): Document => Object.fromEntries(fields.map((field) => [field, 1]));

const wholeText = ({ terms }: SearchSelector): string => normalizeText(terms.join(''));

const pairsOf = ({ terms }: SearchSelector): string[] => [...new Set(terms.flatMap(gramsOf))];

function gramsOfSearch(selector: SearchSelector): string[] {
  return [exactGram(wholeText(selector)), ...pairsOf(selector).flatMap(gramsOfPair)];
}

/** What a tier's walk looks for after the page's cursor; null when it can find nothing there. */
function walkFilter(
  searched: Searched,
  selector: SearchSelector,
  tier: Tier,
  counts: GramCounts,
): Document | null {
  const found = tierFilter(selector, tier, counts);
  const { after } = selector.page;
  if (!found || after === undefined) return found;
  const prefix = keyPrefix(searched, tier);
  if (after.slice(0, prefix.length) > prefix) return null;
  return after.startsWith(prefix) ? { ...found, 'sort.plan': { $gt: after.slice(prefix.length) } } : found;
}

function tierFilter(selector: SearchSelector, tier: Tier, counts: GramCounts): Document | null {
  const whole = exactGram(wholeText(selector));
  const pairs = pairsOf(selector);
  const texts = holdingTerms(selector.terms);
  if (tier === 'EXACT') return counts.has(whole) ? { grams: whole } : null;
  if (tier === 'TITLE') {
    const rarest = fewest(pairs.map((pair) => heldBy([titleGram(pair)], counts)));
    const others = pairs.map(titleGram).filter((gram) => !rarest?.grams.includes(gram));
    const rest = [...others.map((grams) => ({ grams })), ...texts, { grams: { $ne: whole } }];
    return rarest && { grams: holdsAny(rarest), $and: rest };
  }
  // Some pair is not the title's. Either those are looked through, or all that hold the rarest pair.
  const beyondTitle = heldBy(pairs.map(textGram), counts);
  const rarest = rarestPair(pairs, counts);
  if (!rarest || beyondTitle.n === 0) return null;
  if (texts.length === 0) return { grams: holdsAny(beyondTitle) };
  if (beyondTitle.n <= rarest.n) return { grams: holdsAny(beyondTitle), $and: texts };
  return { grams: holdsAny(rarest), $and: [{ grams: holdsAny(beyondTitle) }, ...texts] };
}

const keyPrefix = ({ rank }: Searched, tier: Tier): string => `${tiers.indexOf(tier)}${rank}`;

/** 3 for the tier that fits best, 1 for the last. */
export const scoreOfKey = (key: string): number => tiers.length - Number(key.charAt(0));

function searchRow(searched: Searched, tier: Tier, document: Document, terms: readonly string[]): SearchRow {
  return {
    id: String(document._id),
    type: searched.type,
    key: `${keyPrefix(searched, tier)}${String(document.key)}`,
    highlights: searched.fields
      .flatMap((field) => document[field] as string | string[])
      .flatMap((text) => highlight(text, terms) ?? []),
  };
}
