import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { badValue, CommandError } from '../errors';
import { toPlain } from '../values/codec';
import { setField } from '../values/documents';
import { toSafeInteger } from '../values/numbers';
import { isDocument } from '../values/types';
import { type FieldTree } from './field-tree';
import { compileFilter } from './filter';
import { matchedIndex } from './matched-index';
import { isFlag, isKept } from './parse-fields';

/** What only the projection of a find can do with a field: `$slice`, `$elemMatch`, `path.$`. */
export interface FindOperator {
  /** Whether, alone, it leaves out the fields that are not named. */
  readonly isKeeping: boolean;
  plant(tree: FieldTree, isKeeping: boolean): void;
  /** Does the rest to the shaped document. */
  finish?(shaped: Document, document: Document): Document;
}

export function compileFindOperator(
  path: string,
  value: unknown,
  filter: Document,
  options: Options,
): FindOperator | undefined {
  if (path.endsWith('.$')) return positional(path.slice(0, -2), value, filter, options);
  if (!isDocument(value) || Object.keys(value).length !== 1) return undefined;
  if ('$elemMatch' in value) return elementMatch(path, value.$elemMatch, options);
  return '$slice' in value ? slice(path, value.$slice) : undefined;
}

function keepPath(path: string): FindOperator['plant'] {
  return (tree, isKeeping) => {
    if (isKeeping) tree.add(path, { kind: 'keep' });
  };
}

/** The first element of the array that the filter matched. */
function positional(path: string, value: unknown, filter: Document, options: Options): FindOperator {
  if (!isFlag(value) || !isKept(value))
    throw badValue(`A positional projection can only keep a field: ${path}.$`);
  const plain = toPlain(filter) as Document;
  return {
    isKeeping: true,
    plant: keepPath(path),
    finish: (shaped, document) =>
      atPath(shaped, path.split('.'), (array) => {
        const items = toPlain(valueAt(document, path)) as readonly unknown[];
        const index = matchedIndex(items, path, plain, options);
        if (index === undefined)
          throw new CommandError(
            'Location51246',
            "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
          );
        return [array[index]];
      }),
  };
}

function valueAt(document: Document, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, part) => (isDocument(value) ? value[part] : undefined), document);
}

/** The first element that the criteria match; no field where none does. It comes after the kept fields. */
function elementMatch(path: string, criteria: unknown, options: Options): FindOperator {
  if (path.includes('.'))
    throw new CommandError('Location31255', 'Cannot use $elemMatch projection on a nested field.');
  const matches = compileFilter({ [path]: { $elemMatch: toPlain(criteria) } }, options);
  return {
    isKeeping: true,
    plant: (tree) =>
      tree.add(path, {
        kind: 'compute',
        compute: ({ ROOT }) => {
          const array: unknown = (ROOT as Document)[path];
          if (!Array.isArray(array)) return undefined;
          const found = array.findIndex((item) => matches({ [path]: [toPlain(item)] }));
          return found < 0 ? undefined : [array[found] as unknown];
        },
      }),
  };
}

/** So many elements from the start, from the end below 0, or after so many that are skipped: `[skip, n]`. */
function slice(path: string, operand: unknown): FindOperator | undefined {
  const given: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const numbers = given.map(toSafeInteger);
  // With an array for its first argument it is the expression `$slice`.
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  if (given.length === 2 && (second === undefined || second <= 0))
    throw new CommandError('Location28724', '$slice limit must be positive');
  const cut = (array: readonly unknown[]): unknown[] => {
    if (second === undefined) return first < 0 ? array.slice(first) : array.slice(0, first);
    const start = first < 0 ? Math.max(array.length + first, 0) : first;
    return array.slice(start, start + second);
  };
  return {
    isKeeping: false,
    plant: keepPath(path),
    finish: (shaped) => atPath(shaped, path.split('.'), cut),
  };
}

/** The document with the array at a path changed, and of an array on the way every document. */
function atPath(
  document: Document,
  [name = '', ...rest]: readonly string[],
  change: (array: readonly unknown[]) => unknown[],
): Document {
  if (!Object.hasOwn(document, name)) return document;
  const below = (value: unknown): unknown => {
    if (rest.length === 0) return Array.isArray(value) ? change(value) : value;
    if (Array.isArray(value))
      return value.map((item): unknown => (isDocument(item) ? atPath(item, rest, change) : item));
    return isDocument(value) ? atPath(value, rest, change) : value;
  };
  const changed = { ...document };
  setField(changed, name, below(document[name]));
  return changed;
}
