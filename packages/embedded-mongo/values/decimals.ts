import { Decimal128 } from 'bson';

/** `digits × 10^exponent`. */
interface Finite {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Significant digits of a decimal128. */
const PRECISION = 34;
/** Exponents of a decimal128 whose digits are a whole number. */
const [LEAST_EXPONENT, MOST_EXPONENT] = [-6176, 6111];

const FINITE = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/** Undefined for NaN and the infinities. */
function parse(value: Decimal128): Finite | undefined {
  const match = FINITE.exec(value.toString());
  if (!match) return undefined;
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, exponent: Number(exponent) - fraction.length };
}

/** Rounds half to even to 34 digits. Too large is an infinity, too small is 0. */
function build({ digits, exponent }: Finite): Decimal128 {
  const excess = Math.max(lengthOf(digits) - PRECISION, LEAST_EXPONENT - exponent, 0);
  const rounded = excess > 0 ? divideRounding(digits, 10n ** BigInt(excess), 'even') : digits;
  const power = exponent + excess;
  if (lengthOf(rounded) > PRECISION) return build({ digits: rounded, exponent: power });
  const padding = Math.max(power - MOST_EXPONENT, 0);
  if (rounded !== 0n && lengthOf(rounded) + padding > PRECISION)
    return Decimal128.fromString(rounded < 0n ? '-Infinity' : 'Infinity');
  return Decimal128.fromString(`${rounded * 10n ** BigInt(rounded === 0n ? 0 : padding)}E${power - padding}`);
}

function lengthOf(digits: bigint): number {
  return (digits < 0n ? -digits : digits).toString().length;
}

export type Rounding = 'even' | 'truncate' | 'floor' | 'ceiling';

/** A quotient as a whole number; `divisor` is positive. */
function divideRounding(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (remainder === 0n || rounding === 'truncate') return quotient;
  const away = dividend < 0n ? -1n : 1n;
  if (rounding === 'floor') return dividend < 0n ? quotient - 1n : quotient;
  if (rounding === 'ceiling') return dividend > 0n ? quotient + 1n : quotient;
  const twice = 2n * (remainder < 0n ? -remainder : remainder);
  return twice > divisor || (twice === divisor && quotient % 2n !== 0n) ? quotient + away : quotient;
}

function aligned(a: Finite, b: Finite): [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent);
  const scale = (value: Finite): bigint => value.digits * 10n ** BigInt(value.exponent - exponent);
  return [scale(a), scale(b), exponent];
}

type Combine<T> = (a: Finite, b: Finite) => T;

/** NaN and infinities combine as JavaScript's do, which follow the same standard. */
function combine(
  a: Decimal128,
  b: Decimal128,
  exact: Combine<Finite>,
  special: (a: number, b: number) => number,
): Decimal128 {
  const [x, y] = [parse(a), parse(b)];
  if (x && y) return build(exact(x, y));
  return Decimal128.fromString(String(special(Number(a.toString()), Number(b.toString()))));
}

export function addDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  const exact: Combine<Finite> = (x, y) => {
    const [p, q, exponent] = aligned(x, y);
    return { digits: p + q, exponent };
  };
  return combine(a, b, exact, (x, y) => x + y);
}

export function multiplyDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  const exact: Combine<Finite> = (x, y) => ({
    digits: x.digits * y.digits,
    exponent: x.exponent + y.exponent,
  });
  return combine(a, b, exact, (x, y) => x * y);
}

/** To 34 digits; `1 ÷ 4 → 0.25`, without zeros behind. The divisor is not 0. */
export function divideDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  const exact: Combine<Finite> = (x, y) => {
    const extra = PRECISION + 2 + lengthOf(y.digits);
    const positive =
      y.digits < 0n ? { digits: -x.digits, by: -y.digits } : { digits: x.digits, by: y.digits };
    const scaled = positive.digits * 10n ** BigInt(extra);
    const quotient = scaled / positive.by;
    const isExact = scaled % positive.by === 0n;
    const exponent = x.exponent - y.exponent - extra;
    // A last digit of 1 stands for the rest, so that a half that is not exact is not rounded as one.
    return isExact
      ? withoutZeros({ digits: quotient, exponent }, x.exponent - y.exponent)
      : { digits: quotient * 10n + (quotient < 0n ? -1n : 1n), exponent: exponent - 1 };
  };
  return combine(a, b, exact, (x, y) => x / y);
}

/** Takes zeros off the end, as long as the exponent stays below the preferred one. */
function withoutZeros({ digits, exponent }: Finite, preferred: number): Finite {
  if (digits === 0n) return { digits, exponent: preferred };
  let [shorter, power] = [digits, exponent];
  for (; power < preferred && shorter % 10n === 0n; power++) shorter /= 10n;
  return { digits: shorter, exponent: power };
}

/** The remainder has the dividend's sign; the divisor is not 0. */
export function remainderOfDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  const exact: Combine<Finite> = (x, y) => {
    const [p, q, exponent] = aligned(x, y);
    return { digits: p % q, exponent };
  };
  return combine(a, b, exact, (x, y) => x % y);
}

export function negateDecimal(value: Decimal128): Decimal128 {
  const text = value.toString();
  if (text === 'NaN') return value;
  return Decimal128.fromString(text.startsWith('-') ? text.slice(1) : `-${text}`);
}

/** Keeps so many digits behind the point; below 0, so many digits before it become zeros. */
export function roundDecimal(value: Decimal128, places: number, rounding: Rounding): Decimal128 {
  const finite = parse(value);
  if (!finite || -finite.exponent <= places) return value;
  const divisor = 10n ** BigInt(-places - finite.exponent);
  return build({ digits: divideRounding(finite.digits, divisor, rounding), exponent: -places });
}

/** As a whole number, cut off behind the point; undefined for NaN and the infinities. */
export function wholeOfDecimal(value: Decimal128): bigint | undefined {
  const finite = parse(value);
  if (!finite) return undefined;
  const { digits, exponent } = finite;
  return exponent >= 0 ? digits * 10n ** BigInt(exponent) : digits / 10n ** BigInt(-exponent);
}

/** To as many significant digits as asked: MongoDB takes 15 of a double, except in sums: `0.1 → 0.100000000000000`. */
export function decimalOfDouble(value: number, digits: number): Decimal128 {
  if (!Number.isFinite(value)) return Decimal128.fromString(String(value));
  return Decimal128.fromString(value.toPrecision(digits));
}

/** To 34 digits, without zeros behind: `0.5 → 0.5`, `0.1 → 0.1000000000000000055511151231257827`. */
export function exactDecimalOfDouble(value: number): Decimal128 {
  const finite = parse(decimalOfDouble(value, PRECISION));
  return finite ? build(withoutZeros(finite, 0)) : decimalOfDouble(value, PRECISION);
}
