import { Double } from 'bson';
import { CommandError } from '../errors';
import { numericType, toDouble } from '../values/numbers';
import { refuseDecimal } from './arithmetic';
import { binary, unaryOrNull } from './arguments';
import { requireNumber } from './rounding';
import { isNullish } from './truth';
import { type Operator, type Operators } from './types';

/** The nearest double of a number; decimals are refused, since a double would lose their digits. */
function doubleFor(name: string, value: unknown): number {
  requireNumber(name, value);
  if (numericType(value) === 'decimal') throw refuseDecimal(name);
  return toDouble(value);
}

interface Domain {
  readonly holds: (value: number) => boolean;
  readonly code: `Location${number}`;
  readonly says: string;
}

/** A function of one number to a double; NaN is NaN, and numbers outside of the domain are an error. */
const ofNumber = (name: string, apply: (value: number) => number, domain?: Domain): Operator =>
  unaryOrNull(name, (argument) => {
    const value = doubleFor(name, argument);
    if (domain && !Number.isNaN(value) && !domain.holds(value))
      throw new CommandError(domain.code, `${name}'s argument must be ${domain.says}, but is ${value}`);
    return new Double(apply(value));
  });

const between = (least: number, most: number): Domain => ({
  holds: (value) => value >= least && value <= most,
  code: 'Location50989',
  says: `between ${least} and ${most}`,
});
const finite: Domain = { holds: Number.isFinite, code: 'Location50989', says: 'finite' };
const positive = (code: Domain['code']): Domain => ({
  holds: (value) => value > 0,
  code,
  says: 'a positive number',
});

function logarithm(argument: unknown, given: unknown): unknown {
  if (isNullish(argument) || isNullish(given)) return null;
  const [value, base] = [doubleFor('$log', argument), doubleFor('$log', given)];
  if (value <= 0)
    throw new CommandError('Location28758', `$log's argument must be a positive number, but is ${value}`);
  if (base <= 0 || base === 1)
    throw new CommandError(
      'Location28759',
      `$log's base must be a positive number not equal to 1, but is ${base}`,
    );
  return new Double(Math.log(value) / Math.log(base));
}

function arcTangent(y: unknown, x: unknown): unknown {
  if (isNullish(y) || isNullish(x)) return null;
  return new Double(Math.atan2(doubleFor('$atan2', y), doubleFor('$atan2', x)));
}

const DEGREE = Math.PI / 180;

/** Logarithms, powers of e, roots, and the functions of angles, which are in radians. */
export const functions: Operators = {
  $exp: ofNumber('$exp', Math.exp),
  $ln: ofNumber('$ln', Math.log, positive('Location28766')),
  $log: binary('$log', logarithm),
  $log10: ofNumber('$log10', Math.log10, positive('Location28761')),
  $sqrt: ofNumber('$sqrt', Math.sqrt, {
    holds: (value) => value >= 0,
    code: 'Location28714',
    says: 'at least 0',
  }),
  $sin: ofNumber('$sin', Math.sin, finite),
  $cos: ofNumber('$cos', Math.cos, finite),
  $tan: ofNumber('$tan', Math.tan, finite),
  $asin: ofNumber('$asin', Math.asin, between(-1, 1)),
  $acos: ofNumber('$acos', Math.acos, between(-1, 1)),
  $atan: ofNumber('$atan', Math.atan),
  $atan2: binary('$atan2', arcTangent),
  $sinh: ofNumber('$sinh', Math.sinh),
  $cosh: ofNumber('$cosh', Math.cosh),
  $tanh: ofNumber('$tanh', Math.tanh),
  $asinh: ofNumber('$asinh', Math.asinh),
  $acosh: ofNumber('$acosh', Math.acosh, between(1, Infinity)),
  $atanh: ofNumber('$atanh', Math.atanh, between(-1, 1)),
  $degreesToRadians: ofNumber('$degreesToRadians', (value) => value * DEGREE),
  $radiansToDegrees: ofNumber('$radiansToDegrees', (value) => value / DEGREE),
};
