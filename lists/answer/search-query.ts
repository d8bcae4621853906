import type { Collection, Db } from 'mongodb';
import type { SearchSelector } from '../contract/selector';
import { readGramCounts, type CountsByCollection } from './gram-counts';
import { gramsOfSearch } from './search-filters';

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
  /** The counts of the text's grams in each searched collection. */
  readonly counts: CountsByCollection;
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
