import { isDocument } from './types';

/** What a path leads to where a document has no such field. */
export const MISSING: unique symbol = Symbol('missing');

const DIGITS = /^\d+$/;

/**
 * Every value that a dotted path leads to, as MongoDB's queries see it: arrays on the way are entered
 * (each document in them, or the element that a numeric part names); an array at the end is one value.
 */
export function valuesAt(document: unknown, path: string): unknown[] {
  if (!path.includes('.') && isDocument(document)) {
    return [Object.hasOwn(document, path) ? (document[path] as unknown) : MISSING];
  }
  const found: unknown[] = [];
  collect(document, path.split('.'), 0, found);
  return found;
}

function collect(value: unknown, parts: readonly string[], depth: number, found: unknown[]): void {
  const part = parts[depth];
  if (part === undefined) {
    found.push(value);
  } else if (Array.isArray(value)) {
    if (DIGITS.test(part) && Number(part) < value.length)
      collect(value[Number(part)], parts, depth + 1, found);
    for (const item of value) if (isDocument(item)) collect(item, parts, depth, found);
  } else if (isDocument(value) && Object.hasOwn(value, part)) {
    collect(value[part], parts, depth + 1, found);
  } else {
    found.push(MISSING);
  }
}
