import type { Document } from 'mongodb';
import { searchKeyPrefix, searchTiers, type SearchTier } from '../contract/search-keys';
import type { SearchRow } from '../contract/slice';
import { compareKeys } from '../contract/sort-keys';
import { countAll } from './counting';
import { countsIn } from './gram-counts';
import { highlight } from './highlight';
import { afterCursor, allTiers, tierFilter } from './search-filters';
import type { Searched, SearchQuery } from './search-query';
import { unionAll, type FilteredQuery } from './union-all';

/**
 * The first `take + 1` hits of each search after its cursor, best first. A command per tier at most for each collection.
 */
export async function gatherHits(
  searched: readonly Searched[],
  queries: readonly SearchQuery[],
): Promise<SearchRow[][]> {
  const found = await Promise.all(searched.map((each) => hitsIn(each, queries)));
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
  const found = await Promise.all(searched.map((each) => totalsIn(each, queries)));
  return queries.map((_, of) => found.reduce((sum, totals) => sum + (totals[of] ?? 0), 0));
}

async function totalsIn({ collection }: Searched, queries: readonly SearchQuery[]): Promise<number[]> {
  const asked = queries.map(({ selector, counts }) => allTiers(selector.terms, countsIn(counts, collection)));
  const counted = await countAll(collection, asked);
  return asked.map(({ known }, of) => known ?? counted[of] ?? 0);
}

/**
 * The hits in one collection, unordered. A tier is walked only for the searches that the better tiers left unfilled: a
 * walk may pass over many documents to find few. Where 200 titles are the text itself, a walk of the tier TITLE passes
 * over all of them.
 */
async function hitsIn(searched: Searched, queries: readonly SearchQuery[]): Promise<SearchRow[][]> {
  const hits = queries.map((): SearchRow[] => []);
  for (const tier of searchTiers) {
    const walks = queries.map(({ selector, counts }, of): TierWalk => {
      const take = selector.page.take + 1 - (hits[of]?.length ?? 0);
      const prefix = searchKeyPrefix(tier, searched.rank);
      const filter =
        take > 0 ? tierFilter(selector.terms, tier, countsIn(counts, searched.collection)) : null;
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
