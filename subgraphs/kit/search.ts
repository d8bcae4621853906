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
 * The first `take + 1` hits of each search after its cursor, unordered: one walk of the gram index per tier, stopped
 * when it has enough, in one command per collection and one for the grams.
 */
async function searchRows(
  db: Db,
  searched: Searched,
  selectors: readonly SearchSelector[],
): Promise<SearchRow[][]> {
  const counts = await countGrams(db, searched.collection.collectionName, selectors.flatMap(gramsOfSearch));
  const walks = selectors.flatMap((selector, of) =>
    tiers.map((tier) => ({ of, tier, selector, filter: walkFilter(searched, selector, tier, counts) })),
  );
  const found = await unionAll(searched.collection, walks, ({ of, tier, selector: { page }, filter }) => [
    { $match: filter },
    { $sort: { 'sort.plan': 1 } },
    { $limit: page.take + 1 },
    {
      $project: {
        of: { $literal: of },
        tier: { $literal: tier },
        key: '$sort.plan',
        ...keep(searched.fields),
      },
    },
  ]);
  return selectors.map(({ terms }, of) =>
    found.filter((document) => document.of === of).map((document) => searchRow(searched, document, terms)),
  );
}

/** How many documents each search finds in all, with one command and one for the grams. */
async function searchTotals(
  db: Db,
  { collection }: Searched,
  selectors: readonly SearchSelector[],
): Promise<number[]> {
  const counts = await countGrams(db, collection.collectionName, selectors.flatMap(gramsOfSearch));
  const queries = selectors.map((selector, of) => ({ of, filter: anywhere(selector, counts) }));
  const found = await unionAll(collection, queries, ({ of, filter }) => [
    { $match: filter },
    { $count: 'n' },
    { $project: { n: 1, of: { $literal: of } } },
  ]);
  return selectors.map((_, of) => (found.find((each) => each.of === of)?.n as number | undefined) ?? 0);
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

function searchRow(searched: Searched, document: Document, terms: readonly string[]): SearchRow {
  const tier = tiers.find((each) => each === document.tier) ?? 'TEXT';
  return {
    id: String(document._id),
    type: searched.type,
    key: `${keyPrefix(searched, tier)}${String(document.key)}`,
    highlights: searched.fields
      .flatMap((field) => document[field] as string | string[])
      .flatMap((text) => highlight(text, terms) ?? []),
  };
}
