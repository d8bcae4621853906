import { badInput } from '../kit';

/**
 * A cursor is opaque to clients; inside it are the order and the row's sort key, so that a page begins at the same
 * place whatever was written in between, and a cursor of one order is refused by another.
 */
export function encodeCursor(order: string, key: string): string {
  return Buffer.from(JSON.stringify([order, key])).toString('base64url');
}

/** @throws BAD_USER_INPUT that names the argument */
export function decodeCursor(argument: 'after' | 'before', cursor: string, order: string): string {
  const [cursorOrder, key] = parse(cursor) ?? [];
  if (typeof cursorOrder !== 'string' || typeof key !== 'string') {
    throw badInput(
      argument,
      `${argument} must be a cursor from an earlier page, but got: ${cursor.slice(0, 80)}`,
    );
  }
  if (cursorOrder === order) return key;
  throw badInput(
    argument,
    `${argument} must be a cursor of the order ${order}, but it is one of ${cursorOrder}.`,
  );
}

function parse(cursor: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.length === 2 ? value : null;
  } catch {
    return null;
  }
}
