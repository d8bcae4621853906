import { CommandError } from '../../errors';
import { toSafeInteger } from '../../values/numbers';
import { typeName } from '../../values/types';
import { checkNames } from '../arguments';
import { isNullish } from '../truth';
import { type Compiler, type Compute, type Operator, type Operators, type Variables } from '../types';
import { requireInstant } from './arguments';
import { formatDate, monthNamed, readFormat, type ParsedFields } from './formats';
import { firstIsoMonday } from './parts';
import { parseIsoDate, wallOf } from './parse';
import { fromWall, timeZone, toWall, UTC, type TimeZone } from './time-zone';

const DAY = 86_400_000;
const ISO = '%Y-%m-%dT%H:%M:%S.%L';

/** Computes some arguments by name; an argument that was not given is no field of the result. */
function compileNamed(spec: Readonly<Record<string, unknown>>, names: readonly string[], compiler: Compiler) {
  const computes = names
    .filter((name) => name in spec)
    .map((name): [string, Compute] => [name, compiler.compile(spec[name])]);
  return (variables: Variables): Record<string, unknown> =>
    Object.fromEntries(computes.map(([name, compute]) => [name, compute(variables)]));
}

const dateToString: Operator = (operand, compiler) => {
  const spec = checkNames('$dateToString', operand, {
    required: ['date'],
    optional: ['format', 'timezone', 'onNull'],
  });
  const compute = compileNamed(spec, ['date', 'format', 'timezone'], compiler);
  const onNull = compiler.compile(spec.onNull ?? null);
  return (variables) => {
    const { date, ...others } = compute(variables);
    if (isNullish(date)) return onNull(variables);
    if (Object.values(others).some(isNullish)) return null;
    const zone = timeZone(others.timezone);
    const { format = zone === UTC ? `${ISO}Z` : ISO } = others;
    if (typeof format !== 'string')
      throw new CommandError(
        'Location18533',
        `$dateToString requires that 'format' be a string, found: ${typeName(format)}`,
      );
    const at = requireInstant(date);
    return formatDate(format, toWall(at, zone), Math.round(zone(at) / 60_000));
  };
};

/** `onNull` stands in for no text, `onError` for one that is no date. */
const dateFromString: Operator = (operand, compiler) => {
  const spec = checkNames('$dateFromString', operand, {
    required: ['dateString'],
    optional: ['format', 'timezone', 'onNull', 'onError'],
  });
  const compute = compileNamed(spec, ['dateString', 'format', 'timezone'], compiler);
  const onNull = compiler.compile(spec.onNull ?? null);
  const onError = 'onError' in spec ? compiler.compile(spec.onError) : undefined;
  return (variables) => {
    const { dateString, ...others } = compute(variables);
    if (isNullish(dateString)) return onNull(variables);
    if (Object.values(others).some(isNullish)) return null;
    const zone = 'timezone' in others ? timeZone(others.timezone) : undefined;
    const date = typeof dateString === 'string' ? readDate(dateString, others.format, zone) : undefined;
    if (date) return date;
    if (onError) return onError(variables);
    throw new CommandError('ConversionFailure', `Error parsing date string '${JSON.stringify(dateString)}'`);
  };
};

function readDate(text: string, format: unknown, zone: TimeZone | undefined): Date | undefined {
  if (format === undefined) return parseIsoDate(text, zone);
  if (typeof format !== 'string')
    throw new CommandError(
      'Location40684',
      `$dateFromString requires that 'format' be a string, found: ${typeName(format)}`,
    );
  const fields = readFormat(format, text);
  const wall = fields && wallOfFields(fields);
  if (!fields || wall === undefined) return undefined;
  const own = ownZone(fields);
  return own && zone ? undefined : new Date(fromWall(wall, own ?? zone ?? UTC));
}

function ownZone({ offset, minutes }: ParsedFields): TimeZone | undefined {
  if (offset !== undefined) return timeZone(offset);
  return minutes === undefined ? undefined : () => Number(minutes) * 60_000;
}

function wallOfFields(fields: ParsedFields): number | undefined {
  const {
    hour = 0,
    minute = 0,
    second = 0,
    millisecond = '0',
    dayOfYear,
    isoYear,
    isoWeek = 1,
    isoDay = 1,
  } = fields;
  const time = [hour, minute, second].map(Number);
  const year = Number(fields.year ?? 1970);
  const month = fields.name === undefined ? Number(fields.month ?? 1) : monthNamed(fields.name);
  if (month === undefined) return undefined;
  const isByDay = dayOfYear !== undefined || isoYear !== undefined;
  const wall = wallOf(
    [year, isByDay ? 1 : month, isByDay ? 1 : Number(fields.day ?? 1), ...time],
    Number(millisecond.padEnd(3, '0')),
  );
  if (wall === undefined || !isByDay) return wall;
  if (dayOfYear !== undefined) return wall + (Number(dayOfYear) - 1) * DAY;
  return (
    firstIsoMonday(Number(isoYear)) + ((Number(isoWeek) - 1) * 7 + Number(isoDay) - 1) * DAY + (wall % DAY)
  );
}

const TIME = ['hour', 'minute', 'second', 'millisecond'];

/** Parts beyond their range carry over: month 14 is February of the next year. */
const dateFromParts: Operator = (operand, compiler) => {
  const isIso = typeof operand === 'object' && operand !== null && 'isoWeekYear' in operand;
  const day = isIso ? ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] : ['year', 'month', 'day'];
  const [required = '', ...others] = day;
  const spec = checkNames('$dateFromParts', operand, {
    required: [required],
    optional: [...others, ...TIME, 'timezone'],
  });
  const compute = compileNamed(spec, [...day, ...TIME, 'timezone'], compiler);
  return (variables) => {
    const { timezone, ...parts } = compute(variables);
    if (Object.values(parts).some(isNullish) || ('timezone' in spec && isNullish(timezone))) return null;
    const numbers = Object.fromEntries(
      Object.entries(parts).map(([name, value]) => [name, wholePart(name, value)]),
    );
    const wall = (isIso ? wallOfIsoDay(numbers) : wallOfDay(numbers)) + timeOf(numbers);
    return new Date(fromWall(wall, timeZone(timezone)));
  };
};

type Parts = Readonly<Record<string, number>>;

function wholePart(name: string, value: unknown): number {
  const part = toSafeInteger(value);
  if (part === undefined)
    throw new CommandError(
      'Location40515',
      `'${name}' must evaluate to an integer, found ${typeName(value)}`,
    );
  if (/year/i.test(name) && (part < 1 || part > 9999))
    throw new CommandError(
      'Location40523',
      `'${name}' must evaluate to an integer in the range 1 to 9999, found ${part}`,
    );
  return part;
}

function wallOfDay({ year = 1970, month = 1, day = 1 }: Parts): number {
  const date = new Date(Date.UTC(2000, month - 1, 1));
  date.setUTCFullYear(year + date.getUTCFullYear() - 2000);
  return date.getTime() + (day - 1) * DAY;
}

function wallOfIsoDay({ isoWeekYear = 1970, isoWeek = 1, isoDayOfWeek = 1 }: Parts): number {
  return firstIsoMonday(isoWeekYear) + ((isoWeek - 1) * 7 + isoDayOfWeek - 1) * DAY;
}

function timeOf({ hour = 0, minute = 0, second = 0, millisecond = 0 }: Parts): number {
  return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

export const dateTexts: Operators = {
  $dateToString: dateToString,
  $dateFromString: dateFromString,
  $dateFromParts: dateFromParts,
};
