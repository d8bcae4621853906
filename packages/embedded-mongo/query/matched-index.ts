import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { compileFilter } from './filter';

/**
 * The position of the first element of an array that, alone, makes the conditions of a filter on the array true:
 * `{a: {$gt: 1}}` and `[1, 2, 3]` → 1. Undefined where the filter says nothing of it, or no element does.
 */
export function matchedIndex(
  array: readonly unknown[],
  arrayPath: string,
  filter: Document,
  options?: Options,
): number | undefined {
  const conditions = conditionsOn(filter, arrayPath);
  if (conditions.length === 0) return undefined;
  const matches = compileFilter({ $and: conditions }, options);
  const index = array.findIndex((item) => matches(nested(arrayPath, [item])));
  return index < 0 ? undefined : index;
}

function conditionsOn(filter: Document, path: string): Document[] {
  return Object.entries(filter).flatMap(([field, condition]) => {
    if (field === '$and') return (condition as Document[]).flatMap((part) => conditionsOn(part, path));
    if (field === '$or') {
      const branches = (condition as Document[])
        .map((part) => conditionsOn(part, path))
        .filter((part) => part.length > 0);
      return branches.length > 0 ? [{ $or: branches.map((part) => ({ $and: part })) }] : [];
    }
    return field === path || field.startsWith(`${path}.`) ? [{ [field]: condition as unknown }] : [];
  });
}

function nested(path: string, value: unknown): Document {
  return path.split('.').reduceRight<unknown>((inner, part) => ({ [part]: inner }), value) as Document;
}
