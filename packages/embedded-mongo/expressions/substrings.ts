import { CommandError } from '../errors';
import { isNumeric, toDouble } from '../values/numbers';
import { typeName } from '../values/types';
import { requireInteger } from './array-checks';
import { positional } from './arguments';
import { requireText, textOf } from './strings';
import { isNullish } from './truth';
import { type Operator, type Operators } from './types';

/** Bytes that continue a character of UTF-8 begin with the bits 10. */
const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** By bytes of UTF-8; a length below 0 is the rest. Inside a character it is an error. */
function substringOfBytes(args: readonly unknown[]): string {
  const [value, start, length] = args;
  const bytes = Buffer.from(textOf('$substrBytes', value));
  const [from, size] = [wholeNumber(start, 'Location16034'), wholeNumber(length, 'Location16035')];
  if (from < 0) throw new CommandError('Location50752', '$substrBytes: starting index must be non-negative');
  const end = size < 0 ? bytes.length : Math.min(from + size, bytes.length);
  if (isContinuation(bytes[from]))
    throw new CommandError(
      'Location28656',
      '$substrBytes: Invalid range, starting index is a UTF-8 continuation byte.',
    );
  if (isContinuation(bytes[end]))
    throw new CommandError(
      'Location28657',
      '$substrBytes: Invalid range, ending index is in the middle of a UTF-8 character.',
    );
  return bytes.toString('utf8', Math.min(from, bytes.length), end);
}

function wholeNumber(value: unknown, code: `Location${number}`): number {
  if (isNumeric(value)) return Math.trunc(toDouble(value));
  throw new CommandError(
    code,
    `$substrBytes: indexes must be of a numeric type (is BSON type ${typeName(value)})`,
  );
}

/** By characters, which are Unicode code points. */
function substringOfCharacters(args: readonly unknown[]): string {
  const [value, start, length] = args;
  const from = requireInteger('$substrCP', start, 'Location34450');
  const size = requireInteger('$substrCP', length, 'Location34452');
  if (from < 0)
    throw new CommandError('Location34455', `$substrCP: starting index must be non-negative: ${from}`);
  if (size < 0) throw new CommandError('Location34454', `$substrCP: length must be non-negative: ${size}`);
  return [...textOf('$substrCP', value)].slice(from, from + size).join('');
}

/** The position of a text in another, from one bound to before the next, or -1. */
const indexOf = (
  name: '$indexOfBytes' | '$indexOfCP',
  codes: readonly [`Location${number}`, `Location${number}`],
  lengthOf: (text: string) => number,
  cut: (text: string, start: number, end: number) => string,
): Operator =>
  positional(name, [2, 4], ([text, token, start = 0, end]) => {
    if (isNullish(text)) return null;
    const [whole, wanted] = [requireText(name, text, codes[0]), requireText(name, token, codes[1])];
    const length = lengthOf(whole);
    const from = requireBound(name, start);
    const to = end === undefined ? length : Math.min(requireBound(name, end), length);
    if (from > to) return -1;
    const part = cut(whole, from, to);
    const at = part.indexOf(wanted);
    return at < 0 ? -1 : from + lengthOf(part.slice(0, at));
  });

function requireBound(name: string, value: unknown): number {
  const bound = requireInteger(name, value, 'Location40096');
  if (bound < 0)
    throw new CommandError('Location40097', `${name} requires a nonnegative bound, found: ${bound}`);
  return bound;
}

const bytesBetween = (text: string, start: number, end: number): string =>
  Buffer.from(text).toString('utf8', start, end);
const charactersBetween = (text: string, start: number, end: number): string =>
  [...text].slice(start, end).join('');

export const substrings: Operators = {
  $substr: positional('$substr', [3, 3], substringOfBytes),
  $substrBytes: positional('$substrBytes', [3, 3], substringOfBytes),
  $substrCP: positional('$substrCP', [3, 3], substringOfCharacters),
  $indexOfBytes: indexOf(
    '$indexOfBytes',
    ['Location40091', 'Location40092'],
    (text) => Buffer.byteLength(text),
    bytesBetween,
  ),
  $indexOfCP: indexOf(
    '$indexOfCP',
    ['Location40093', 'Location40094'],
    (text) => [...text].length,
    charactersBetween,
  ),
};
