import { CommandError } from '../errors';
import { encodeKey, encodeKeyText, invert } from '../values/key-encoding';
import { MISSING } from '../values/paths';
import { bsonType, isDocument } from '../values/types';
import { type IndexField } from './index-spec';

/**
 * A key's bytes as a text of Latin-1: one character per byte. Texts are quicker than buffers to make, to join,
 * to sort and to tell apart.
 */
export type Key = string;

export interface DocumentKeys {
  /** One key without an array on the way, else one per element; none where the document has no field of a sparse index. */
  readonly keys: readonly Key[];
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

/** A document whose fields are looked up and encoded once, however many indexes have them. */
export class IndexedDocument {
  readonly #walks = new Map<string, Walk>();
  readonly #keys = new Map<string, Key>();
  #hasDecimals = false;

  constructor(readonly document: unknown) {}

  /** The keys under which the document stands in an index. Missing fields count as null. */
  keysOf(fields: readonly IndexField[], sparse: boolean): DocumentKeys {
    this.#hasDecimals = false;
    const walks = fields.map((field) => this.#walk(field));
    const hasArrays = walks.some(isOpenArray);
    if (!hasArrays) {
      const keys = sparse && walks.every(isMissing) ? [] : [this.#joined(fields, walks)];
      return { keys, multikey: hasNoArrays(fields), hasDecimals: this.#hasDecimals };
    }
    const multikey = fields.map(() => false);
    const rows: unknown[][] = [];
    expand(walks, multikey, rows);
    const present = sparse ? rows.filter((row) => row.some((value) => value !== MISSING)) : rows;
    const keys = new Set(present.map((row) => this.#rowKey(row, walks, fields)));
    return { keys: [...keys], multikey, hasDecimals: this.#hasDecimals };
  }

  #walk({ path, parts }: IndexField): Walk {
    let walk = this.#walks.get(path);
    if (!walk) this.#walks.set(path, (walk = descend({ value: this.document, rest: parts })));
    return walk;
  }

  #joined(fields: readonly IndexField[], walks: readonly Walk[]): Key {
    let key = '';
    for (const [i, field] of fields.entries()) key += this.#fieldKey(field, walks[i]?.value);
    return key;
  }

  #rowKey(row: readonly unknown[], walks: readonly Walk[], fields: readonly IndexField[]): Key {
    let key = '';
    for (const [i, field] of fields.entries()) {
      const walk = walks[i];
      key +=
        walk && isOpenArray(walk) ? this.#encode(row[i], field.descending) : this.#fieldKey(field, row[i]);
    }
    return key;
  }

  /** The key of a field without arrays, which is the same in all of the document's keys. */
  #fieldKey({ path, descending }: IndexField, value: unknown): Key {
    const name = descending ? `-${path}` : path;
    let key = this.#keys.get(name);
    if (key === undefined) this.#keys.set(name, (key = this.#encode(value, descending)));
    else if (bsonType(value) === 'Decimal128') this.#hasDecimals = true;
    return key;
  }

  #encode(value: unknown, descending: boolean): Key {
    if (bsonType(value) === 'Decimal128') this.#hasDecimals = true;
    return descending
      ? invert(encodeKey(keyValue(value))).toString('latin1')
      : encodeKeyText(keyValue(value));
  }
}

const NO_ARRAYS: (readonly boolean[])[] = [];

function hasNoArrays({ length }: readonly IndexField[]): readonly boolean[] {
  return (NO_ARRAYS[length] ??= Array.from({ length }, () => false));
}

function keyValue(value: unknown): unknown {
  if (value === MISSING) return null;
  return value instanceof ArrayValue ? value.items : value;
}

export function encodeField(value: unknown, descending: boolean | undefined): Buffer {
  const key = encodeKey(value);
  return descending ? invert(key) : key;
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
  const isAtEnd = ends.every((end) => !isOpenArray(end) || end.rest.length === 0);
  for (const element of array ?? []) {
    if (isAtEnd) rows.push(ends.map((end) => (isOpenArray(end) ? final(element).value : end.value)));
    else
      expand(
        ends.map((end) => (isOpenArray(end) ? enter(end, element) : end)),
        multikey,
        rows,
      );
  }
}

function descend(walk: Walk): Walk {
  if (walk.rest.length === 0) return walk;
  let current = walk.value;
  const left = walk.rest;
  for (let at = 0; at < left.length; at++) {
    const part = left[at] as string;
    if (Array.isArray(current)) {
      if (!DIGITS.test(part) || Number(part) >= current.length)
        return { value: current, rest: left.slice(at) };
      current = current[Number(part)];
    } else if (isDocument(current) && Object.hasOwn(current, part)) {
      current = current[part];
    } else {
      return final(MISSING);
    }
  }
  return { value: current, rest: FINAL };
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

function isMissing({ value }: Walk): boolean {
  return value === MISSING;
}

function enter({ rest }: Walk, element: unknown): Walk {
  if (rest.length === 0) return final(element);
  return isDocument(element) ? { value: element, rest } : final(MISSING);
}

/** An empty array sorts below null where it is the value itself, and is nothing where fields of its elements are meant. */
function emptyArrayValue({ rest }: Walk): unknown {
  return rest.length === 0 ? undefined : MISSING;
}
