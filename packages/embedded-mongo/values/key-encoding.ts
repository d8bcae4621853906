import { type Binary, type Decimal128, type Document, type Long, type ObjectId } from 'bson';
import { ByteWriter } from './byte-writer';
import { writeNumberKey } from './number-key';
import { Tag as tags, bsonType, tagOf } from './types';

/** A constant of this module: compiled to CommonJS, an imported name is a property that is looked up at each use, here for each value. */
const Tag = tags;

/*
 * Order-preserving keys: comparing two encoded values byte by byte compares the values in BSON's order.
 * Every encoding is self-delimiting and none is a prefix of another, so concatenated fields compare
 * field by field. A descending field has all its bits flipped.
 */

const writer = new ByteWriter();

/** Ends a text: below every byte that can follow inside one. */
const TEXT_END = Buffer.from([0x00, 0x01]);
const ESCAPED_NUL = Buffer.from([0x00, 0xff]);

/** Stands behind every key that begins with the bytes before it, since no encoded value begins with 0xff. */
export const BEHIND = Buffer.from([0xff, 0xff]);

export function encodeKey(value: unknown): Buffer {
  writeValue(value);
  return writer.take();
}

/** The encoded value as a text of Latin-1, a character for each byte. */
export function encodeKeyText(value: unknown): string {
  writeValue(value);
  return writer.takeText();
}

/** Flips every bit, so that ascending values sort in descending order. */
export function invert(bytes: Buffer): Buffer {
  const flipped = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i++) flipped[i] = ~(bytes[i] ?? 0);
  return flipped;
}

/** The number that a numeric value stands for: exact, whatever its BSON type. */
export function numberOf(value: unknown): number | bigint | Decimal128 {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  switch (bsonType(value)) {
    case 'Long': {
      const near = (value as Long).toNumber();
      return Number.isSafeInteger(near) ? near : (value as Long).toBigInt();
    }
    case 'Decimal128':
      return value as Decimal128;
    default:
      return (value as { valueOf(): number }).valueOf();
  }
}

function writeValue(value: unknown): void {
  const tag = tagOf(value);
  writer.byte(tag);
  writePayload(tag, value);
}

function writePayload(tag: number, value: unknown): void {
  switch (tag) {
    case Tag.number:
      return writeNumberKey(writer, numberOf(value));
    case Tag.string:
      return writeText(typeof value === 'string' ? value : String((value as { value: string }).value));
    case Tag.object:
      return writeObject(bsonType(value) ? (value as { toJSON(): Document }).toJSON() : (value as Document));
    case Tag.array:
      for (const item of value as unknown[]) writeValue(item);
      return writer.byte(0x00);
    case Tag.binary:
      return writeBinary(value as Binary | Uint8Array);
    case Tag.objectId:
      return writer.bytes((value as ObjectId).id);
    case Tag.boolean:
      return writer.byte(value ? 1 : 0);
    case Tag.date:
      return writer.uint64BE(BigInt((value as Date).getTime()) ^ (1n << 63n));
    case Tag.timestamp:
      return writer.uint64BE((value as Long).toBigInt());
    case Tag.regex:
      return writeRegex(value as RegExp | { pattern: string; options: string });
    case Tag.code:
    case Tag.codeWithScope:
      return writeText((value as { code: string }).code);
  }
}

function writeText(text: string): void {
  if (text.includes('\0')) {
    text.split('\0').forEach((part, i) => {
      if (i > 0) writer.bytes(ESCAPED_NUL);
      writer.utf8(part);
    });
  } else {
    writer.utf8(text);
  }
  writer.bytes(TEXT_END);
}

/** MongoDB compares documents field by field: type, then name, then value. */
function writeObject(document: Document): void {
  for (const [name, value] of Object.entries(document)) {
    const tag = tagOf(value);
    writer.byte(tag);
    writeText(name);
    writePayload(tag, value);
  }
  writer.byte(0x00);
}

function writeBinary(value: Binary | Uint8Array): void {
  const bytes = value instanceof Uint8Array ? value : value.value();
  writer.uint32BE(bytes.length);
  writer.byte(value instanceof Uint8Array ? 0 : value.sub_type);
  writer.bytes(bytes);
}

function writeRegex(value: RegExp | { pattern: string; options: string }): void {
  writeText(value instanceof RegExp ? value.source : value.pattern);
  writeText(value instanceof RegExp ? value.flags : value.options);
}
