import { type Document } from 'bson';
import { badValue, notImplemented } from '../errors';
import { type Compare } from '../values/collation';
import { compareValues } from '../values/compare';
import { MISSING, valuesAt } from '../values/paths';
import { isDocument } from '../values/types';

export interface SortField {
  readonly path: string;
  readonly descending: boolean;
}

export function parseSort(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return [];
  if (!isDocument(sort)) throw badValue('Expected sort to be an object');
  return Object.entries(sort).map(([path, direction]) => {
    if (isDocument(direction) && '$meta' in direction) throw notImplemented('A sort by $meta');
    if (direction !== 1 && direction !== -1)
      throw badValue('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    if (path === '') throw badValue('FieldPath cannot be constructed with empty string');
    return { path, descending: direction === -1 };
  });
}

export type SortKey = readonly unknown[];

/** The values that a document is sorted by: of an array its least element, or its greatest when descending. */
export function sortKeyOf(
  document: Document,
  fields: readonly SortField[],
  compare: Compare = compareValues,
): SortKey {
  return fields.map(({ path, descending }) => {
    const candidates = valuesAt(document, path).flatMap(elements);
    if (candidates.length === 0) return null;
    return candidates.reduce((best, value) => (compare(value, best) < 0 === descending ? best : value));
  });
}

function elements(value: unknown): unknown[] {
  if (value === MISSING) return [null];
  if (!Array.isArray(value)) return [value];
  return value.length === 0 ? [undefined] : value;
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
