import { Long } from 'bson';
import { CommandError } from '../errors';
import { numericType, toBigInt } from '../values/numbers';
import { typeName } from '../values/types';
import { positional, unaryOrNull } from './arguments';
import { isNullish } from './truth';
import { type Operator, type Operators } from './types';

function bitsOf(name: string, value: unknown): bigint {
  const type = numericType(value);
  if (type !== 'int' && type !== 'long')
    throw new CommandError(
      'TypeMismatch',
      `${name} only supports int and long operands, not ${typeName(value)}`,
    );
  return toBigInt(value) ?? 0n;
}

function fromBits(bits: bigint, isLong: boolean): unknown {
  return isLong ? Long.fromBigInt(bits) : Number(bits);
}

/** A long where one argument is a long, else an int. */
const combining = (name: string, start: bigint, combine: (a: bigint, b: bigint) => bigint): Operator =>
  positional(name, [0, Infinity], (args) => {
    if (args.some(isNullish)) return null;
    const bits = args.map((value) => bitsOf(name, value)).reduce(combine, start);
    return fromBits(
      bits,
      args.some((value) => numericType(value) === 'long'),
    );
  });

export const bits: Operators = {
  $bitAnd: combining('$bitAnd', -1n, (a, b) => a & b),
  $bitOr: combining('$bitOr', 0n, (a, b) => a | b),
  $bitXor: combining('$bitXor', 0n, (a, b) => a ^ b),
  $bitNot: unaryOrNull('$bitNot', (value) =>
    fromBits(~bitsOf('$bitNot', value), numericType(value) === 'long'),
  ),
};
