import { Double } from 'bson';
import { CommandError } from '../errors';
import { isNumeric, toDouble } from '../values/numbers';

/** Fractions from 0 to 1. */
export function requireQuantiles(value: unknown): number[] {
  const fractions = Array.isArray(value) && value.every(isNumeric) ? value.map(toDouble) : [];
  if (fractions.length === 0 || fractions.some((fraction) => !(fraction >= 0 && fraction <= 1)))
    throw new CommandError('Location7750301', "'p' must be an array of numbers from the [0.0, 1.0] range");
  return fractions;
}

/** Each fraction's value among the numbers, always one of them: `[1, 2, 3, 4]` at 0.5 → 2. Null where there is none. */
export function percentiles(values: readonly unknown[], fractions: readonly number[]): (Double | null)[] {
  const numbers = values
    .filter(isNumeric)
    .map(toDouble)
    .sort((a, b) => a - b);
  return fractions.map((fraction) => {
    const number = numbers[Math.max(Math.ceil(fraction * numbers.length) - 1, 0)];
    return number === undefined ? null : new Double(number);
  });
}
