import { type Document } from 'bson';
import { CommandError } from '../errors';
import { isEqualValue } from '../values/compare';
import { setField } from '../values/documents';
import { isDocument, typeName } from '../values/types';
import { requireArray, requireInteger } from './array-checks';
import { binary, positional, unary, unaryOrNull } from './arguments';
import { isNullish } from './truth';
import { type Operator, type Operators } from './types';

/** As many elements as MongoDB has room for in the 100 MB that it gives a range. */
const MOST_IN_RANGE = 6_500_000;

function elementAt(array: unknown, position: unknown): unknown {
  if (isNullish(array) || isNullish(position)) return null;
  const items = requireArray('$arrayElemAt', array, 'Location28689');
  return items.at(requireInteger('$arrayElemAt', position, 'Location28690'));
}

/** `$first` and `$last` of an array; missing where it is empty. */
const end = (name: '$first' | '$last', position: 0 | -1): Operator =>
  unaryOrNull(name, (array) => requireArray(name, array, 'Location28689').at(position));

function concatenate(arrays: readonly unknown[]): unknown {
  if (arrays.some(isNullish)) return null;
  return arrays.flatMap((array) => requireArray('$concatArrays', array, 'Location28664'));
}

/** Bounds count from the start, and a bound below 0 is refused. */
function indexOf(args: readonly unknown[]): unknown {
  const [array, value, start = 0, end] = args;
  if (isNullish(array)) return null;
  const items = requireArray('$indexOfArray', array, 'Location40090');
  const [from, to] = [requirePosition(start), end === undefined ? items.length : requirePosition(end)];
  const found = items.slice(0, to).findIndex((item, i) => i >= from && isEqualValue(item, value));
  return found;
}

function requirePosition(value: unknown): number {
  const position = requireInteger('$indexOfArray', value, 'Location40096');
  if (position < 0)
    throw new CommandError('Location40097', `$indexOfArray requires a nonnegative bound, found: ${position}`);
  return position;
}

function range(args: readonly unknown[]): number[] {
  const [start = 0, end = 0, step = 1] = args.map((value) =>
    requireInteger('$range', value, 'Location34443'),
  );
  if (step === 0) throw new CommandError('Location34449', '$range requires a non-zero step value');
  const length = Math.max(Math.ceil((end - start) / step), 0);
  if (length > MOST_IN_RANGE)
    throw new CommandError('ExceededMemoryLimit', `$range would have more than ${MOST_IN_RANGE} elements`);
  return Array.from({ length }, (_, i) => start + i * step);
}

/** `[array, n]` or `[array, position, n]`; a position or a lone `n` below 0 counts from the end. */
function slice(args: readonly unknown[]): unknown {
  if (args.some(isNullish)) return null;
  const [array, first, second] = args;
  const items = requireArray('$slice', array, 'Location28724');
  const start = requireInteger('$slice', first, 'Location28725');
  if (second === undefined) return start < 0 ? items.slice(start) : items.slice(0, start);
  const amount = requireInteger('$slice', second, 'Location28727');
  if (amount <= 0)
    throw new CommandError('Location28729', `Third argument to $slice must be positive: ${amount}`);
  const from = start < 0 ? Math.max(items.length + start, 0) : start;
  return items.slice(from, from + amount);
}

/** From `[[name, value], …]` or `[{k: name, v: value}, …]`; of equal names the last counts. */
function toDocument(array: unknown): Document {
  const document: Document = {};
  for (const item of requireArray('$arrayToObject', array, 'Location40386')) {
    const [name, value] = pairOf(item);
    if (typeof name !== 'string')
      throw new CommandError(
        'Location40395',
        `$arrayToObject requires names that are strings, not ${typeName(name)}`,
      );
    setField(document, name, value);
  }
  return document;
}

function pairOf(item: unknown): readonly [unknown, unknown] {
  if (Array.isArray(item) && item.length === 2) return [item[0], item[1]];
  if (isDocument(item) && Object.keys(item).length === 2 && 'k' in item && 'v' in item)
    return [item.k, item.v];
  throw new CommandError('Location40392', '$arrayToObject requires pairs of a name and a value');
}

const objectToArray: Operator = unaryOrNull('$objectToArray', (value) => {
  if (!isDocument(value))
    throw new CommandError(
      'Location40390',
      `$objectToArray requires a document input, found: ${typeName(value)}`,
    );
  return Object.entries(value).map(([k, v]) => ({ k, v: v as unknown }));
});

export const arrays: Operators = {
  $arrayElemAt: binary('$arrayElemAt', elementAt),
  $arrayToObject: unaryOrNull('$arrayToObject', toDocument),
  $concatArrays: positional('$concatArrays', [0, Infinity], concatenate),
  $first: end('$first', 0),
  $last: end('$last', -1),
  $in: binary('$in', (value, array) =>
    requireArray('$in', array, 'Location40081').some((item) => isEqualValue(item, value)),
  ),
  $indexOfArray: positional('$indexOfArray', [2, 4], indexOf),
  $isArray: unary('$isArray', Array.isArray),
  $objectToArray: objectToArray,
  $range: positional('$range', [2, 3], range),
  $reverseArray: unaryOrNull('$reverseArray', (array) =>
    requireArray('$reverseArray', array, 'Location34435').toReversed(),
  ),
  $size: unary('$size', (array) => requireArray('$size', array, 'Location17124').length),
  $slice: positional('$slice', [2, 3], slice),
};
