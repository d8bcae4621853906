import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { Query } from 'mingo/query';
import { badValue, CommandError } from '../errors';
import { checkFilter } from './check-filter';
import { defaultOptions } from './mingo-context';

/** Whether a decoded document matches. */
export type Filter = (document: Document) => boolean;

/** Compiles a filter of MongoDB's query language. Throws a `CommandError` when it is not one. */
export function compileFilter(filter: Document, options: Options = defaultOptions()): Filter {
  checkFilter(filter);
  if (Object.keys(filter).length === 0) return () => true;
  try {
    const query = new Query(withoutComments(filter), options);
    return (document) => query.test(document);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw badValue(error instanceof Error ? error.message : String(error));
  }
}

function withoutComments(filter: Document): Document {
  if (!('$comment' in filter)) return filter;
  return Object.fromEntries(Object.entries(filter).filter(([field]) => field !== '$comment'));
}

/** Whether the filter tells numeric types apart or computes, so that documents must be decoded with their types. */
export function needsTypes(filter: unknown): boolean {
  if (Array.isArray(filter)) return filter.some(needsTypes);
  if (typeof filter !== 'object' || filter === null) return false;
  return Object.entries(filter).some(
    ([key, value]) => key === '$type' || key === '$expr' || needsTypes(value),
  );
}
