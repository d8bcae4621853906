import { fromWall, toWall, type TimeZone } from './time-zone';
import { isMonthUnit, MILLISECONDS, MONTHS, type Unit } from './units';

/*
 * Calculations by units of time. Days and longer units are days of a zone's clocks; shorter ones are time that passes.
 */

const DAY = MILLISECONDS.day;

/** An instant later by so many units. The last day of a month stays in it: 31 January + 1 month → 28 February. */
export function addUnits(at: number, unit: Unit, amount: number, zone: TimeZone): number {
  if (isMonthUnit(unit)) return fromWall(addMonths(toWall(at, zone), amount * MONTHS[unit]), zone);
  const distance = amount * MILLISECONDS[unit];
  return unit === 'day' || unit === 'week' ? fromWall(toWall(at, zone) + distance, zone) : at + distance;
}

function addMonths(wall: number, months: number): number {
  const date = new Date(wall);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/** How many boundaries of a unit lie between two instants: from 23:59 to 0:01 it is one day. */
export function unitsBetween(
  from: number,
  to: number,
  unit: Unit,
  zone: TimeZone,
  startOfWeek: number,
): number {
  if (unit === 'day' || unit === 'week' || isMonthUnit(unit))
    return (
      unitNumber(toWall(to, zone), unit, startOfWeek) - unitNumber(toWall(from, zone), unit, startOfWeek)
    );
  const size = MILLISECONDS[unit];
  const start = (at: number): number => at - modulo(toWall(at, zone), size);
  return Math.round((start(to) - start(from)) / size);
}

/** Numbers the days, weeks, months, quarters or years of a zone's clocks without gaps. */
function unitNumber(wall: number, unit: 'day' | 'week' | keyof typeof MONTHS, startOfWeek: number): number {
  if (unit === 'day') return Math.floor(wall / DAY);
  // Day 0, the first of January 1970, was a Thursday.
  if (unit === 'week') return Math.floor((Math.floor(wall / DAY) + 4 - startOfWeek) / 7);
  const date = new Date(wall);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / MONTHS[unit]);
}

/** Bins of every unit are counted from here. */
const REFERENCE = Date.UTC(2000, 0, 1);

/** The start of the bin of so many units that an instant lies in, counted from 2000-01-01 of the zone's clocks. */
export function truncate(at: number, unit: Unit, size: number, zone: TimeZone, startOfWeek: number): number {
  const wall = toWall(at, zone);
  if (isMonthUnit(unit)) return fromWall(startOfMonths(wall, MONTHS[unit] * size), zone);
  const bin = MILLISECONDS[unit] * size;
  const reference = unit === 'week' ? firstDayOfWeek(startOfWeek) : REFERENCE;
  const past = modulo(wall - reference, bin);
  return unit === 'day' || unit === 'week' ? fromWall(wall - past, zone) : at - past;
}

function startOfMonths(wall: number, size: number): number {
  const date = new Date(wall);
  const months = (date.getUTCFullYear() - 2000) * 12 + date.getUTCMonth();
  return addMonths(REFERENCE, months - modulo(months, size));
}

/** The first such day from the reference on, which is a Saturday. */
function firstDayOfWeek(day: number): number {
  return REFERENCE + modulo(day - 6, 7) * DAY;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
