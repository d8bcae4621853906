/*
 * The parts of a date as the clocks of a zone show it. All take a time of the clocks as if it were UTC.
 */

const DAY = 86_400_000;

export function dayOfYear(wall: number): number {
  return Math.floor((wall - Date.UTC(new Date(wall).getUTCFullYear(), 0)) / DAY) + 1;
}

/** 1 for Monday to 7 for Sunday. */
export function isoDayOfWeek(wall: number): number {
  return new Date(wall).getUTCDay() || 7;
}

/** 1 for Sunday to 7 for Saturday. */
export function dayOfWeek(wall: number): number {
  return new Date(wall).getUTCDay() + 1;
}

/** Weeks begin on Sundays; the days before the first Sunday of a year are in week 0. */
export function week(wall: number): number {
  return Math.floor((dayOfYear(wall) + 7 - dayOfWeek(wall)) / 7);
}

/** The Thursday of a date's week, which says the ISO year that the week belongs to. */
function thursdayOf(wall: number): number {
  return wall + (4 - isoDayOfWeek(wall)) * DAY;
}

export function isoWeekYear(wall: number): number {
  return new Date(thursdayOf(wall)).getUTCFullYear();
}

export function isoWeek(wall: number): number {
  return Math.floor((dayOfYear(thursdayOf(wall)) - 1) / 7) + 1;
}

/** The Monday of an ISO year's week 1, which has the 4th of January. */
export function firstIsoMonday(year: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - (isoDayOfWeek(fourth) - 1) * DAY;
}
