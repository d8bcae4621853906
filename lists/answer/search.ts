import type { Collection, Db, Document } from 'mongodb';
import { searchKeyPrefix, searchTiers, type SearchTier } from '../contract/search-keys';
import type { SearchSelector } from '../contract/selector';
import type { SearchRow } from '../contract/slice';
import { compareKeys } from '../contract/sort-keys';
import { readGramCounts, type GramCounts } from './gram-counts';
import { countAll } from './counting';
import { highlight } from './highlight';
import { allTiers, gramsOfSearch, tierFilter } from './search-filters';
import { unionAll, type FilteredQuery } from './union-all';

/** A collection that is searched. */
export interface Searched {
  readonly collection: Collection;
  /** The GraphQL type of its hits. */
  readonly type: string;
  /** See `searchKeyPrefix`. */
  readonly rank: number;
  /** The fields that highlights are cut from, weightiest first. */
  readonly fields: readonly string[];
}

/** A search of one database. Rows and total are both read from one. */
export interface SearchQuery {
  readonly selector: SearchSelector;
  /** The counts of the text's grams in each searched collection, in the order of the collections. */
  readonly counts: readonly GramCounts[];
}

/** At most one command, which looks the texts up in the counts of grams. */
export async function buildSearches(
  db: Db,
  searched: readonly Searched[],
  selectors: readonly SearchSelector[],
): Promise<SearchQuery[]> {
  const names = searched.map(({ collection }) => collection.collectionName);
  const counts = await readGramCounts(
    db,
    names,
    selectors.flatMap(({ terms }) => gramsOfSearch(terms)),
  );
  return selectors.map((selector) => ({ selector, counts }));
}

/**
 * The first `take + 1` hits of each search after its cursor, best first. A command per tier at most for each collection.
 */
export async function gatherHits(
  searched: readonly Searched[],
  queries: readonly SearchQuery[],
): Promise<SearchRow[][]> {
  const found = await Promise.all(searched.map((each, position) => hitsIn(each, position, queries)));
  return queries.map(({ selector: { page } }, of) =>
    found
      .flatMap((hits) => hits[of] ?? [])
      .sort((a, b) => compareKeys(a.key, b.key))
      .slice(0, page.take + 1),
  );
}

/** How many hits each search has. At most one command for each collection. */
export async function countHits(
  searched: readonly Searched[],
  queries: readonly SearchQuery[],
): Promise<number[]> {
  const found = await Promise.all(searched.map((each, position) => totalsIn(each, position, queries)));
  return queries.map((_, of) => found.reduce((sum, totals) => sum + (totals[of] ?? 0), 0));
}

async function totalsIn(
  { collection }: Searched,
  position: number,
  queries: readonly SearchQuery[],
): Promise<number[]> {
  const asked = queries.map(({ selector, counts }) =>
    allTiers(selector.terms, counts[position] ?? new Map()),
  );
  const counted = await countAll(collection, asked);
  return asked.map(({ known }, of) => known ?? counted[of] ?? 0);
}

/**
 * The hits in one collection, unordered. A tier is walked only for the searches that the better tiers left unfilled: a
 * walk may pass over many documents to find few. Where 200 titles are the text itself, a walk of the tier TITLE passes
 * over all of them.
 */
async function hitsIn(
  searched: Searched,
  position: number,
  queries: readonly SearchQuery[],
): Promise<SearchRow[][]> {
  const hits = queries.map((): SearchRow[] => []);
  for (const tier of searchTiers) {
    const walks = queries.map(({ selector, counts }, of): TierWalk => {
      const take = selector.page.take + 1 - (hits[of]?.length ?? 0);
      const prefix = searchKeyPrefix(tier, searched.rank);
      const filter = take > 0 ? tierFilter(selector.terms, tier, counts[position] ?? new Map()) : null;
      return { take, filter: filter && afterCursor(filter, selector.page.after, prefix) };
    });
    const found = await walkTier(searched, walks);
    found.forEach((documents, of) => {
      const terms = queries[of]?.selector.terms ?? [];
      hits[of]?.push(...documents.map((document) => hitOf(searched, tier, document, terms)));
    });
  }
  return hits;
}

interface TierWalk extends FilteredQuery {
  readonly take: number;
}

const walkTier = ({ collection, fields }: Searched, walks: readonly TierWalk[]): Promise<Document[][]> =>
  unionAll<Document, TierWalk>(collection, walks, ({ filter, take }, mark) => [
    { $match: filter },
    { $sort: { 'sort.plan': 1 } },
    { $limit: take },
    {
      $project: {
        ...mark,
        key: '$sort.plan',
        ...Object.fromEntries(fields.map((field) => [field, 1])),
      },
    },
  ]);

/** A tier's filter after the page's cursor; null when every hit of the tier comes before it. */
function afterCursor(filter: Document, after: string | undefined, prefix: string): Document | null {
  if (after === undefined) return filter;
  if (after.slice(0, prefix.length) > prefix) return null;
  return after.startsWith(prefix) ? { ...filter, 'sort.plan': { $gt: after.slice(prefix.length) } } : filter;
}

function hitOf(
  { type, rank, fields }: Searched,
  tier: SearchTier,
  document: Document,
  terms: readonly string[],
): SearchRow {
  return {
    id: String(document._id),
    type,
    key: `${searchKeyPrefix(tier, rank)}${String(document.key)}`,
    highlights: fields
      .flatMap((field) => document[field] as string | string[])
      .flatMap((text) => highlight(text, terms) ?? []),
  };
}
