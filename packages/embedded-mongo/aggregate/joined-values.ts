import { type Document } from 'bson';
import { setField } from '../values/documents';
import { MISSING, valuesAt } from '../values/paths';
import { isDocument } from '../values/types';

/** A copy with the value at a dotted path. */
export function withField(document: Document, path: string, value: unknown): Document {
  const [name = '', ...rest] = path.split('.');
  const copy = { ...document };
  const inner: unknown = copy[name];
  const next = rest.length === 0 ? value : withField(isDocument(inner) ? inner : {}, rest.join('.'), value);
  setField(copy, name, next);
  return copy;
}

/** The values at a path, with an array and each of its elements; null for a missing field. */
export function elementsAt(document: Document, path: string): unknown[] {
  return valuesAt(document, path)
    .flatMap((value) => (Array.isArray(value) ? [...(value as unknown[]), value] : [value]))
    .map((value) => (value === MISSING ? null : value));
}
