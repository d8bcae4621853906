import { timeZone, fromWall, type TimeZone } from './time-zone';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2})(?::?(\d{2}))?(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * A text of ISO 8601: a date, with a time and a zone where there are any. Undefined where the text is no such date, or
 * has a zone beside the one that is given.
 */
export function parseIsoDate(text: string, zone?: TimeZone): Date | undefined {
  const match = ISO.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] = match;
  if (offset !== undefined && zone) return undefined;
  const parts = [year, month, day, hour, minute, second].map(Number);
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const wall = wallOf(parts, milliseconds);
  if (wall === undefined) return undefined;
  return new Date(fromWall(wall, zone ?? timeZone(offset?.toUpperCase())));
}

/** Undefined for a day or an hour that does not exist. */
export function wallOf(parts: readonly number[], milliseconds: number): number | undefined {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds));
  if (year < 100) date.setUTCFullYear(year);
  const isSame =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isSame ? date.getTime() : undefined;
}
