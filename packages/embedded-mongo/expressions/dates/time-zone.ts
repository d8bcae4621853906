import { CommandError } from '../../errors';
import { typeName } from '../../values/types';

const MINUTE = 60_000;

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
export type TimeZone = (at: number) => number;

export const UTC: TimeZone = () => 0;

const OFFSET = /^([+-])(\d{2})(?::?(\d{2}))?$/;
const UTC_NAMES = new Set(['UTC', 'GMT', 'Z', 'Etc/UTC']);

/** By the name of an Olson zone (`Asia/Shanghai`) or by a distance from UTC (`+08`, `+0800`, `+08:00`). */
export function timeZone(zone: unknown): TimeZone {
  if (zone === undefined) return UTC;
  if (typeof zone !== 'string')
    throw new CommandError('Location40517', `timezone must evaluate to a string, found ${typeName(zone)}`);
  if (UTC_NAMES.has(zone)) return UTC;
  const [, sign, hours, minutes = '0'] = OFFSET.exec(zone) ?? [];
  if (sign === undefined) return namedZone(zone);
  const ahead = (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === '-' ? -1 : 1);
  return () => ahead;
}

const known = new Map<string, TimeZone>();

function namedZone(name: string): TimeZone {
  const zone = known.get(name) ?? makeZone(name);
  known.set(name, zone);
  return zone;
}

function makeZone(name: string): TimeZone {
  const format = formatFor(name);
  return (at) => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const wall = Date.UTC(year, month - 1, day, hour, minute, second);
    return wall - Math.floor(at / 1000) * 1000;
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric',
      hour: 'numeric', minute: 'numeric', second: 'numeric',
    }); // prettier-ignore
  } catch {
    throw new CommandError('Location40485', `unrecognized time zone identifier: "${timeZone}"`);
  }
}

/** What the clocks of a zone show at an instant, as if it were UTC. */
export function toWall(at: number, zone: TimeZone): number {
  return at + zone(at);
}

/** The instant at which the clocks of a zone show a time; of two such instants the first. */
export function fromWall(wall: number, zone: TimeZone): number {
  const before = wall - zone(wall - DAY);
  if (toWall(before, zone) === wall) return before;
  const after = wall - zone(wall + DAY);
  // A time that the clocks skip is counted on from before.
  return toWall(after, zone) === wall ? after : before;
}

const DAY = 86_400_000;
