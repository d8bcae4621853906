import { isDocument } from './types';

/** Stands for the value of a field that a document does not have. */
export const MISSING: unique symbol = Symbol('missing');

const DIGITS = /^\d+$/;

/**
 * Every value at a dotted path, as MongoDB's queries see it. Arrays on the way are entered: each document in them, and
 * the element whose position the path names. An array at the end is one value.
 *
 *     valuesAt({ a: [{ x: 1 }, 5, { x: [2] }] }, 'a.x') → [1, [2]]
 *     valuesAt({ a: [{ x: 1 }, 5] }, 'a.1')             → [5, MISSING], since the document has no field '1'
 */
export function valuesAt(document: unknown, path: string): unknown[] {
  if (!path.includes('.') && isDocument(document)) {
    return [Object.hasOwn(document, path) ? (document[path] as unknown) : MISSING];
  }
  const found: unknown[] = [];
  visit(document, path.split('.'), 0, (value) => {
    found.push(value);
    return false;
  });
  return found;
}

/**
 * Whether a test holds for a value at the path or for an element of an array there. `MISSING` is tested too, once for
 * every document on the way without the field. An element that the path names by its position is tested whole:
 * `{ b: [[1]] }` has the value `[1]` at 'b.0', and not 1.
 */
export function someValueAt(
  document: unknown,
  parts: readonly string[],
  test: (value: unknown) => boolean,
): boolean {
  return visit(
    document,
    parts,
    0,
    (value, isNamedByPosition) =>
      test(value) || (Array.isArray(value) && !isNamedByPosition && value.some(test)),
  );
}

/** @returns whether the visit is over */
type Visitor = (value: unknown, isNamedByPosition: boolean) => boolean;

function visit(value: unknown, parts: readonly string[], depth: number, visitor: Visitor): boolean {
  if (Array.isArray(value)) return visitArray(value, parts, depth, visitor);
  const part = parts[depth] ?? '';
  if (!isDocument(value) || !Object.hasOwn(value, part)) return visitor(MISSING, false);
  const held: unknown = value[part];
  return depth + 1 === parts.length ? visitor(held, false) : visit(held, parts, depth + 1, visitor);
}

/** Follows MongoDB's `BSONElementIterator`: a path ends at a position, or goes on into an array or a document there. */
function visitArray(
  array: readonly unknown[],
  parts: readonly string[],
  depth: number,
  visitor: Visitor,
): boolean {
  const part = parts[depth] ?? '';
  if (DIGITS.test(part) && Number(part) < array.length) {
    const element = array[Number(part)];
    if (depth + 1 === parts.length) {
      if (visitor(element, true)) return true;
    } else if (Array.isArray(element) || isDocument(element)) {
      if (visit(element, parts, depth + 1, visitor)) return true;
    }
  }
  return array.some((item) => isDocument(item) && visit(item, parts, depth, visitor));
}
