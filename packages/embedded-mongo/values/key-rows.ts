import { CommandError } from '../errors';
import { MISSING } from './paths';
import { isDocument } from './types';

/*
 * The values under which a document stands in an index or a sort. A field that leads through an array has one value per
 * element, and fields that lead through the same array take their values from the same element:
 *
 *     { a: [{ x: 1, y: 2 }, { x: 3, y: 4 }], b: 5 } with a.x, a.y, b → rows [1, 2, 5] and [3, 4, 5]
 *
 * An element that is no document counts as an empty one: { a: [{ x: 1 }, 7] } has 1 and `MISSING` at a.x.
 */

/** A field of an index or a sort. */
export interface KeyField {
  readonly path: string;
  /** The path's parts. */
  readonly parts: readonly string[];
  readonly descending: boolean;
}

/** How far a path was followed: to its end, or to an array that it leads through. */
export interface PathWalk {
  readonly value: unknown;
  readonly rest: readonly string[];
}

const DIGITS = /^\d+$/;
const FINAL: readonly string[] = [];

/** Marks an array that is an element of another: it is one value and is not entered. */
class ArrayValue {
  constructor(readonly items: readonly unknown[]) {}
}

/** Follows a path to its end, to a missing field, or to the first array in which it names no position. */
export function walkPath(document: unknown, parts: readonly string[]): PathWalk {
  let current = document;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as string;
    if (Array.isArray(current)) {
      if (!DIGITS.test(part) || Number(part) >= current.length)
        return { value: current, rest: parts.slice(at) };
      checkPosition(current, part);
      current = current[Number(part)];
    } else if (isDocument(current) && Object.hasOwn(current, part)) {
      current = current[part];
    } else {
      return finalWalk(MISSING);
    }
  }
  return { value: current, rest: FINAL };
}

/** A part that is a position of the array and a field of its documents would have two meanings. */
function checkPosition(array: readonly unknown[], part: string): void {
  if (!array.some((element) => isDocument(element) && Object.hasOwn(element, part))) return;
  throw new CommandError(
    'Location16746',
    `Ambiguous field name found in array (do not use numeric field names in embedded elements in an array), field: '${part}'`,
  );
}

/** Whether the path leads into an array, or ends at one. */
export function isOpenArray({ value }: PathWalk): boolean {
  return Array.isArray(value);
}

/** The value of a row as it is compared and encoded: null for a missing field. */
export function keyValue(value: unknown): unknown {
  if (value === MISSING) return null;
  return value instanceof ArrayValue ? value.items : value;
}

/**
 * Fills `rows` with the values of all fields, a row for each element of their array, and notes which fields led through it.
 * @returns false where two fields lead through different arrays, which have no rows in common
 */
export function expandRows(walks: readonly PathWalk[], multikey: boolean[], rows: unknown[][]): boolean {
  const arrays = new Set(walks.filter(isOpenArray).map(({ value }) => value as unknown[]));
  const [array] = arrays;
  if (arrays.size > 1) return false;
  if (!array) {
    rows.push(walks.map(({ value }) => value));
    return true;
  }
  walks.forEach((walk, i) => (multikey[i] ||= isOpenArray(walk)));
  if (array.length === 0) {
    rows.push(walks.map((walk) => (isOpenArray(walk) ? valueOfEmptyArray(walk) : walk.value)));
    return true;
  }
  return array.every((element) =>
    expandRows(
      walks.map((walk) => (isOpenArray(walk) ? enterElement(walk, element) : walk)),
      multikey,
      rows,
    ),
  );
}

function enterElement({ rest }: PathWalk, element: unknown): PathWalk {
  if (rest.length === 0) return finalWalk(element);
  return isDocument(element) ? walkPath(element, rest) : finalWalk(MISSING);
}

function finalWalk(value: unknown): PathWalk {
  return { value: Array.isArray(value) ? new ArrayValue(value) : value, rest: FINAL };
}

/** An empty array that is the value itself sorts below null; fields of its elements are missing. */
function valueOfEmptyArray({ rest }: PathWalk): unknown {
  return rest.length === 0 ? undefined : MISSING;
}
