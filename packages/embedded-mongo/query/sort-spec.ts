import { type Document } from 'bson';
import { badValue, notImplemented } from '../errors';
import { type Compare } from '../values/collation';
import { compareValues } from '../values/compare';
import { expandRows, isOpenArray, keyValue, walkPath, type KeyField } from '../values/key-rows';
import { isDocument } from '../values/types';

export type SortField = KeyField;

export function parseSort(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return [];
  if (!isDocument(sort)) throw badValue('Expected sort to be an object');
  return Object.entries(sort).map(([path, direction]) => {
    if (isDocument(direction) && '$meta' in direction) throw notImplemented('A sort by $meta');
    if (direction !== 1 && direction !== -1)
      throw badValue('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    if (path === '') throw badValue('FieldPath cannot be constructed with empty string');
    return { path, parts: path.split('.'), descending: direction === -1 };
  });
}

export type SortKey = readonly unknown[];

/**
 * The values that a document is sorted by. Of the rows that its arrays give the one that comes first counts:
 * `{ a: [2, 1] }` is sorted by 1 when ascending, by 2 when descending. @throws where two fields lead through two arrays
 */
export function sortKeyOf(
  document: Document,
  fields: readonly SortField[],
  compare: Compare = compareValues,
): SortKey {
  const walks = fields.map(({ parts }) => walkPath(document, parts));
  if (!walks.some(isOpenArray)) return walks.map(({ value }) => keyValue(value));
  const rows: unknown[][] = [];
  if (!expandRows(walks, [], rows)) throw badValue('cannot sort with keys that are parallel arrays');
  const keys = rows.map((row) => row.map(keyValue));
  return keys.reduce((first, key) => (compareSortKeys(key, first, fields, compare) < 0 ? key : first));
}

export function compareSortKeys(
  a: SortKey,
  b: SortKey,
  fields: readonly SortField[],
  compare: Compare = compareValues,
): number {
  for (const [i, { descending }] of fields.entries()) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
}
