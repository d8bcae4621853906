import { type Document } from 'bson';
import { CommandError, notImplemented } from '../errors';
import { isDocument } from '../values/types';

export interface IndexField {
  readonly path: string;
  readonly parts: readonly string[];
  readonly descending: boolean;
}

export interface IndexSpec {
  readonly name: string;
  readonly key: Readonly<Record<string, number>>;
  readonly unique?: boolean;
  readonly sparse?: boolean;
  readonly partialFilterExpression?: Document;
}

export const ID_INDEX: IndexSpec = { name: '_id_', key: { _id: 1 } };

/** What `createIndexes` takes beside key and name without it changing anything here. */
const IGNORED = new Set(['v', 'background', 'ns', 'hidden', 'collation']);
const KEPT = new Set(['key', 'name', 'unique', 'sparse', 'partialFilterExpression']);

export function fieldsOf(spec: IndexSpec): IndexField[] {
  return Object.entries(spec.key).map(([path, direction]) => ({
    path,
    parts: path.split('.'),
    descending: direction < 0,
  }));
}

/** Checks what `createIndexes` was given for one index. */
export function parseIndexSpec(given: Document): IndexSpec {
  const key: unknown = given.key;
  if (!isDocument(key) || Object.keys(key).length === 0) {
    throw new CommandError('CannotCreateIndex', 'Index keys cannot be empty.');
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
    ...(given.partialFilterExpression
      ? { partialFilterExpression: given.partialFilterExpression as Document }
      : {}),
  };
}

function directionOf(path: string, value: unknown): number {
  if (path === '' || path.startsWith('$') || path.split('.').includes('')) {
    throw new CommandError('CannotCreateIndex', `Index key contains an illegal field name: '${path}'.`);
  }
  if (path.includes('$**')) throw notImplemented('A wildcard index');
  if (typeof value === 'string') throw notImplemented(`A ${value} index`);
  if (typeof value !== 'number' || value === 0 || Number.isNaN(value)) {
    throw new CommandError(
      'CannotCreateIndex',
      `Values in the index key pattern must be numbers other than 0, but ${path} has: ${JSON.stringify(value)}.`,
    );
  }
  return value;
}

function checkOption(option: string, value: unknown): void {
  if (KEPT.has(option) || (IGNORED.has(option) && option !== 'collation')) return;
  if (option === 'collation') {
    if (isDocument(value) && value.locale === 'simple') return;
    throw notImplemented('An index with a collation');
  }
  if (option === 'expireAfterSeconds') throw notImplemented('Expiry (expireAfterSeconds)');
  throw new CommandError(
    'InvalidIndexSpecificationOption',
    `The field '${option}' is not valid for an index specification.`,
  );
}

export function isSameKey(a: IndexSpec, b: IndexSpec): boolean {
  return JSON.stringify(Object.entries(a.key)) === JSON.stringify(Object.entries(b.key));
}

export function isSameOptions(a: IndexSpec, b: IndexSpec): boolean {
  const options = ({ unique, sparse, partialFilterExpression }: IndexSpec): string =>
    JSON.stringify([unique ?? false, sparse ?? false, partialFilterExpression ?? null]);
  return options(a) === options(b);
}
