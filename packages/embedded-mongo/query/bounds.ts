import { type Document } from 'bson';
import { bsonType, isDocument, Tag, tagOf } from '../values/types';
import { complement, intersect, point, prefixed, ray, sorted, type Interval } from './intervals';

/** What one predicate says of a field's keys. */
export interface Bounds {
  readonly intervals: readonly Interval[];
  /** The keys in the intervals are just the documents that match: no look at the document is needed. */
  readonly exact: boolean;
  /** The same for a field that has one value in every document, or none. */
  readonly exactAlone: boolean;
  /** A negation: it says nothing of a field with several values, and is no reason to read an index. */
  readonly negative?: boolean;
}

/** A conjunction of predicates on fields. */
export interface Branch {
  readonly fields: ReadonlyMap<string, readonly Bounds[]>;
  /** Nothing in the filter is left out of `fields`. */
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

/** The elements' own fields can be looked up, but that one element has them all must be looked at. */
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

function boundsOf(operator: string, operand: unknown, condition: Document): Bounds | undefined {
  switch (operator) {
    case '$eq':
      return equality(operand);
    case '$ne':
      return not(equality(operand));
    case '$in':
      return anyOf(operand as unknown[]);
    case '$nin':
      return not(anyOf(operand as unknown[]));
    case '$not':
      return isDocument(operand) ? not(allConditions(operand)) : undefined;
    case '$exists':
      return operand === false ? { intervals: [point(null)], exact: false, exactAlone: false } : undefined;
    case '$gt':
    case '$gte':
      return range(operand, true, operator === '$gte');
    case '$lt':
    case '$lte':
      return range(operand, false, operator === '$lte');
    case '$all':
      return allOf(operand as unknown[]);
    case '$regex':
      return patternBounds(operand, String(condition.$options ?? ''));
    default:
      return undefined;
  }
}

/** A null key stands for null and for a missing field, which null equals too, but also for what lacks in some element. */
function equality(value: unknown): Bounds {
  if (value === null || value === undefined)
    return { intervals: [point(null)], exact: false, exactAlone: true };
  if (!Array.isArray(value)) return { intervals: [point(value)], exact: true, exactAlone: true };
  // An array equals a field whose elements are its own, or an element that is the array.
  return { intervals: sorted([point(value), point(value[0])]), exact: false, exactAlone: false };
}

/** What the bounds leave out, where nothing more needs to be looked at. */
function not(bounds: Bounds | undefined): Bounds | undefined {
  if (!bounds?.exactAlone) return undefined;
  return { intervals: complement(bounds.intervals), exact: false, exactAlone: true, negative: true };
}

/** The conditions of a `$not`, as far as each of them has bounds. */
function allConditions(condition: Document): Bounds | undefined {
  const each = Object.entries(condition).map(([operator, operand]) => boundsOf(operator, operand, condition));
  const known = each.filter((bounds) => bounds !== undefined);
  return known.length > 0 && known.length === each.length ? intersectBounds(known) : undefined;
}

function anyOf(values: readonly unknown[]): Bounds | undefined {
  if (values.some((value) => value instanceof RegExp)) return undefined;
  const each = values.map(equality);
  return {
    intervals: sorted(each.flatMap(({ intervals }) => intervals)),
    exact: each.every(({ exact }) => exact),
    exactAlone: each.every(({ exactAlone }) => exactAlone),
  };
}

function allOf(values: readonly unknown[]): Bounds | undefined {
  const [first] = values;
  if (first === undefined || first instanceof RegExp || isDocument(first)) return undefined;
  return { ...equality(first), exact: false, exactAlone: false };
}

function range(value: unknown, upwards: boolean, inclusive: boolean): Bounds | undefined {
  const tag = tagOf(value);
  if (value === null || value === undefined)
    return inclusive ? equality(null) : { intervals: [], exact: true, exactAlone: true };
  // Arrays compare as wholes, NaN with nothing, MinKey and MaxKey with everything: none of it is one stretch of keys.
  if (tag === Tag.array || tag === Tag.minKey || tag === Tag.maxKey || Number.isNaN(value)) return undefined;
  const exact = tag !== Tag.object && bsonType(value) !== 'Decimal128';
  return { intervals: [ray(value, upwards, inclusive)], exact, exactAlone: exact };
}

function patternBounds(pattern: unknown, options = ''): Bounds | undefined {
  const [source, flags] =
    pattern instanceof RegExp ? [pattern.source, pattern.flags] : [String(pattern), options];
  const literal = /^\^([^\\^$.*+?()[\]{}|]+)(?![*?{|])/.exec(source)?.[1];
  if (!literal || flags.includes('i') || flags.includes('m') || source.includes('|')) return undefined;
  const followed = source[literal.length + 1];
  const safe = followed !== undefined && '*?{'.includes(followed) ? literal.slice(0, -1) : literal;
  return safe ? { intervals: [prefixed(safe)], exact: false, exactAlone: false } : undefined;
}

/** All of a field's predicates at once: only where no document has several values in the field. */
export function intersectBounds(bounds: readonly Bounds[]): Bounds {
  const [first, ...rest] = bounds;
  return {
    intervals: rest.reduce<readonly Interval[]>(
      (sum, { intervals }) => intersect(sum, intervals),
      first?.intervals ?? [],
    ),
    exact: bounds.every(({ exact }) => exact),
    exactAlone: bounds.every(({ exactAlone }) => exactAlone),
    negative: bounds.every(({ negative }) => negative),
  };
}
