import { CommandError } from '../errors';
import { encodeKey, invert } from '../values/key-encoding';
import { MISSING } from '../values/paths';
import { bsonType, isDocument } from '../values/types';
import { type IndexField } from './index-spec';

export interface DocumentKeys {
  /** One key without an array on the way, else one per element; none where the document has no field of a sparse index. */
  readonly keys: readonly Buffer[];
  /** Which fields passed through an array. */
  readonly multikey: readonly boolean[];
  /** Some key is that of a decimal, which is the key of an equal number too. */
  readonly hasDecimals: boolean;
}

interface Walk {
  readonly value: unknown;
  readonly rest: readonly string[];
}

const DIGITS = /^\d+$/;

/** The keys under which a document stands in an index. Missing fields count as null. */
export function keysOf(document: unknown, fields: readonly IndexField[], sparse: boolean): DocumentKeys {
  const multikey = fields.map(() => false);
  const rows: unknown[][] = [];
  expand(
    fields.map(({ parts }) => ({ value: document, rest: parts })),
    multikey,
    rows,
  );
  const present = sparse ? rows.filter((row) => row.some((value) => value !== MISSING)) : rows;
  const keys = present.map((row) => encodeRow(row, fields));
  const hasDecimals = present.some((row) => row.some((value) => bsonType(value) === 'Decimal128'));
  return { keys: keys.length > 1 ? distinct(keys) : keys, multikey, hasDecimals };
}

function encodeRow(row: readonly unknown[], fields: readonly IndexField[]): Buffer {
  return Buffer.concat(row.map((value, i) => encodeField(keyValue(value), fields[i]?.descending)));
}

function keyValue(value: unknown): unknown {
  if (value === MISSING) return null;
  return value instanceof ArrayValue ? value.items : value;
}

export function encodeField(value: unknown, descending: boolean | undefined): Buffer {
  const key = encodeKey(value);
  return descending ? invert(key) : key;
}

function distinct(keys: readonly Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}

/** Walks all fields at once, since fields below the same array belong together element by element. */
function expand(walks: readonly Walk[], multikey: boolean[], rows: unknown[][]): void {
  const ends = walks.map(descend);
  const arrays = new Set(ends.filter(isOpenArray).map(({ value }) => value));
  if (arrays.size === 0) {
    rows.push(ends.map(({ value }) => value));
    return;
  }
  if (arrays.size > 1) {
    throw new CommandError('CannotIndexParallelArrays', 'cannot index parallel arrays');
  }
  const [array] = arrays as Set<unknown[]>;
  ends.forEach((end, i) => (multikey[i] ||= isOpenArray(end)));
  if (array?.length === 0) {
    rows.push(ends.map((end) => (isOpenArray(end) ? emptyArrayValue(end) : end.value)));
    return;
  }
  for (const element of array ?? []) {
    expand(
      ends.map((end) => (isOpenArray(end) ? enter(end, element) : end)),
      multikey,
      rows,
    );
  }
}

function descend({ value, rest }: Walk): Walk {
  let [current, left] = [value, rest];
  for (let part = left[0]; part !== undefined; part = left[0]) {
    if (Array.isArray(current)) {
      if (!DIGITS.test(part) || Number(part) >= current.length) break;
      current = current[Number(part)];
    } else if (isDocument(current) && Object.hasOwn(current, part)) {
      current = current[part];
    } else {
      return final(MISSING);
    }
    left = left.slice(1);
  }
  return { value: current, rest: left };
}

/** An array inside an array is a value like any other. */
const FINAL: readonly string[] = [];

function final(value: unknown): Walk {
  return { value: Array.isArray(value) ? new ArrayValue(value) : value, rest: FINAL };
}

/** Marks an array that is to be a key itself. */
class ArrayValue {
  constructor(readonly items: unknown[]) {}
}

function isOpenArray({ value }: Walk): boolean {
  return Array.isArray(value);
}

function enter({ rest }: Walk, element: unknown): Walk {
  if (rest.length === 0) return final(element);
  return isDocument(element) ? { value: element, rest } : final(MISSING);
}

/** An empty array sorts below null where it is the value itself, and is nothing where fields of its elements are meant. */
function emptyArrayValue({ rest }: Walk): unknown {
  return rest.length === 0 ? undefined : MISSING;
}
