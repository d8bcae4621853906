import { CommandError } from '../errors';
import { toSafeInteger } from '../values/numbers';
import { typeName } from '../values/types';

type Code = `Location${number}`;

export function requireArray(name: string, value: unknown, code: Code): unknown[] {
  if (Array.isArray(value)) return value;
  throw new CommandError(
    code,
    `The argument to ${name} must be an array, but was of type: ${typeName(value)}`,
  );
}

export function requireInteger(name: string, value: unknown, code: Code): number {
  const integer = toSafeInteger(value);
  if (integer !== undefined) return integer;
  throw new CommandError(
    code,
    `${name} requires an integral value, but got a value of type: ${typeName(value)}`,
  );
}

/** How many elements an operator named like `$firstN` takes. */
export function requireAmount(name: string, value: unknown): number {
  const amount = requireInteger(`The 'n' of ${name}`, value, 'Location5787903');
  if (amount <= 0) throw new CommandError('Location5787908', `'n' must be greater than 0, found ${amount}`);
  return amount;
}
