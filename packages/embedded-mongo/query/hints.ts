import { badValue } from '../errors';
import { type Collection } from '../storage/collection';
import { type IndexTable } from '../storage/index-table';
import { isDocument } from '../values/types';
import { type SortField } from './sort-spec';

export function isNatural(sort: readonly SortField[]): boolean {
  return sort[0]?.path === '$natural';
}

/** Whether a sort or a hint asks for the natural order backwards; undefined where it does not ask for that order. */
export function naturalOrder(given: unknown): boolean | undefined {
  if (Array.isArray(given)) {
    const [first] = given as readonly SortField[];
    return first?.path === '$natural' ? first.descending : undefined;
  }
  return isDocument(given) && '$natural' in given ? Number(given.$natural) < 0 : undefined;
}

export function isEmptyHint(hint: unknown): boolean {
  return isDocument(hint) && Object.keys(hint).length === 0;
}

export function hintedIndex(collection: Collection, hint: unknown): IndexTable {
  const wanted = JSON.stringify(isDocument(hint) ? Object.entries(hint) : hint);
  const index = collection.visibleIndexes.find(({ spec }) =>
    isDocument(hint) ? JSON.stringify(Object.entries(spec.key)) === wanted : spec.name === hint,
  );
  if (!index)
    throw badValue(
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return index;
}
