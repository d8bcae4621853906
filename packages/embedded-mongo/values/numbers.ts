import { Decimal128, Double, Long } from 'bson';
import { decimalOfDouble, divideDecimals, wholeOfDecimal } from './decimals';
import { numberOf } from './key-encoding';
import { Tag, tagOf, typeName } from './types';

export type NumericType = 'int' | 'long' | 'double' | 'decimal';

const WIDTH: Readonly<Record<NumericType, number>> = { int: 0, long: 1, double: 2, decimal: 3 };

/** Significant digits that a double has as a decimal. */
const DIGITS_OF_DOUBLE = 15;

export function isNumeric(value: unknown): boolean {
  return tagOf(value) === Tag.number;
}

/** The BSON type of a number; undefined for any other value. A plain whole number of 32 bits is an int. */
export function numericType(value: unknown): NumericType | undefined {
  return isNumeric(value) ? (typeName(value) as NumericType) : undefined;
}

/** The type that a calculation with two types has: int < long < double < decimal. */
export function widerType(a: NumericType, b: NumericType): NumericType {
  return WIDTH[a] >= WIDTH[b] ? a : b;
}

/** The nearest double. */
export function toDouble(value: unknown): number {
  const number = numberOf(value);
  return number instanceof Decimal128 ? Number(number.toString()) : Number(number);
}

/** The whole number; fractions are cut off. Undefined for NaN and the infinities. */
export function toBigInt(value: unknown): bigint | undefined {
  const number = numberOf(value);
  if (typeof number === 'bigint') return number;
  if (number instanceof Decimal128) return wholeOfDecimal(number);
  return Number.isFinite(number) ? BigInt(Math.trunc(number)) : undefined;
}

export function toDecimal(value: unknown): Decimal128 {
  const number = numberOf(value);
  if (number instanceof Decimal128) return number;
  if (numericType(value) === 'double') return decimalOfDouble(Number(number), DIGITS_OF_DOUBLE);
  return Decimal128.fromString(number.toString());
}

export function isInt(value: bigint): boolean {
  return BigInt.asIntN(32, value) === value;
}

export function isLong(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}

/** A whole number in the type asked for, or the next wider one that holds it: int, long, double. */
export function integerOf(value: bigint, type: 'int' | 'long'): number | Long | Double {
  if (type === 'int' && isInt(value)) return Number(value);
  return isLong(value) ? Long.fromBigInt(value) : new Double(Number(value));
}

/** For sizes, positions and amounts: the number where the value is whole and safe in JavaScript, else undefined. */
export function toSafeInteger(value: unknown): number | undefined {
  if (!isNumeric(value)) return undefined;
  const number = toDouble(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** A double, or a decimal where one takes part. The divisor is not 0. */
export function quotientOf(a: unknown, b: unknown): Decimal128 | Double {
  const isDecimal = numericType(a) === 'decimal' || numericType(b) === 'decimal';
  return isDecimal ? divideDecimals(toDecimal(a), toDecimal(b)) : new Double(toDouble(a) / toDouble(b));
}
