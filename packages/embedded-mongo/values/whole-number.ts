import { CommandError } from '../errors';
import { numberOf } from './key-encoding';
import { Tag, tagOf, typeName } from './types';

/**
 * An optional number of any type, cut to a whole one: 2.9 → 2, NaN → 0. Longs beyond 2^53 are rounded, which is near enough
 * for a count. @param field as an error names it @throws TypeMismatch
 */
export function wholeNumber(field: string, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (tagOf(value) === Tag.number) return Math.trunc(Number(numberOf(value)) || 0);
  throw new CommandError(
    'TypeMismatch',
    `BSON field '${field}' is the wrong type '${typeName(value)}', expected types '[long, int, decimal, double]'`,
  );
}

/** @throws where the number is below the least that the field may have */
export function requireAtLeast(least: number, field: string, value: number | undefined): number | undefined {
  if (value === undefined || value >= least) return value;
  throw new CommandError(
    'Location51024',
    `BSON field '${field}' value must be >= ${least}, actual value '${value}'`,
  );
}
