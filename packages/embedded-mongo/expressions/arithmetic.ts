import { Double, Long } from 'bson';
import { badValue, CommandError } from '../errors';
import {
  addDecimals, multiplyDecimals, negateDecimal, remainderOfDecimals,
} from '../values/decimals'; // prettier-ignore
import {
  integerOf, isLong, isNumeric, numericType, quotientOf, toBigInt, toDecimal, toDouble, widerType, type NumericType,
} from '../values/numbers'; // prettier-ignore
import { typeName } from '../values/types';
import { binary, positional } from './arguments';
import { Sum } from './sum';
import { isNullish } from './truth';
import { type Operators } from './types';

const MANY = [0, Infinity] as const;

function mismatch(message: string): CommandError {
  return new CommandError('TypeMismatch', message);
}

function onlyNumbers(name: string, value: unknown): CommandError {
  return mismatch(`${name} only supports numeric types, not ${typeName(value)}`);
}

/** The type of a calculation with two numbers. */
function typeOf(a: unknown, b: unknown): NumericType {
  return widerType(numericType(a) ?? 'int', numericType(b) ?? 'int');
}

/** One date at most, to which numbers are milliseconds. */
function add(args: readonly unknown[]): unknown {
  const sum = new Sum();
  let date: Date | undefined;
  for (const value of args) {
    if (isNullish(value)) return null;
    if (value instanceof Date) {
      if (date) throw new CommandError('Location16612', 'only one date allowed in an $add expression');
      date = value;
    } else if (isNumeric(value)) sum.add(value);
    else throw mismatch(`$add only supports numeric or date types, not ${typeName(value)}`);
  }
  return date ? dateAfter(date, sum.total()) : sum.total();
}

/** Fractions of a millisecond are rounded. */
function dateAfter(date: Date, milliseconds: unknown): Date {
  const at = date.getTime() + Math.round(toDouble(milliseconds));
  if (Number.isNaN(new Date(at).getTime())) throw new CommandError('Overflow', 'date overflow in $add');
  return new Date(at);
}

function subtract(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return dateAfter(a, -toDouble(b));
  if (!isNumeric(a) || !isNumeric(b)) throw mismatch(`can't $subtract ${typeName(b)} from ${typeName(a)}`);
  const type = typeOf(a, b);
  if (type === 'decimal') return addDecimals(toDecimal(a), negateDecimal(toDecimal(b)));
  if (type === 'double') return new Double(toDouble(a) - toDouble(b));
  return integerOf((toBigInt(a) ?? 0n) - (toBigInt(b) ?? 0n), type);
}

function multiply(args: readonly unknown[]): unknown {
  let product: unknown = 1;
  for (const value of args) {
    if (isNullish(value)) return null;
    if (!isNumeric(value)) throw onlyNumbers('$multiply', value);
    product = multiplyTwo(product, value);
  }
  return product;
}

function multiplyTwo(a: unknown, b: unknown): unknown {
  const type = typeOf(a, b);
  if (type === 'decimal') return multiplyDecimals(toDecimal(a), toDecimal(b));
  if (type === 'double') return new Double(toDouble(a) * toDouble(b));
  return integerOf((toBigInt(a) ?? 0n) * (toBigInt(b) ?? 0n), type);
}

/** A double, or a decimal where one takes part: `7 ÷ 2 → 3.5`, `6 ÷ 2 → 3.0`. */
function divide(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b))
    throw mismatch(`$divide only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  if (toDouble(b) === 0) throw badValue("can't $divide by zero");
  return quotientOf(a, b);
}

/** The remainder has the dividend's sign. */
function modulo(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b))
    throw new CommandError(
      'Location16611',
      `$mod only supports numeric types, not ${typeName(a)} and ${typeName(b)}`,
    );
  if (toDouble(b) === 0) throw new CommandError('Location16610', "can't $mod by zero");
  const type = typeOf(a, b);
  if (type === 'decimal') return remainderOfDecimals(toDecimal(a), toDecimal(b));
  if (type === 'double') return new Double(toDouble(a) % toDouble(b));
  return integerOf((toBigInt(a) ?? 0n) % (toBigInt(b) ?? 1n), type);
}

/** Exact where base and exponent are integers and the power fits, else a double. */
function power(base: unknown, exponent: unknown): unknown {
  if (isNullish(base) || isNullish(exponent)) return null;
  if (!isNumeric(base))
    throw new CommandError('Location28762', `$pow's base must be numeric, not ${typeName(base)}`);
  if (!isNumeric(exponent))
    throw new CommandError('Location28763', `$pow's exponent must be numeric, not ${typeName(exponent)}`);
  if (toDouble(base) === 0 && toDouble(exponent) < 0)
    throw new CommandError('Location28764', '$pow cannot take a base of 0 and a negative exponent');
  const type = typeOf(base, exponent);
  if (type === 'decimal') throw refuseDecimal('$pow');
  const inexact = toDouble(base) ** toDouble(exponent);
  const isExact = type !== 'double' && toDouble(exponent) >= 0 && Math.abs(inexact) < 2 ** 64;
  const exact = isExact ? (toBigInt(base) ?? 0n) ** (toBigInt(exponent) ?? 0n) : undefined;
  if (exact === undefined || !isLong(exact) || type === 'double') return new Double(inexact);
  return integerOf(exact, type);
}

export function refuseDecimal(name: string): CommandError {
  return new CommandError('NotImplemented', `${name} of a decimal is not implemented by the embedded store`);
}

export const arithmetic: Operators = {
  $add: positional('$add', MANY, add),
  $subtract: binary('$subtract', subtract),
  $multiply: positional('$multiply', MANY, multiply),
  $divide: binary('$divide', divide),
  $mod: binary('$mod', modulo),
  $pow: binary('$pow', power),
};
