import { CommandError } from '../errors';
import { compareValues } from '../values/compare';
import { encodeKeyText } from '../values/key-encoding';
import { requireArray } from './array-checks';
import { binary, positional, unary } from './arguments';
import { isNullish, isTrue } from './truth';
import { type Operator, type Operators } from './types';

/** The first of each value of an array, by the bytes that are alike for values that are equal. */
function setOf(items: readonly unknown[]): Map<string, unknown> {
  const set = new Map<string, unknown>();
  for (const item of items) {
    const key = encodeKeyText(item);
    if (!set.has(key)) set.set(key, item);
  }
  return set;
}

/** MongoDB leaves the order of sets open; here they are in BSON's order. */
function inOrder(set: ReadonlyMap<string, unknown>): unknown[] {
  return [...set.values()].sort(compareValues);
}

function union(arrays: readonly unknown[]): unknown {
  if (arrays.some(isNullish)) return null;
  return inOrder(setOf(arrays.flatMap((array) => requireArray('$setUnion', array, 'Location17043'))));
}

function intersection(arrays: readonly unknown[]): unknown {
  if (arrays.some(isNullish)) return null;
  const [first, ...others] = arrays.map((array) =>
    setOf(requireArray('$setIntersection', array, 'Location17047')),
  );
  const common = [...(first ?? [])].filter(([key]) => others.every((set) => set.has(key)));
  return inOrder(new Map(common));
}

/** In the order of the first array, each value once. */
function difference(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  const others = setOf(requireArray('$setDifference', b, 'Location17049'));
  const set = setOf(requireArray('$setDifference', a, 'Location17048'));
  return [...set].filter(([key]) => !others.has(key)).map(([, value]) => value);
}

function equal(arrays: readonly unknown[]): boolean {
  const [first, ...others] = arrays.map((array) => setOf(requireArray('$setEquals', array, 'Location17044')));
  return others.every((set) => set.size === first?.size && [...set.keys()].every((key) => first.has(key)));
}

function subset(a: unknown, b: unknown): boolean {
  const others = setOf(requireArray('$setIsSubset', b, 'Location17042'));
  return [...setOf(requireArray('$setIsSubset', a, 'Location17046')).keys()].every((key) => others.has(key));
}

const anyOrAll = (name: '$anyElementTrue' | '$allElementsTrue', code: `Location${number}`): Operator =>
  unary(name, (array) => {
    if (!Array.isArray(array)) throw new CommandError(code, `${name}'s argument must be an array`);
    return name === '$anyElementTrue' ? array.some(isTrue) : array.every(isTrue);
  });

export const sets: Operators = {
  $setUnion: positional('$setUnion', [0, Infinity], union),
  $setIntersection: positional('$setIntersection', [0, Infinity], intersection),
  $setDifference: binary('$setDifference', difference),
  $setEquals: positional('$setEquals', [2, Infinity], equal),
  $setIsSubset: binary('$setIsSubset', subset),
  $anyElementTrue: anyOrAll('$anyElementTrue', 'Location17041'),
  $allElementsTrue: anyOrAll('$allElementsTrue', 'Location17040'),
};
