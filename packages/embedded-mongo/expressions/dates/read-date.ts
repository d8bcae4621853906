import { CommandError } from '../../errors';
import { typeName } from '../../values/types';
import { monthNamed, readFormat, type ParsedFields } from './formats';
import { parseIsoDate, wallOf } from './parse';
import { firstIsoMonday } from './parts';
import { fromWall, timeZone, UTC, type TimeZone } from './time-zone';

const DAY = 86_400_000;

/** The date in a text, by a format or else by ISO 8601; undefined where there is none. */
export function readDate(text: string, format: unknown, zone: TimeZone | undefined): Date | undefined {
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
