import { type Document } from 'bson';
import { badValue, CommandError } from '../errors';
import { isNumeric, toDouble } from '../values/numbers';
import { isDocument } from '../values/types';

/** A path of a specification with what it says of it, nested documents unfolded: `{a: {b: 1}}` → `a.b`. */
export type FieldEntry = readonly [path: string, value: unknown];

/** The entries of a `$project`, `$addFields` or find projection, in order. */
export function fieldEntries(spec: Document, parent = ''): FieldEntry[] {
  return Object.entries(spec).flatMap(([name, value]): FieldEntry[] => {
    const path = parent + name;
    checkPath(path, value);
    if (!isDocument(value) || Object.keys(value)[0]?.startsWith('$')) return [[path, value]];
    if (Object.keys(value).length === 0)
      throw new CommandError(
        'Location51270',
        `An empty sub-projection is not a valid value. Found empty object at path '${path}'`,
      );
    return fieldEntries(value, `${path}.`);
  });
}

function checkPath(path: string, value: unknown): void {
  if (path === '' || path.split('.').includes(''))
    throw badValue('FieldPath cannot be constructed with empty string');
  if (path.startsWith('$'))
    throw new CommandError('Location16410', `FieldPath field names may not start with '$', given '${path}'.`);
  if (path.includes('$') && isFlag(value) && !path.endsWith('.$'))
    throw badValue(`Positional projection may only be used at the end: ${path}`);
}

/** Whether a value keeps a field or leaves it out: a number or a boolean. */
export function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || isNumeric(value);
}

export function isKept(flag: unknown): boolean {
  return typeof flag === 'boolean' ? flag : toDouble(flag) !== 0;
}
