import { deserialize, serialize, Double, Int32, Long, type Document } from 'bson';
import { bsonType, isDocument } from './types';

const PLAIN = { promoteBuffers: false, bsonRegExp: false } as const;
const TYPED = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;

/** Decodes for comparing and computing: numbers become JavaScript's, longs beyond 2^53 stay `Long`. */
export function decodePlain(bytes: Uint8Array): Document {
  return deserialize(bytes, PLAIN);
}

/** Decodes with the types of numbers: int32, double and long are instances of BSON's classes. */
export function decodeTyped(bytes: Uint8Array): Document {
  return deserialize(bytes, TYPED);
}

/** The raw documents of an array field. */
export function decodeRawArray(bytes: Uint8Array, field: string): Buffer[] {
  const decoded = deserialize(bytes, { ...PLAIN, fieldsAsRaw: { [field]: true } });
  const items: unknown = decoded[field];
  return Array.isArray(items)
    ? items.map((item: unknown) => (item instanceof Uint8Array ? toBuffer(item) : encode(item as Document)))
    : [];
}

export function encode(document: Document): Buffer {
  return toBuffer(serialize(document, { ignoreUndefined: false }));
}

/** Encodes a computed document. Fields that are undefined are left out. */
export function encodeComputed(document: Document): Buffer {
  return toBuffer(serialize(document, { ignoreUndefined: true }));
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The plain form of a typed value, for code that computes with JavaScript's numbers. */
export function toPlain(value: unknown): unknown {
  if (value instanceof Int32 || value instanceof Double) return value.valueOf();
  if (value instanceof Long) return Number.isSafeInteger(value.toNumber()) ? value.toNumber() : value;
  if (bsonType(value) === 'BSONRegExp') {
    const { pattern, options } = value as { pattern: string; options: string };
    return new RegExp(pattern, options.replace(/[^imsu]/g, ''));
  }
  if (Array.isArray(value)) return value.map(toPlain);
  if (isDocument(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
  return value;
}
