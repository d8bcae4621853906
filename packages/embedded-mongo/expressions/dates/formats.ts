import { CommandError } from '../../errors';
import { dayOfWeek, dayOfYear, isoDayOfWeek, isoWeek, isoWeekYear, week } from './parts';

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** What a letter after `%` stands for, of what the clocks show and how many minutes they are ahead of UTC. */
const WRITERS: Readonly<Record<string, (wall: number, ahead: number) => string>> = {
  '%': () => '%',
  Y: (wall) => pad(new Date(wall).getUTCFullYear(), 4),
  m: (wall) => pad(new Date(wall).getUTCMonth() + 1, 2),
  d: (wall) => pad(new Date(wall).getUTCDate(), 2),
  H: (wall) => pad(new Date(wall).getUTCHours(), 2),
  M: (wall) => pad(new Date(wall).getUTCMinutes(), 2),
  S: (wall) => pad(new Date(wall).getUTCSeconds(), 2),
  L: (wall) => pad(new Date(wall).getUTCMilliseconds(), 3),
  b: (wall) => (MONTHS[new Date(wall).getUTCMonth()] ?? '').slice(0, 3),
  B: (wall) => MONTHS[new Date(wall).getUTCMonth()] ?? '',
  j: (wall) => pad(dayOfYear(wall), 3),
  w: (wall) => String(dayOfWeek(wall)),
  u: (wall) => String(isoDayOfWeek(wall)),
  U: (wall) => pad(week(wall), 2),
  V: (wall) => pad(isoWeek(wall), 2),
  G: (wall) => pad(isoWeekYear(wall), 4),
  z: (_wall, ahead) =>
    `${ahead < 0 ? '-' : '+'}${pad(Math.trunc(Math.abs(ahead) / 60), 2)}${pad(Math.abs(ahead) % 60, 2)}`,
  Z: (_wall, ahead) => String(ahead),
};

/** Writes a date by a format such as `%Y-%m-%d`. */
export function formatDate(format: string, wall: number, minutesAhead: number): string {
  return format.replace(/%(.|$)/gs, (text, letter: string) => {
    const write = WRITERS[letter];
    if (!write)
      throw new CommandError('Location18536', `Invalid format character '${text}' in format string`);
    return write(wall, minutesAhead);
  });
}

type Field = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond' | 'dayOfYear' | 'name' | 'offset' | 'minutes' | 'isoYear' | 'isoWeek' | 'isoDay'; // prettier-ignore

export type ParsedFields = Partial<Record<Field, string>>;

const READERS: Readonly<Record<string, readonly [string, Field]>> = {
  Y: ['\\d{4}', 'year'],
  m: ['\\d{1,2}', 'month'],
  d: ['\\d{1,2}', 'day'],
  H: ['\\d{1,2}', 'hour'],
  M: ['\\d{1,2}', 'minute'],
  S: ['\\d{1,2}', 'second'],
  L: ['\\d{1,3}', 'millisecond'],
  j: ['\\d{1,3}', 'dayOfYear'],
  b: ['[A-Za-z]{3}', 'name'],
  B: ['[A-Za-z]{3,}', 'name'],
  z: ['Z|[+-]\\d{2}:?(?:\\d{2})?', 'offset'],
  Z: ['[+-]?\\d{1,4}', 'minutes'],
  G: ['\\d{4}', 'isoYear'],
  V: ['\\d{1,2}', 'isoWeek'],
  u: ['[1-7]', 'isoDay'],
};

/** Reads a text by a format; undefined where the text does not have it. */
export function readFormat(format: string, text: string): ParsedFields | undefined {
  const fields: Field[] = [];
  const pattern = format.replace(/%(.|$)|[^%]/gs, (token, letter: string | undefined) => {
    if (letter === undefined) return escape(token);
    if (letter === '%') return '%';
    const reader = READERS[letter];
    if (!reader)
      throw new CommandError('Location18536', `Invalid format character '${token}' in format string`);
    fields.push(reader[1]);
    return `(${reader[0]})`;
  });
  const match = new RegExp(`^${pattern}$`).exec(text);
  return match ? Object.fromEntries(fields.map((field, i) => [field, match[i + 1]])) : undefined;
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');

/** 1 for January to 12, by its name or the first three letters. */
export function monthNamed(name: string): number | undefined {
  const wanted = name.toLowerCase();
  const at = MONTHS.findIndex((month) =>
    [month.toLowerCase(), month.slice(0, 3).toLowerCase()].includes(wanted),
  );
  return at < 0 ? undefined : at + 1;
}
