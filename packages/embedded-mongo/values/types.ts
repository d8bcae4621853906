import { type Document } from 'bson';

/** Where a value stands in BSON's order across types. Gaps leave room for bounds between types. */
export const Tag = {
  minKey: 0x05,
  undefined: 0x0a,
  null: 0x0f,
  number: 0x14,
  string: 0x19,
  object: 0x1e,
  array: 0x23,
  binary: 0x28,
  objectId: 0x2d,
  boolean: 0x32,
  date: 0x37,
  timestamp: 0x3c,
  regex: 0x41,
  code: 0x46,
  codeWithScope: 0x4b,
  maxKey: 0xf0,
} as const;

const BSON_TAGS: Readonly<Record<string, number>> = {
  MinKey: Tag.minKey,
  Int32: Tag.number,
  Double: Tag.number,
  Long: Tag.number,
  Decimal128: Tag.number,
  BSONSymbol: Tag.string,
  DBRef: Tag.object,
  Binary: Tag.binary,
  ObjectId: Tag.objectId,
  Timestamp: Tag.timestamp,
  BSONRegExp: Tag.regex,
  Code: Tag.code,
  MaxKey: Tag.maxKey,
};

/** The `_bsontype` of a BSON class instance; undefined for plain values. */
export function bsonType(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const proto = Object.getPrototypeOf(value) as { _bsontype?: string } | null;
  return proto === Object.prototype ? undefined : proto?._bsontype;
}

export function tagOf(value: unknown): number {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return Tag.number;
    case 'string':
      return Tag.string;
    case 'boolean':
      return Tag.boolean;
    case 'undefined':
    case 'symbol':
      return Tag.undefined;
  }
  if (value === null) return Tag.null;
  if (Array.isArray(value)) return Tag.array;
  if (value instanceof Date) return Tag.date;
  if (value instanceof RegExp) return Tag.regex;
  if (value instanceof Uint8Array) return Tag.binary;
  const tag = BSON_TAGS[bsonType(value) ?? ''] ?? Tag.object;
  return tag === Tag.code && (value as { scope?: unknown }).scope ? Tag.codeWithScope : tag;
}

/** A document, as opposed to an array, a date or an instance of a BSON class. */
export function isDocument(value: unknown): value is Document {
  return tagOf(value) === Tag.object && bsonType(value) === undefined;
}

const NUMERIC_NAMES: Readonly<Record<string, string>> = {
  Int32: 'int',
  Double: 'double',
  Long: 'long',
  Decimal128: 'decimal',
};

const TAG_NAMES = new Map<number, string>([
  [Tag.minKey, 'minKey'],
  [Tag.undefined, 'missing'],
  [Tag.null, 'null'],
  [Tag.string, 'string'],
  [Tag.object, 'object'],
  [Tag.array, 'array'],
  [Tag.binary, 'binData'],
  [Tag.objectId, 'objectId'],
  [Tag.boolean, 'bool'],
  [Tag.date, 'date'],
  [Tag.timestamp, 'timestamp'],
  [Tag.regex, 'regex'],
  [Tag.code, 'javascript'],
  [Tag.codeWithScope, 'javascriptWithScope'],
  [Tag.maxKey, 'maxKey'],
]);

/** MongoDB's name for the value's type, as `$type` and error messages use it. */
export function typeName(value: unknown): string {
  const tag = tagOf(value);
  if (tag !== Tag.number) return TAG_NAMES.get(tag) ?? 'object';
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31 ? 'int' : 'double';
  return NUMERIC_NAMES[bsonType(value) ?? ''] ?? 'long';
}

const TYPE_NUMBERS: Readonly<Record<number, string>> = {
  1: 'double', 2: 'string', 3: 'object', 4: 'array', 5: 'binData', 7: 'objectId', 8: 'bool', 9: 'date',
  10: 'null', 11: 'regex', 13: 'javascript', 15: 'javascriptWithScope', 16: 'int', 17: 'timestamp',
  18: 'long', 19: 'decimal', [-1]: 'minKey', 127: 'maxKey',
}; // prettier-ignore

/** The name of a type that `$type` has by name or number; undefined when there is no such type. */
export function typeAlias(alias: unknown): string | undefined {
  if (typeof alias === 'number') return TYPE_NUMBERS[alias];
  if (alias === 'number') return alias;
  return Object.values(TYPE_NUMBERS).find((name) => name === alias);
}
