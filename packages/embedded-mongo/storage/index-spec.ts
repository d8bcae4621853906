import { type Document } from 'bson';
import { CommandError, notImplemented } from '../errors';
import { type KeyField } from '../values/key-rows';
import { isDocument } from '../values/types';

export type IndexField = KeyField;

export interface IndexSpec {
  readonly name: string;
  readonly key: Readonly<Record<string, number>>;
  readonly unique?: boolean;
  readonly sparse?: boolean;
  /** Kept in step, and no plan reads it. */
  readonly hidden?: boolean;
  readonly partialFilterExpression?: Document;
}

export const ID_INDEX: IndexSpec = { name: '_id_', key: { _id: 1 } };

/** Options of `createIndexes` that change nothing here. */
const IGNORED = new Set(['v', 'background', 'ns']);
const KEPT = new Set(['key', 'name', 'unique', 'sparse', 'hidden', 'partialFilterExpression']);
/** Kinds of index that MongoDB has and this server has not. */
const OTHER_KINDS = new Set(['text', 'hashed', '2d', '2dsphere']);
const DBREF_FIELDS = new Set(['$ref', '$id', '$db']);

export function fieldsOf(spec: IndexSpec): IndexField[] {
  return Object.entries(spec.key).map(([path, direction]) => ({
    path,
    parts: path.split('.'),
    descending: direction < 0,
  }));
}

/** Reads one index of `createIndexes`. @throws with MongoDB's code where it is wrong, or 238 where it is not implemented */
export function parseIndexSpec(given: Document): IndexSpec {
  const key: unknown = given.key;
  if (!isDocument(key) || Object.keys(key).length === 0) {
    throw cannotCreateIndex('Index keys cannot be empty.');
  }
  if (typeof given.name !== 'string' || given.name === '') {
    throw new CommandError(
      'FailedToParse',
      "The 'name' field is a required property of an index specification",
    );
  }
  for (const option of Object.keys(given)) checkOption(option, given[option]);
  const directions = Object.entries(key).map(([path, value]) => [path, directionOf(path, value)] as const);
  return {
    name: given.name,
    key: Object.fromEntries(directions),
    ...(given.unique ? { unique: true } : {}),
    ...(given.sparse ? { sparse: true } : {}),
    ...(given.hidden ? { hidden: true } : {}),
    ...(given.partialFilterExpression
      ? { partialFilterExpression: given.partialFilterExpression as Document }
      : {}),
  };
}

function directionOf(path: string, value: unknown): number {
  const parts = path.split('.');
  if (parts.at(-1) === '$**') throw notImplemented('A wildcard index');
  if (parts.includes('') || parts.some((part) => part.startsWith('$') && !DBREF_FIELDS.has(part)))
    throw cannotCreateIndex(`Index key contains an illegal field name: '${path}'.`);
  if (typeof value === 'string' && OTHER_KINDS.has(value)) throw notImplemented(`A ${value} index`);
  if (typeof value === 'string') throw cannotCreateIndex(`Unknown index plugin '${value}'`);
  if (typeof value !== 'number' || value === 0 || Number.isNaN(value)) {
    throw cannotCreateIndex(
      `Values in the index key pattern must be numbers other than 0, but ${path} has: ${JSON.stringify(value)}.`,
    );
  }
  return value;
}

function cannotCreateIndex(message: string): CommandError {
  return new CommandError('CannotCreateIndex', message);
}

function checkOption(option: string, value: unknown): void {
  if (KEPT.has(option) || IGNORED.has(option)) return;
  if (option === 'collation') {
    if (isDocument(value) && value.locale === 'simple') return;
    throw notImplemented('An index with a collation');
  }
  if (option === 'wildcardProjection') throw notImplemented('A wildcard index');
  if (option === 'expireAfterSeconds') throw notImplemented('Expiry (expireAfterSeconds)');
  throw new CommandError(
    'InvalidIndexSpecificationOption',
    `The field '${option}' is not valid for an index specification.`,
  );
}

export function isSameKey(a: IndexSpec, b: IndexSpec): boolean {
  return JSON.stringify(Object.entries(a.key)) === JSON.stringify(Object.entries(b.key));
}

/** Two indexes may differ in `hidden` and be the same to MongoDB. */
export function isSameOptions(a: IndexSpec, b: IndexSpec): boolean {
  const options = ({ unique, sparse, partialFilterExpression }: IndexSpec): string =>
    JSON.stringify([unique ?? false, sparse ?? false, partialFilterExpression ?? null]);
  return options(a) === options(b);
}
