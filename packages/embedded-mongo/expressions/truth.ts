import { isNumeric, toDouble } from '../values/numbers';

export function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** False are missing, null, false and 0 of every numeric type: not `""`, `[]` or NaN. */
export function isTrue(value: unknown): boolean {
  if (isNullish(value) || value === false) return false;
  return !isNumeric(value) || toDouble(value) !== 0;
}
