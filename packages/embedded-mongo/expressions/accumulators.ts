import { Double, type Document } from 'bson';
import { compareValues } from '../values/compare';
import { encodeKeyText } from '../values/key-encoding';
import { integerOf, isNumeric, toDouble } from '../values/numbers';
import { mergeInto } from './objects';
import { Sum } from './sum';
import { isNullish } from './truth';

/** Takes the values of a group one after the other, in the order of its documents. */
export interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

export function sum(): Accumulator {
  const total = new Sum();
  return { add: (value) => isNumeric(value) && total.add(value), result: () => total.total() };
}

export function average(): Accumulator {
  const total = new Sum();
  let count = 0;
  return {
    add(value) {
      if (!isNumeric(value)) return;
      total.add(value);
      count++;
    },
    result: () => (count === 0 ? null : total.mean(count)),
  };
}

/** The first value of an order that is neither null nor missing; null without one. Arrays are values as any other. */
const extreme = (isBefore: (order: number) => boolean) => (): Accumulator => {
  let best: unknown = null;
  return {
    add(value) {
      if (isNullish(value)) return;
      if (best === null || isBefore(compareValues(value, best))) best = value;
    },
    result: () => best,
  };
};

export const minimum = extreme((order) => order < 0);
export const maximum = extreme((order) => order > 0);

/** By Welford's method. Of fewer than two numbers a sample has no deviation, of none a population. */
export const deviation = (isSample: boolean) => (): Accumulator => {
  let [count, mean, squares] = [0, 0, 0];
  return {
    add(value) {
      if (!isNumeric(value)) return;
      const number = toDouble(value);
      const distance = number - mean;
      mean += distance / ++count;
      squares += distance * (number - mean);
    },
    result() {
      const divisor = isSample ? count - 1 : count;
      return divisor <= 0 ? null : new Double(Math.sqrt(squares / divisor));
    },
  };
};

export function count(): Accumulator {
  let documents = 0;
  return { add: () => void documents++, result: () => integerOf(BigInt(documents), 'int') };
}

/** A missing value is null. */
export function first(): Accumulator {
  let found: { readonly value: unknown } | undefined;
  return { add: (value) => void (found ??= { value }), result: () => found?.value ?? null };
}

/** A missing value is null. */
export function last(): Accumulator {
  let found: unknown;
  return { add: (value) => void (found = value), result: () => found ?? null };
}

/** Missing values are passed over, null is a value. */
export function push(): Accumulator {
  const values: unknown[] = [];
  return { add: (value) => void (value !== undefined && values.push(value)), result: () => values };
}

/** Each value once, in the order of first appearance; missing values are passed over. */
export function addToSet(): Accumulator {
  const values = new Map<string, unknown>();
  return {
    add(value) {
      if (value === undefined) return;
      const key = encodeKeyText(value);
      if (!values.has(key)) values.set(key, value);
    },
    result: () => [...values.values()],
  };
}

export function merge(): Accumulator {
  const merged: Document = {};
  return { add: (value) => mergeInto(merged, value), result: () => merged };
}
