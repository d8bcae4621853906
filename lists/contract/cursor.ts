import { longestSortKey } from './bounds';
import { badInput } from '../../schema/errors';

/**
 * A cursor is opaque to clients; inside it are the order and the row's sort key, so that a page begins at the same
 * place whatever was written in between, and a cursor of one order is refused by another. Where reports move rows, it
 * has the instant as of which its page was shown as well, so that the next goes on from the same list.
 */
export interface Cursor {
  readonly order: string;
  readonly key: string;
  /** ISO 8601 */
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
    // Bytes that are no UTF-8 become three each.
    if (Buffer.byteLength(key) > longestSortKey) return null;
    if (asOf === undefined) return { order, key };
    return typeof asOf === 'string' ? { order, key, asOf: new Date(asOf).toISOString() } : null;
  } catch {
    return null;
  }
}
