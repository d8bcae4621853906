import { type Document } from 'bson';
import { isDocument } from '../values/types';
import { boundsOf, equality, patternBounds, type Bounds } from './bounds';

/** A conjunction of predicates on fields. */
export interface Branch {
  readonly fields: ReadonlyMap<string, readonly Bounds[]>;
  /** Whether `fields` has every condition of the filter. */
  readonly complete: boolean;
}

const MOST_BRANCHES = 64;

interface Parts {
  readonly fields: Map<string, Bounds[]>;
  readonly alternatives: Document[][];
  complete: boolean;
}

/** The filter as alternatives, each a conjunction: one when it has no `$or`. */
export function branchesOf(filter: Document): Branch[] {
  const parts: Parts = { fields: new Map(), alternatives: [], complete: true };
  collect(filter, parts);
  let branches: Branch[] = [parts];
  for (const alternative of parts.alternatives) {
    const options = alternative.flatMap(branchesOf);
    if (branches.length * options.length > MOST_BRANCHES) {
      branches = branches.map((branch) => ({ ...branch, complete: false }));
    } else {
      branches = branches.flatMap((branch) => options.map((option) => join(branch, option)));
    }
  }
  return branches;
}

function join(a: Branch, b: Branch): Branch {
  const fields = new Map<string, readonly Bounds[]>(a.fields);
  for (const [path, bounds] of b.fields) fields.set(path, [...(fields.get(path) ?? []), ...bounds]);
  return { fields, complete: a.complete && b.complete };
}

function collect(filter: Document, parts: Parts): void {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and') (condition as Document[]).forEach((part) => collect(part, parts));
    else if (field === '$or') parts.alternatives.push(condition as Document[]);
    else if (field.startsWith('$')) parts.complete &&= field === '$comment';
    else collectField(field, condition, parts);
  }
}

function collectField(path: string, condition: unknown, parts: Parts): void {
  if (!isDocument(condition) || !Object.keys(condition)[0]?.startsWith('$')) {
    return add(parts, path, condition instanceof RegExp ? patternBounds(condition) : equality(condition));
  }
  for (const [operator, operand] of Object.entries(condition)) {
    if (operator === '$elemMatch') collectElements(path, operand as Document, parts);
    else if (operator !== '$options') add(parts, path, boundsOf(operator, operand, condition));
  }
}

function add(parts: Parts, path: string, bounds: Bounds | undefined): void {
  if (!bounds) parts.complete = false;
  else parts.fields.set(path, [...(parts.fields.get(path) ?? []), bounds]);
}

/** The conditions of an `$elemMatch` bound the keys one by one; only the document tells whether one element meets them all. */
function collectElements(path: string, criteria: Document, parts: Parts): void {
  parts.complete = false;
  const isValue = Object.keys(criteria).every(
    (key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key),
  );
  const inner: Parts = { fields: new Map(), alternatives: [], complete: true };
  // Of an array within the array the key is the array whole.
  const { $elemMatch: _, ...conditions } = criteria;
  if (!isValue) collect(criteria, inner);
  else if (Object.keys(conditions).length > 0) collectField(path, conditions, inner);
  for (const [field, bounds] of inner.fields) {
    const at = isValue ? path : `${path}.${field}`;
    parts.fields.set(at, [
      ...(parts.fields.get(at) ?? []),
      ...bounds.map((each) => ({ ...each, exact: false, exactAlone: false })),
    ]);
  }
}
