import { type Document } from 'bson';
import { Lazy, type Iterator } from 'mingo/lazy';
import { compareSortKeys, parseSort, sortKeyOf } from '../query/sort-spec';

/** `$sort` in BSON's order, stable. */
export function sortStage(collection: Iterator, spec: unknown): Iterator {
  const fields = parseSort(spec);
  return collection.transform((documents) => {
    const keyed = (documents as Document[]).map((document) => ({
      document,
      key: sortKeyOf(document, fields),
    }));
    keyed.sort((a, b) => compareSortKeys(a.key, b.key, fields));
    return Lazy(keyed.map(({ document }) => document));
  });
}
