import { CommandError } from '../../errors';
import { toSafeInteger } from '../../values/numbers';
import { typeName } from '../../values/types';
import { checkNames, compileGiven } from '../arguments';
import { isNullish } from '../truth';
import { type Operator } from '../types';
import { firstIsoMonday } from './parts';
import { fromWall, timeZone } from './time-zone';

const DAY = 86_400_000;
const TIME = ['hour', 'minute', 'second', 'millisecond'];

/** Parts beyond their range carry over: month 14 is February of the next year. */
export const dateFromParts: Operator = (operand, compiler) => {
  const isIso = typeof operand === 'object' && operand !== null && 'isoWeekYear' in operand;
  const day = isIso ? ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] : ['year', 'month', 'day'];
  const [required = '', ...others] = day;
  const spec = checkNames('$dateFromParts', operand, {
    required: [required],
    optional: [...others, ...TIME, 'timezone'],
  });
  const compute = compileGiven(spec, [...day, ...TIME, 'timezone'], compiler);
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
