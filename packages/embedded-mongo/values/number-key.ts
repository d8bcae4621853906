import { type Decimal128 } from 'bson';
import { type ByteWriter } from './byte-writer';

/** The marker after the eight bytes of a number's key: the double is the number, or the number lies above it. */
const EXACT = 0x00;
export const ABOVE = 0x01;
/** Bytes of the fraction that follow `ABOVE`. */
export const FRACTION_BYTES = 16;
const FRACTION_SCALE = 1n << 128n;
const scratch = new DataView(new ArrayBuffer(8));

/**
 * Writes a number so that bytes compare as numbers do, across int32, double, long and decimal128:
 * the largest double that is not above it, then how far it lies towards the next double.
 * NaN is below everything. Decimals outside the range of a double are ordered only roughly.
 */
export function writeNumberKey(out: ByteWriter, value: number | bigint | Decimal128): void {
  if (typeof value === 'number') return writeExact(out, value);
  if (typeof value === 'bigint') return writeRational(out, value, 1n, Number(value));
  const text = value.toString();
  const approximate = Number(text);
  if (Number.isNaN(approximate) || /inf/i.test(text)) {
    return writeExact(out, /inf/i.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : NaN);
  }
  const [numerator, denominator] = decimalToRational(text);
  writeRational(out, numerator, denominator, approximate);
}

function writeExact(out: ByteWriter, value: number): void {
  writeSortableDouble(out, value);
  out.byte(EXACT);
}

function writeRational(out: ByteWriter, numerator: bigint, denominator: bigint, near: number): void {
  const floor = floorDouble(numerator, denominator, near);
  writeSortableDouble(out, floor);
  const [fn, fd] = doubleToRational(floor);
  const aboveBy = numerator * fd - fn * denominator;
  if (aboveBy === 0n) return out.byte(EXACT);
  const [nn, nd] = doubleToRational(neighbour(floor, 1));
  const gap = nn * fd - fn * nd;
  let fraction = (aboveBy * nd * FRACTION_SCALE) / (denominator * gap);
  if (fraction >= FRACTION_SCALE) fraction = FRACTION_SCALE - 1n;
  if (fraction < 0n) fraction = 0n;
  out.byte(ABOVE);
  out.uint64BE(fraction >> 64n);
  out.uint64BE(fraction);
}

function writeSortableDouble(out: ByteWriter, value: number): void {
  if (Number.isNaN(value)) return out.uint64BE(0n);
  const at = out.doubleBE(value === 0 ? 0 : value);
  const bytes = out.view(at);
  if ((bytes[0] ?? 0) & 0x80) for (let i = 0; i < 8; i++) bytes[i] = ~(bytes[i] ?? 0);
  else bytes[0] = (bytes[0] ?? 0) | 0x80;
}

function floorDouble(numerator: bigint, denominator: bigint, near: number): number {
  if (near === Infinity) return Number.MAX_VALUE;
  if (near === -Infinity) return -Infinity;
  const [n, d] = doubleToRational(near);
  return n * denominator > numerator * d ? neighbour(near, -1) : near;
}

function neighbour(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  scratch.setFloat64(0, value);
  const away = value > 0 === direction > 0 ? 1n : -1n;
  scratch.setBigInt64(0, scratch.getBigInt64(0) + away);
  const next = scratch.getFloat64(0);
  return Number.isFinite(next) ? next : direction * Number.MAX_VALUE;
}

function doubleToRational(value: number): [bigint, bigint] {
  if (!Number.isFinite(value)) return [BigInt(Math.sign(value)) << 1100n, 1n];
  scratch.setFloat64(0, value);
  const bits = scratch.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const mantissa = (bits & 0xfffffffffffffn) | (exponent === 0 ? 0n : 1n << 52n);
  const signed = value < 0 ? -mantissa : mantissa;
  const power = Math.max(exponent, 1) - 1075;
  return power >= 0 ? [signed << BigInt(power), 1n] : [signed, 1n << BigInt(-power)];
}

function decimalToRational(text: string): [bigint, bigint] {
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const power = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  return power >= 0 ? [digits * 10n ** BigInt(power), 1n] : [digits, 10n ** BigInt(-power)];
}
