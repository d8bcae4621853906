import { type Document } from 'bson';
import { CommandError } from '../errors';
import { isEqualValue } from '../values/compare';
import { bsonType, isDocument } from '../values/types';
import { write } from './update-paths';

type Equalities = Map<string, unknown>;

/**
 * The document that a filter's equalities describe: `{ b: 1, a: { $eq: 2 }, c: { $gt: 3 } }` → `{ b: 1, a: 2 }`.
 * Its fields have the filter's order, where MongoDB has that of a hash table.
 */
export function equalitiesOf(filter: Document): Document {
  const equalities: Equalities = new Map();
  collect(filter, equalities);
  for (const path of equalities.keys()) refuseParent(equalities, path);
  const document: Document = {};
  for (const [path, value] of equalities) write(document, path, value);
  return document;
}

/** @throws QueryFeatureNotAllowed for `$expr`: no field of a new document follows from it */
export function checkUpsertFilter(filter: Document): void {
  if ('$expr' in filter)
    throw new CommandError(
      'QueryFeatureNotAllowed',
      '$expr is not allowed in the query predicate for an upsert',
    );
  for (const operator of ['$and', '$or', '$nor']) {
    const branches: unknown = filter[operator];
    if (Array.isArray(branches)) branches.filter(isDocument).forEach(checkUpsertFilter);
  }
}

/** `{ a: {}, 'a.b': 1 }` says two things of a.b. */
function refuseParent(equalities: Equalities, path: string): void {
  const parts = path.split('.');
  const parents = parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
  const parent = parents.find((each) => equalities.has(each));
  if (parent !== undefined)
    throw new CommandError(
      'NotSingleValueField',
      `cannot infer query fields to set, both paths '${path}' and '${parent}' are matched`,
    );
}

function collect(filter: Document, equalities: Equalities): void {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and') (condition as Document[]).forEach((part) => collect(part, equalities));
    else if (field === '$or') collectOnly(condition as Document[], equalities);
    else if (!field.startsWith('$')) collectField(field, condition, equalities);
  }
}

/** An `$or` of one alternative is that alternative. */
function collectOnly(branches: readonly Document[], equalities: Equalities): void {
  const [only] = branches;
  if (only && branches.length === 1) collect(only, equalities);
}

function collectField(path: string, condition: unknown, equalities: Equalities): void {
  if (!isDocument(condition) || !isOperators(condition)) return assignValue(path, condition, equalities);
  if ('$eq' in condition) return assign(equalities, path, condition.$eq);
  const single: unknown = condition.$in ?? condition.$all;
  if (Array.isArray(single) && single.length === 1) assignValue(path, single[0], equalities);
}

/** A pattern is no value, and nor is the `$elemMatch` of an `$all`. */
function assignValue(path: string, value: unknown, equalities: Equalities): void {
  if (value instanceof RegExp || bsonType(value) === 'BSONRegExp') return;
  if (!isDocument(value) || !isOperators(value)) assign(equalities, path, value);
}

function isOperators(value: Document): boolean {
  return Object.keys(value)[0]?.startsWith('$') ?? false;
}

function assign(equalities: Equalities, path: string, value: unknown): void {
  if (equalities.has(path) && !isEqualValue(equalities.get(path), value)) {
    throw new CommandError(
      'NotSingleValueField',
      `cannot infer query fields to set, path '${path}' is matched twice`,
    );
  }
  equalities.set(path, value);
}
