import { type Document } from 'bson';
import { CommandError } from '../errors';
import { isEqualValue } from '../values/compare';
import { MISSING } from '../values/paths';
import { bsonType, isDocument } from '../values/types';
import { read, write } from './update-paths';

/** What a filter's equalities say of a document that does not exist yet. */
export function equalitiesOf(filter: Document): Document {
  const document: Document = {};
  collect(filter, document);
  return document;
}

function collect(filter: Document, document: Document): void {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and') (condition as Document[]).forEach((part) => collect(part, document));
    else if (field === '$or') collectOnly(condition as Document[], document);
    else if (!field.startsWith('$')) collectField(field, condition, document);
  }
}

/** An `$or` of one alternative is that alternative. */
function collectOnly(branches: readonly Document[], document: Document): void {
  const [only] = branches;
  if (only && branches.length === 1) collect(only, document);
}

function collectField(path: string, condition: unknown, document: Document): void {
  if (condition instanceof RegExp || bsonType(condition) === 'BSONRegExp') return;
  if (!isDocument(condition) || !Object.keys(condition)[0]?.startsWith('$'))
    return assign(document, path, condition);
  if ('$eq' in condition) return assign(document, path, condition.$eq);
  const single: unknown = condition.$in ?? condition.$all;
  if (Array.isArray(single) && single.length === 1) assign(document, path, single[0]);
}

function assign(document: Document, path: string, value: unknown): void {
  const before = read(document, path);
  if (before !== MISSING && !isEqualValue(before, value)) {
    throw new CommandError(
      'NotSingleValueField',
      `cannot infer query fields to set, path '${path}' is matched twice`,
    );
  }
  write(document, path, value);
}
