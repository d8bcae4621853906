import { CommandError } from '../errors';
import { isNumeric } from '../values/numbers';
import { typeName } from '../values/types';
import { toText } from './convert-values';
import { binary, named, positional, unary, unaryOrNull } from './arguments';
import { isNullish } from './truth';
import { type Operator, type Operators } from './types';

type Code = `Location${number}`;

export function requireText(name: string, value: unknown, code: Code): string {
  if (typeof value === 'string') return value;
  throw new CommandError(code, `${name} requires a string argument, found: ${typeName(value)}`);
}

/** For operators that take numbers and dates for their text, and null for none. */
export function textOf(name: string, value: unknown): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string') return value;
  if (isNumeric(value) || value instanceof Date) return toText(value);
  throw new CommandError(
    'Location16007',
    `can't convert from BSON type ${typeName(value)} to String in ${name}`,
  );
}

function concatenate(parts: readonly unknown[]): unknown {
  if (parts.some(isNullish)) return null;
  const odd = parts.find((part) => typeof part !== 'string');
  if (odd !== undefined)
    throw new CommandError('Location16702', `$concat only supports strings, not ${typeName(odd)}`);
  return parts.join('');
}

/** MongoDB changes the case of ASCII letters alone. */
const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
const upper = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());

function compareWithoutCase(a: unknown, b: unknown): number {
  return Math.sign(
    Buffer.compare(
      Buffer.from(upper(textOf('$strcasecmp', a))),
      Buffer.from(upper(textOf('$strcasecmp', b))),
    ),
  );
}

function split(text: unknown, separator: unknown): unknown {
  if (isNullish(text) || isNullish(separator)) return null;
  const by = requireText('$split', separator, 'Location40086');
  if (by === '') throw new CommandError('Location40087', '$split requires a non-empty separator');
  return requireText('$split', text, 'Location40085').split(by);
}

const BLANK = /[\0\t\n\v\f\r \u00a0\u1680\u2000-\u200a]/u;

/** Takes characters off the ends: those of `chars`, or blanks. */
const trimming = (name: string, sides: { readonly start?: boolean; readonly end?: boolean }): Operator =>
  named(name, { required: ['input'], optional: ['chars'] }, (args) => {
    const { input, chars } = args;
    if (isNullish(input) || ('chars' in args && isNullish(chars))) return null;
    const characters = [...requireText(name, input, 'Location50699')];
    const listed = chars === undefined ? undefined : new Set(requireText(name, chars, 'Location50700'));
    const isTaken = (each: string): boolean => (listed ? listed.has(each) : BLANK.test(each));
    const first = sides.start ? characters.findIndex((each) => !isTaken(each)) : 0;
    const last = sides.end ? characters.findLastIndex((each) => !isTaken(each)) : characters.length - 1;
    return first < 0 ? '' : characters.slice(first, last + 1).join('');
  });

const replacing = (name: '$replaceOne' | '$replaceAll'): Operator =>
  named(name, { required: ['input', 'find', 'replacement'] }, ({ input, find, replacement }) => {
    const texts = [input, find, replacement].map((value) =>
      isNullish(value) ? null : requireText(name, value, 'Location51746'),
    );
    const [text, wanted, by] = texts;
    if (isNullish(text) || isNullish(wanted) || isNullish(by)) return null;
    return name === '$replaceOne' ? text.replace(wanted, () => by) : text.replaceAll(wanted, () => by);
  });

export const strings: Operators = {
  $concat: positional('$concat', [0, Infinity], concatenate),
  $toLower: unary('$toLower', (value) => lower(textOf('$toLower', value))),
  $toUpper: unary('$toUpper', (value) => upper(textOf('$toUpper', value))),
  $strcasecmp: binary('$strcasecmp', compareWithoutCase),
  $strLenBytes: unary('$strLenBytes', (value) =>
    Buffer.byteLength(requireText('$strLenBytes', value, 'Location34473')),
  ),
  $strLenCP: unary('$strLenCP', (value) => [...requireText('$strLenCP', value, 'Location34471')].length),
  $split: binary('$split', split),
  $trim: trimming('$trim', { start: true, end: true }),
  $ltrim: trimming('$ltrim', { start: true }),
  $rtrim: trimming('$rtrim', { end: true }),
  $replaceOne: replacing('$replaceOne'),
  $replaceAll: replacing('$replaceAll'),
  $binarySize: unaryOrNull('$binarySize', binarySize),
};

function binarySize(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  const bytes = (value as { position?: unknown }).position;
  if (typeName(value) === 'binData' && typeof bytes === 'number') return bytes;
  throw new CommandError(
    'Location51276',
    `$binarySize requires a string or BinData argument, found: ${typeName(value)}`,
  );
}
