import { Decimal128, Double, ObjectId, Timestamp } from 'bson';
import { CommandError, notImplemented } from '../errors';
import { numberOf } from '../values/key-encoding';
import {
  integerOf,
  isInt,
  isLong,
  isNumeric,
  toBigInt,
  toDecimal,
  toDouble,
  numericType,
} from '../values/numbers';
import { isDocument, typeAlias, typeName } from '../values/types';
import { checkNames, unary } from './arguments';
import { parseIsoDate } from './dates/parse';
import { isNullish, isTrue } from './truth';
import { type Operator, type Operators } from './types';

type Convert = (value: unknown) => unknown;

function failed(value: unknown, to: string): CommandError {
  return new CommandError(
    'ConversionFailure',
    `Failed to convert a value of type ${typeName(value)} to ${to} in $convert`,
  );
}

const WHOLE = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const SPECIAL = /^[+-]?(inf|infinity)$|^nan$/i;

/** Cut off behind the point; a string has to be a whole number in full. */
const toInteger =
  (to: 'int' | 'long'): Convert =>
  (value) => {
    const integer = integerFrom(value, to);
    if (integer === undefined || !(to === 'int' ? isInt : isLong)(integer)) throw failed(value, to);
    return to === 'int' ? Number(integer) : integerOf(integer, 'long');
  };

function integerFrom(value: unknown, to: string): bigint | undefined {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (isNumeric(value)) return toBigInt(value);
  if (typeof value === 'string') return WHOLE.test(value) ? BigInt(value.replace('+', '')) : undefined;
  return to === 'long' && value instanceof Date ? BigInt(value.getTime()) : undefined;
}

const toDoubleValue: Convert = (value) => {
  if (typeof value === 'boolean') return new Double(value ? 1 : 0);
  if (isNumeric(value)) return new Double(toDouble(value));
  if (value instanceof Date) return new Double(value.getTime());
  if (typeof value === 'string' && NUMBER.test(value)) return new Double(Number(value));
  if (typeof value === 'string' && SPECIAL.test(value)) return new Double(specialNumber(value));
  throw failed(value, 'double');
};

function specialNumber(text: string): number {
  if (/nan/i.test(text)) return NaN;
  return text.startsWith('-') ? -Infinity : Infinity;
}

const toDecimalValue: Convert = (value) => {
  if (typeof value === 'boolean') return Decimal128.fromString(value ? '1' : '0');
  if (isNumeric(value)) return toDecimal(value);
  if (value instanceof Date) return Decimal128.fromString(String(value.getTime()));
  if (typeof value === 'string' && (NUMBER.test(value) || SPECIAL.test(value)))
    return Decimal128.fromString(value);
  throw failed(value, 'decimal');
};

/** Milliseconds since 1970 as a double, decimal or long, but no int; the time in an id; a text of ISO 8601. */
const toDate: Convert = (value) => {
  const date = dateFrom(value);
  if (!date || Number.isNaN(date.getTime())) throw failed(value, 'date');
  return date;
};

function dateFrom(value: unknown): Date | undefined {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.t * 1000);
  if (typeof value === 'string') return parseIsoDate(value);
  const type = numericType(value);
  return type && type !== 'int' ? new Date(Math.trunc(toDouble(value))) : undefined;
}

/** The text of a value as `$toString` gives it. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || isNumeric(value)) return String(numberText(value));
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  if (typeName(value) === 'binData') throw notImplemented('$convert from binData');
  throw failed(value, 'string');
}

function numberText(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  return Object.is(toDouble(value), -0) ? '-0' : numberOf(value).toString();
}

const toObjectId: Convert = (value) => {
  if (value instanceof ObjectId) return value;
  if (typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value);
  throw failed(value, 'objectId');
};

const CONVERSIONS: Readonly<Record<string, Convert>> = {
  int: toInteger('int'),
  long: toInteger('long'),
  double: toDoubleValue,
  decimal: toDecimalValue,
  bool: isTrue,
  date: toDate,
  string: toText,
  objectId: toObjectId,
};

function conversionTo(to: unknown): Convert {
  const type: unknown = isDocument(to) ? to.type : to;
  const name = typeof type === 'string' ? type : isNumeric(type) ? typeAlias(toDouble(type)) : undefined;
  if (name !== undefined && typeAlias(name) === undefined)
    throw new CommandError('BadValue', `Unknown type name: ${name}`);
  if (name === undefined)
    throw new CommandError('FailedToParse', "$convert's 'to' argument must be a string or number");
  const convert = CONVERSIONS[name];
  if (!convert || (isDocument(to) && to.subtype !== undefined)) throw notImplemented(`$convert to ${name}`);
  return convert;
}

/** `onError` stands in for a conversion that failed, and for no other error. */
const convert: Operator = (operand, compiler) => {
  const spec = checkNames('$convert', operand, {
    required: ['input', 'to'],
    optional: ['onError', 'onNull'],
  });
  const [input, to] = [compiler.compile(spec.input), compiler.compile(spec.to)];
  const onNull = compiler.compile(spec.onNull ?? null);
  const onError = 'onError' in spec ? compiler.compile(spec.onError) : undefined;
  return (variables) => {
    const [value, type] = [input(variables), to(variables)];
    if (isNullish(value)) return onNull(variables);
    if (isNullish(type)) return null;
    const apply = conversionTo(type);
    try {
      return apply(value);
    } catch (error) {
      const isFailure = error instanceof CommandError && error.codeName === 'ConversionFailure';
      if (isFailure && onError) return onError(variables);
      throw error;
    }
  };
};

const to = (name: string, type: string): Operator =>
  unary(name, (value) => (isNullish(value) ? null : CONVERSIONS[type]?.(value)));

export const conversions: Operators = {
  $convert: convert,
  $toInt: to('$toInt', 'int'),
  $toLong: to('$toLong', 'long'),
  $toDouble: to('$toDouble', 'double'),
  $toDecimal: to('$toDecimal', 'decimal'),
  $toBool: to('$toBool', 'bool'),
  $toDate: to('$toDate', 'date'),
  $toString: to('$toString', 'string'),
  $toObjectId: to('$toObjectId', 'objectId'),
  $type: unary('$type', typeName),
  $isNumber: unary('$isNumber', isNumeric),
};
