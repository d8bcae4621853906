import { Decimal128, Double, Int32, Long } from 'bson';
import { badValue } from '../errors';
import { numberOf } from '../values/key-encoding';
import { bsonType } from '../values/types';

type Operation = 'add' | 'multiply';

/** Adds or multiplies as MongoDB: the result has the wider type, and an int32 that overflows becomes a long. */
export function calculate(a: unknown, b: unknown, operation: Operation): unknown {
  const types = [bsonType(a), bsonType(b)];
  if (types.includes('Decimal128')) return decimal(a, b, operation);
  if (types.includes('Double') || isFraction(a) || isFraction(b)) {
    const [x, y] = [Number(numberOf(a)), Number(numberOf(b))];
    return new Double(operation === 'add' ? x + y : x * y);
  }
  const [x, y] = [BigInt(numberOf(a) as number | bigint), BigInt(numberOf(b) as number | bigint)];
  return integer(operation === 'add' ? x + y : x * y, types.includes('Long'));
}

function isFraction(value: unknown): boolean {
  return typeof value === 'number' && !Number.isInteger(value);
}

function integer(value: bigint, isLong: boolean): Int32 | Long {
  if (BigInt.asIntN(64, value) !== value)
    throw badValue('Failed to apply $inc or $mul operations: the result does not fit a 64-bit integer');
  return isLong || BigInt.asIntN(32, value) !== value ? Long.fromBigInt(value) : new Int32(Number(value));
}

function decimal(a: unknown, b: unknown, operation: Operation): Decimal128 {
  const [x, y] = [digitsOf(a), digitsOf(b)];
  if (!x || !y) return Decimal128.fromString('NaN');
  if (operation === 'multiply') return fromDigits(x.digits * y.digits, x.exponent + y.exponent);
  const exponent = Math.min(x.exponent, y.exponent);
  const sum = scaled(x, exponent) + scaled(y, exponent);
  return fromDigits(sum, exponent);
}

interface Digits {
  readonly digits: bigint;
  readonly exponent: number;
}

function digitsOf(value: unknown): Digits | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(numberOf(value).toString());
  if (!match) return undefined;
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = match;
  return {
    digits: BigInt(`${sign === '+' ? '' : sign}${whole}${fraction}`),
    exponent: Number(exponent) - fraction.length,
  };
}

function scaled({ digits, exponent }: Digits, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to);
}

function fromDigits(digits: bigint, exponent: number): Decimal128 {
  return Decimal128.fromStringWithRounding(`${digits}E${exponent}`);
}
