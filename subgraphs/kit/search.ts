import type { Collection, Db, Document } from 'mongodb';
import { unionAll } from './gather';
import { countGrams, exactGram, rarestGram, titleGram } from './grams';
import { highlight } from './highlight';
import type { SearchSelector } from './selector';
import { escapeRegExp, gramsOf, normalizeText } from './text';

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

/** How well a hit fits, best first: its name is the text, holds it, or only its clause does. */
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
 * walked only for the searches that those before left wanting, for it passes over all that they hold: where a word
 * stands in most titles, the clauses that have it alone are far between. A command per tier at most, and one for the grams.
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
  const filters = selectors.map((selector) => anywhere(selector, counts));
  const known = filters.map((filter) => knownTotal(filter, counts));
  const queries = filters.map((filter, of) => ({ of, filter: known[of] === null ? filter : null }));
  const found = await unionAll(collection, queries, ({ of, filter }) => [
    { $match: filter },
    { $count: 'n' },
    { $project: { n: 1, of: { $literal: of } } },
  ]);
  const counted = new Map(found.map(({ of, n }) => [Number(of), Number(n)]));
  return known.map((total, of) => total ?? counted.get(of) ?? 0);
}

/** The number that is kept for a gram, when the filter is that gram and no more; null when it must be counted. */
function knownTotal(filter: Document | null, counts: ReadonlyMap<string, number>): number | null {
  if (filter === null) return 0;
  return '$and' in filter ? null : (counts.get(String(filter.grams)) ?? null);
}

const keep = (fields: readonly string[]): Document => Object.fromEntries(fields.map((field) => [field, 1]));

const wholeText = ({ terms }: SearchSelector): string => normalizeText(terms.join(''));

function gramsOfSearch(selector: SearchSelector): string[] {
  const grams = selector.terms.flatMap(gramsOf);
  return [exactGram(wholeText(selector)), ...grams, ...grams.map(titleGram)];
}

/** What a tier's walk looks for after the page's cursor; null when it can find nothing there. */
function walkFilter(
  searched: Searched,
  selector: SearchSelector,
  tier: Tier,
  counts: ReadonlyMap<string, number>,
): Document | null {
  const found = tierFilter(selector, tier, counts);
  const { after } = selector.page;
  if (!found || after === undefined) return found;
  const prefix = keyPrefix(searched, tier);
  if (after.slice(0, prefix.length) > prefix) return null;
  return after.startsWith(prefix) ? { ...found, 'sort.plan': { $gt: after.slice(prefix.length) } } : found;
}

function tierFilter(
  selector: SearchSelector,
  tier: Tier,
  counts: ReadonlyMap<string, number>,
): Document | null {
  const whole = exactGram(wholeText(selector));
  const grams = selector.terms.flatMap(gramsOf);
  const inTitle = selector.terms.map((term) => ({ searchTitle: contains(term) }));
  if (tier === 'EXACT') return counts.has(whole) ? { grams: whole } : null;
  if (tier === 'TITLE') {
    const gram = rarestGram(grams.map(titleGram), counts);
    return gram === null ? null : { grams: gram, $and: [...inTitle, { grams: { $ne: whole } }] };
  }
  const found = anywhere(selector, counts);
  return found && { ...found, $nor: [{ $and: inTitle }, { grams: whole }] };
}

/** Documents that hold every term, in title or clause. A term that is one gram needs no second look. */
function anywhere({ terms }: SearchSelector, counts: ReadonlyMap<string, number>): Document | null {
  const gram = rarestGram(terms.flatMap(gramsOf), counts);
  if (gram === null) return null;
  const rest = terms
    .filter((term) => normalizeText(term) !== gram)
    .map((term) => ({ searchText: contains(term) }));
  return rest.length > 0 ? { grams: gram, $and: rest } : { grams: gram };
}

const contains = (term: string): Document => ({ $regex: escapeRegExp(normalizeText(term)) });

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
