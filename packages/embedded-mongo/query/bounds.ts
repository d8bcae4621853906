import { type Document } from 'bson';
import { bsonType, isDocument, Tag, tagOf } from '../values/types';
import { complement, intersect, point, prefixed, ray, sorted, type Interval } from './intervals';

/** The keys that one predicate on a field leaves possible. */
export interface Bounds {
  readonly intervals: readonly Interval[];
  /** Whether each key in the intervals stands for a document that matches, and each such document has one, in any index. */
  readonly exact: boolean;
  /** Whether that holds in an index that is not multikey in the field. */
  readonly exactAlone: boolean;
  /** A negation bounds no multikey field, and is no reason to read an index. */
  readonly negative?: boolean;
}

/** The bounds of one operator of a condition; undefined where no intervals of keys have all its matches. */
export function boundsOf(operator: string, operand: unknown, condition: Document): Bounds | undefined {
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

/** A null key stands for null and for a missing field, which both equal null, and below an array for an element without the field. */
export function equality(value: unknown): Bounds {
  if (value === null || value === undefined)
    return { intervals: [point(null)], exact: false, exactAlone: true };
  if (!Array.isArray(value)) return { intervals: [point(value)], exact: true, exactAlone: true };
  // `[1, 2]` equals a field with these elements, whose first key is 1, and an array with the element `[1, 2]`.
  return { intervals: sorted([point(value), point(value[0])]), exact: false, exactAlone: false };
}

/** The complement of exact bounds; others have none, since a document in them need not match. */
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
  // Arrays compare as wholes, NaN with nothing, MinKey and MaxKey with every type, so that no interval has their matches.
  if (tag === Tag.array || tag === Tag.minKey || tag === Tag.maxKey || Number.isNaN(value)) return undefined;
  const exact = tag !== Tag.object && bsonType(value) !== 'Decimal128';
  return { intervals: [ray(value, upwards, inclusive)], exact, exactAlone: exact };
}

export function patternBounds(pattern: unknown, options = ''): Bounds | undefined {
  const [source, flags] =
    pattern instanceof RegExp ? [pattern.source, pattern.flags] : [String(pattern), options];
  const literal = /^\^([^\\^$.*+?()[\]{}|]+)(?![*?{|])/.exec(source)?.[1];
  if (!literal || flags.includes('i') || flags.includes('m') || source.includes('|')) return undefined;
  const followed = source[literal.length + 1];
  const safe = followed !== undefined && '*?{'.includes(followed) ? literal.slice(0, -1) : literal;
  return safe ? { intervals: [prefixed(safe)], exact: false, exactAlone: false } : undefined;
}

/** The keys that all of a field's predicates leave possible; only for a field that is not multikey. */
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
