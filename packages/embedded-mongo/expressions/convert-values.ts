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
import { typeName } from '../values/types';
import { parseIsoDate } from './dates/parse';
import { isTrue } from './truth';

export type Convert = (value: unknown) => unknown;

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

/** Conversions by the name of the type; null and missing values are not given to them. */
export const CONVERSIONS: Readonly<Record<string, Convert>> = {
  int: toInteger('int'),
  long: toInteger('long'),
  double: toDoubleValue,
  decimal: toDecimalValue,
  bool: isTrue,
  date: toDate,
  string: toText,
  objectId: toObjectId,
};
