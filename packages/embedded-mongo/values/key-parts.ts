import { ObjectId } from 'bson';
import { ABOVE, FRACTION_BYTES } from './number-key';
import { Tag as tags } from './types';

/** A constant of this module: compiled to CommonJS, an imported name is a property that is looked up at each use, here for each part of a key. */
const Tag = tags;

/** Where the encoded value that begins at `at` ends. */
export function partEnd(key: Buffer, at: number, inverted: boolean): number {
  const mask = inverted ? 0xff : 0x00;
  return end(key, at + 1, byteAt(key, at, mask), mask);
}

function byteAt(key: Buffer, at: number, mask: number): number {
  const byte = key[at];
  if (byte === undefined) throw new RangeError('an index key ends inside a value');
  return byte ^ mask;
}

function end(key: Buffer, at: number, tag: number, mask: number): number {
  switch (tag) {
    case Tag.number:
      return at + 9 + (byteAt(key, at + 8, mask) === ABOVE ? FRACTION_BYTES : 0);
    case Tag.string:
    case Tag.code:
    case Tag.codeWithScope:
      return textEnd(key, at, mask);
    case Tag.regex:
      return textEnd(key, textEnd(key, at, mask), mask);
    case Tag.object:
      return objectEnd(key, at, mask);
    case Tag.array:
      return arrayEnd(key, at, mask);
    case Tag.binary:
      return at + 5 + lengthAt(key, at, mask);
    case Tag.objectId:
      return at + 12;
    case Tag.boolean:
      return at + 1;
    case Tag.date:
    case Tag.timestamp:
      return at + 8;
    default:
      return at;
  }
}

function textEnd(key: Buffer, at: number, mask: number): number {
  const escape = 0xff ^ mask;
  for (let i = at; i < key.length; i++) {
    // A mask has all bits set or none, so it is a NUL itself.
    if (key[i] !== mask) continue;
    if (key[i + 1] !== escape) return i + 2;
    i++;
  }
  throw new RangeError('an index key ends inside a value');
}

function objectEnd(key: Buffer, at: number, mask: number): number {
  let i = at;
  for (let tag = byteAt(key, i, mask); tag !== 0x00; tag = byteAt(key, i, mask))
    i = end(key, textEnd(key, i + 1, mask), tag, mask);
  return i + 1;
}

function arrayEnd(key: Buffer, at: number, mask: number): number {
  let i = at;
  for (let tag = byteAt(key, i, mask); tag !== 0x00; tag = byteAt(key, i, mask))
    i = end(key, i + 1, tag, mask);
  return i + 1;
}

function lengthAt(key: Buffer, at: number, mask: number): number {
  return [0, 1, 2, 3].reduce((sum, i) => sum * 256 + byteAt(key, at + i, mask), 0);
}

/**
 * The value of an encoded part, not inverted, where a document's value follows from it; undefined for others.
 * `hasDecimals` says that a number may stand for a decimal that equals it.
 */
export function decodePart(part: Buffer, hasDecimals: boolean): { readonly value: unknown } | undefined {
  switch (part[0]) {
    case Tag.null:
      return { value: null };
    case Tag.number:
      return hasDecimals || part[9] === ABOVE ? undefined : { value: sortableDouble(part) };
    case Tag.string:
      return part.includes(0x00) && part.indexOf(0x00) === part.length - 2
        ? { value: part.toString('utf8', 1, part.length - 2) }
        : undefined;
    case Tag.objectId:
      return { value: new ObjectId(Uint8Array.from(part.subarray(1, 13))) };
    case Tag.boolean:
      return { value: part[1] === 1 };
    case Tag.date:
      return { value: new Date(Number(part.readBigUInt64BE(1) - (1n << 63n))) };
    default:
      return undefined;
  }
}

function sortableDouble(part: Buffer): number {
  const bytes = Buffer.from(part.subarray(1, 9));
  if (bytes.every((byte) => byte === 0)) return NaN;
  const first = bytes[0] ?? 0;
  if (first & 0x80) bytes[0] = first & 0x7f;
  else for (let i = 0; i < 8; i++) bytes[i] = ~(bytes[i] ?? 0);
  return bytes.readDoubleBE();
}
