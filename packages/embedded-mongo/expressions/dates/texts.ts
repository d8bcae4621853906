import { CommandError } from '../../errors';
import { typeName } from '../../values/types';
import { checkNames, compileGiven } from '../arguments';
import { isNullish } from '../truth';
import { type Operator, type Operators } from '../types';
import { requireInstant } from './arguments';
import { formatDate } from './formats';
import { readDate } from './read-date';
import { timeZone, toWall, UTC } from './time-zone';

const ISO = '%Y-%m-%dT%H:%M:%S.%L';

const dateToString: Operator = (operand, compiler) => {
  const spec = checkNames('$dateToString', operand, {
    required: ['date'],
    optional: ['format', 'timezone', 'onNull'],
  });
  const compute = compileGiven(spec, ['date', 'format', 'timezone'], compiler);
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
  const compute = compileGiven(spec, ['dateString', 'format', 'timezone'], compiler);
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

export const dateTexts: Operators = {
  $dateToString: dateToString,
  $dateFromString: dateFromString,
};
