import { CommandError } from '../errors';
import { isDocument } from '../values/types';

/** Checks a path without its dollar and splits it. */
export function parseFieldPath(path: string): readonly string[] {
  if (path === '') throw new CommandError('Location16872', "'$' by itself is not a valid FieldPath");
  const parts = path.split('.');
  for (const part of parts) checkFieldName(part);
  return parts;
}

function checkFieldName(name: string): void {
  if (name === '') throw new CommandError('Location15998', 'FieldPath field names may not be empty strings.');
  if (name.startsWith('$'))
    throw new CommandError('Location16410', `FieldPath field names may not start with '$', given '${name}'.`);
}

/**
 * The value at a path as expressions see it: of an array on the way, the values in its documents, without those that
 * have none: `b` in `{b: [{c: 1}, 2, {}]}` by `b.c → [1]`. Numeric parts are names of fields and no positions.
 */
export function valueAtPath(value: unknown, parts: readonly string[], depth = 0): unknown {
  const part = parts[depth];
  if (part === undefined) return value;
  if (Array.isArray(value)) return elementsAtPath(value, parts, depth);
  if (!isDocument(value) || !Object.hasOwn(value, part)) return undefined;
  return valueAtPath(value[part], parts, depth + 1);
}

/** Arrays directly inside arrays are passed over. */
function elementsAtPath(items: readonly unknown[], parts: readonly string[], depth: number): unknown[] {
  const found: unknown[] = [];
  for (const item of items) {
    const value = isDocument(item) ? valueAtPath(item, parts, depth) : undefined;
    if (value !== undefined) found.push(value);
  }
  return found;
}
