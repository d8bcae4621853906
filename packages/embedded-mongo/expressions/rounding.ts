import { Decimal128, Double } from 'bson';
import { CommandError } from '../errors';
import { negateDecimal, roundDecimal, wholeOfDecimal, type Rounding } from '../values/decimals';
import {
  integerOf,
  isLong,
  isNumeric,
  numericType,
  toBigInt,
  toDecimal,
  toDouble,
  toSafeInteger,
} from '../values/numbers';
import { typeName } from '../values/types';
import { positional, unaryOrNull } from './arguments';
import { isNullish } from './truth';
import { type Operator, type Operators } from './types';

export function requireNumber(name: string, value: unknown): void {
  if (!isNumeric(value))
    throw new CommandError('Location28765', `${name} only supports numeric types, not ${typeName(value)}`);
}

function absolute(value: unknown): unknown {
  requireNumber('$abs', value);
  const type = numericType(value);
  if (type === 'decimal') {
    const decimal = toDecimal(value);
    return decimal.toString().startsWith('-') ? negateDecimal(decimal) : decimal;
  }
  if (type === 'double') return new Double(Math.abs(toDouble(value)));
  const integer = toBigInt(value) ?? 0n;
  const magnitude = integer < 0n ? -integer : integer;
  if (!isLong(magnitude)) throw new CommandError('Location28680', "can't take $abs of long long min");
  return integerOf(magnitude, type ?? 'int');
}

/** To the whole number below or above, in the number's own type. */
const toWhole = (name: '$floor' | '$ceil', rounding: Rounding, round: (value: number) => number): Operator =>
  unaryOrNull(name, (value) => {
    requireNumber(name, value);
    const type = numericType(value);
    if (type === 'decimal') return roundDecimal(toDecimal(value), 0, rounding);
    return type === 'double' ? new Double(round(toDouble(value))) : value;
  });

/** To decimal places, in the number's own type; halves go to the even neighbour in `$round`: `2.5 → 2`. */
const toPlaces = (name: '$round' | '$trunc', rounding: Rounding): Operator =>
  positional(name, [1, 2], ([value, given = 0, ...rest]) => {
    if (isNullish(value) || (isNullish(given) && rest.length === 0)) return null;
    if (!isNumeric(value))
      throw new CommandError('Location51081', `${name} only supports numeric types, not ${typeName(value)}`);
    const places = toSafeInteger(given);
    if (places === undefined)
      throw new CommandError('Location51082', `precision argument to ${name} must be a integral value`);
    if (places <= -20 || places >= 100)
      throw new CommandError('Location51083', `cannot apply ${name} with precision value ${places}`);
    return roundTo(value, places, rounding);
  });

function roundTo(value: unknown, places: number, rounding: Rounding): unknown {
  const type = numericType(value);
  if (type === 'decimal') return roundDecimal(toDecimal(value), places, rounding);
  if (type === 'double') return new Double(roundDouble(toDouble(value), places, rounding));
  if (places >= 0) return value;
  const decimal = Decimal128.fromString((toBigInt(value) ?? 0n).toString());
  return integerOf(wholeOfDecimal(roundDecimal(decimal, places, rounding)) ?? 0n, type ?? 'int');
}

/** Rounds the number that the double is, not the digits that it is printed with: `2.675 → 2.67`, since it lies below the half. */
function roundDouble(value: number, places: number, rounding: Rounding): number {
  if (!Number.isFinite(value)) return value;
  const decimal = Decimal128.fromString(value.toPrecision(34));
  return Number(roundDecimal(decimal, places, rounding).toString());
}

export const rounding: Operators = {
  $abs: unaryOrNull('$abs', absolute),
  $floor: toWhole('$floor', 'floor', Math.floor),
  $ceil: toWhole('$ceil', 'ceiling', Math.ceil),
  $round: toPlaces('$round', 'even'),
  $trunc: toPlaces('$trunc', 'truncate'),
};
