import { longestSortKey } from './bounds';
import { badInput } from '../../schema/errors';

/**
 * The place of a row in its list, opaque to clients. A page begins at the row's key and not at a number of rows, so
 * documents that are written between two pages move neither.
 */
export interface Cursor {
  /** `PLAN`, `VALUE`, `TITLE`, `UPDATED` or `SCORE`. A list refuses a cursor of another order. */
  readonly order: string;
  readonly key: string;
  /** The `asOf` of the page (see selector.ts), ISO 8601: the next page goes on with the same list. */
  readonly asOf?: string;
}

export function encodeCursor({ order, key, asOf }: Cursor): string {
  return Buffer.from(JSON.stringify(asOf === undefined ? [order, key] : [order, key, asOf])).toString(
    'base64url',
  );
}

/** @throws BAD_USER_INPUT that names the argument */
export function decodeCursor(argument: 'after' | 'before', text: string, order: string): Cursor {
  const cursor = parse(text);
  if (!cursor) {
    throw badInput(
      argument,
      `${argument} must be a cursor from an earlier page, but got: ${text.slice(0, 80)}`,
    );
  }
  if (cursor.order === order) return cursor;
  throw badInput(
    argument,
    `${argument} must be a cursor of the order ${order}, but it is one of ${cursor.order}.`,
  );
}

function parse(text: string): Cursor | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(value)) return null;
    const [order, key, asOf] = value as unknown[];
    if (typeof order !== 'string' || typeof key !== 'string') return null;
    // Decoding replaced every byte that is no UTF-8 by U+FFFD, which is three bytes: a key may have grown past the limit.
    if (Buffer.byteLength(key) > longestSortKey) return null;
    if (asOf === undefined) return { order, key };
    return typeof asOf === 'string' ? { order, key, asOf: new Date(asOf).toISOString() } : null;
  } catch {
    return null;
  }
}
