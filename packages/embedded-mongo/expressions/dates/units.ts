import { CommandError } from '../../errors';

export const MILLISECONDS = { week: 604_800_000, day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1_000, millisecond: 1 } as const; // prettier-ignore
export const MONTHS = { year: 12, quarter: 3, month: 1 } as const;

export type FixedUnit = keyof typeof MILLISECONDS;
export type MonthUnit = keyof typeof MONTHS;
export type Unit = FixedUnit | MonthUnit;

export function isMonthUnit(unit: Unit): unit is MonthUnit {
  return unit in MONTHS;
}

export function requireUnit(value: unknown): Unit {
  if (typeof value === 'string' && (Object.hasOwn(MILLISECONDS, value) || Object.hasOwn(MONTHS, value)))
    return value as Unit;
  throw new CommandError('FailedToParse', `unknown time unit value: ${JSON.stringify(value)}`);
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The first day of a week as a number, with 0 for Sunday, which is the default; by a name or its first three letters. */
export function requireDayOfWeek(value: unknown): number {
  if (value === undefined) return 0;
  const name = typeof value === 'string' ? value.toLowerCase() : '';
  const day = DAYS.findIndex((each) => each === name || each.slice(0, 3) === name);
  if (day < 0) throw new CommandError('FailedToParse', `unknown day of week value: ${JSON.stringify(value)}`);
  return day;
}
