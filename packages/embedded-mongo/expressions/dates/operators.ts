import { Long } from 'bson';
import { CommandError } from '../../errors';
import { toSafeInteger } from '../../values/numbers';
import { isDocument } from '../../values/types';
import { checkNames, named } from '../arguments';
import { isNullish } from '../truth';
import { type Operator, type Operators } from '../types';
import { requireInstant } from './arguments';
import { addUnits, truncate, unitsBetween } from './arithmetic';
import { dateFromParts } from './from-parts';
import { dayOfWeek, dayOfYear, isoDayOfWeek, isoWeek, isoWeekYear, week } from './parts';
import { timeZone, toWall } from './time-zone';
import { requireDayOfWeek, requireUnit } from './units';

type Args = Readonly<Record<string, unknown>>;

/** A part of a date, given alone or as `{date, timezone}`. */
const part =
  (name: string, read: (wall: number) => unknown): Operator =>
  (operand, compiler) => {
    const only: unknown = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
    const isSpec = isDocument(only) && !Object.keys(only)[0]?.startsWith('$');
    const spec = isSpec
      ? checkNames(name, only, { required: ['date'], optional: ['timezone'] })
      : { date: only };
    const { date, timezone } = spec as { date: unknown; timezone?: unknown };
    const compute = compiler.compile(date);
    const zone = 'timezone' in spec ? compiler.compile(timezone) : () => undefined;
    return (variables) => {
      const [value, given] = [compute(variables), zone(variables)];
      if (isNullish(value) || ('timezone' in spec && isNullish(given))) return null;
      return read(toWall(requireInstant(value), timeZone(given)));
    };
  };

/** Null where an argument that was given is null or missing. */
const unlessNull =
  (apply: (args: Args) => unknown) =>
  (args: Args): unknown =>
    Object.values(args).some(isNullish) ? null : apply(args);

const shift = (name: '$dateAdd' | '$dateSubtract', sign: 1 | -1): Operator =>
  named(
    name,
    { required: ['startDate', 'unit', 'amount'], optional: ['timezone'] },
    unlessNull(({ startDate, unit, amount, timezone }) => {
      const whole = toSafeInteger(amount);
      if (whole === undefined)
        throw new CommandError('Location5166405', `${name} expects integer amount of time units`);
      const at = addUnits(requireInstant(startDate), requireUnit(unit), sign * whole, timeZone(timezone));
      if (Number.isNaN(new Date(at).getTime())) throw new CommandError('Overflow', `${name} overflowed`);
      return new Date(at);
    }),
  );

const difference = named(
  '$dateDiff',
  { required: ['startDate', 'endDate', 'unit'], optional: ['timezone', 'startOfWeek'] },
  unlessNull(({ startDate, endDate, unit, timezone, startOfWeek }) => {
    const [from, to] = [requireInstant(startDate), requireInstant(endDate)];
    const day = requireDayOfWeek(startOfWeek);
    return Long.fromNumber(unitsBetween(from, to, requireUnit(unit), timeZone(timezone), day));
  }),
);

const truncation = named(
  '$dateTrunc',
  { required: ['date', 'unit'], optional: ['binSize', 'timezone', 'startOfWeek'] },
  unlessNull(({ date, unit, binSize = 1, timezone, startOfWeek }) => {
    const size = toSafeInteger(binSize);
    if (size === undefined || size <= 0)
      throw new CommandError(
        'Location5439017',
        "$dateTrunc requires 'binSize' to be an integer greater than 0",
      );
    const day = requireDayOfWeek(startOfWeek);
    return new Date(truncate(requireInstant(date), requireUnit(unit), size, timeZone(timezone), day));
  }),
);

const toParts = named(
  '$dateToParts',
  { required: ['date'], optional: ['timezone', 'iso8601'] },
  unlessNull(({ date, timezone, iso8601 = false }) => {
    const wall = toWall(requireInstant(date), timeZone(timezone));
    const at = new Date(wall);
    const day =
      iso8601 === true
        ? { isoWeekYear: isoWeekYear(wall), isoWeek: isoWeek(wall), isoDayOfWeek: isoDayOfWeek(wall) }
        : { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
    return {
      ...day,
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
      millisecond: at.getUTCMilliseconds(),
    };
  }),
);

export const dates: Operators = {
  $year: part('$year', (wall) => new Date(wall).getUTCFullYear()),
  $month: part('$month', (wall) => new Date(wall).getUTCMonth() + 1),
  $dayOfMonth: part('$dayOfMonth', (wall) => new Date(wall).getUTCDate()),
  $hour: part('$hour', (wall) => new Date(wall).getUTCHours()),
  $minute: part('$minute', (wall) => new Date(wall).getUTCMinutes()),
  $second: part('$second', (wall) => new Date(wall).getUTCSeconds()),
  $millisecond: part('$millisecond', (wall) => new Date(wall).getUTCMilliseconds()),
  $dayOfYear: part('$dayOfYear', dayOfYear),
  $dayOfWeek: part('$dayOfWeek', dayOfWeek),
  $week: part('$week', week),
  $isoDayOfWeek: part('$isoDayOfWeek', isoDayOfWeek),
  $isoWeek: part('$isoWeek', isoWeek),
  $isoWeekYear: part('$isoWeekYear', (wall) => Long.fromNumber(isoWeekYear(wall))),
  $dateAdd: shift('$dateAdd', 1),
  $dateSubtract: shift('$dateSubtract', -1),
  $dateDiff: difference,
  $dateTrunc: truncation,
  $dateToParts: toParts,
  $dateFromParts: dateFromParts,
};
