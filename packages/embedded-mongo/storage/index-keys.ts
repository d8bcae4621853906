import { CommandError } from '../errors';
import { encodeKey, encodeKeyText, invert } from '../values/key-encoding';
import { expandRows, isOpenArray, keyValue, walkPath, type PathWalk } from '../values/key-rows';
import { MISSING } from '../values/paths';
import { bsonType } from '../values/types';
import { type IndexField } from './index-spec';

/**
 * A key's bytes as a text of Latin-1, a character for each byte, so that keys can be joined with `+` and be members of a
 * `Set`.
 */
export type Key = string;

export interface DocumentKeys {
  /** One key without an array on the way, else one for each element; none where the document has no field of a sparse index. */
  readonly keys: readonly Key[];
  /** Which fields passed through an array. */
  readonly multikey: readonly boolean[];
  /** Whether a key was made from a decimal, which an equal number of another type shares. */
  readonly hasDecimals: boolean;
}

/** A document whose fields are looked up and encoded once for all indexes. */
export class IndexedDocument {
  readonly #walks = new Map<string, PathWalk>();
  readonly #keys = new Map<string, Key>();
  #hasDecimals = false;

  constructor(readonly document: unknown) {}

  /** The keys under which the document stands in an index. Missing fields count as null. */
  keysOf(fields: readonly IndexField[], sparse: boolean): DocumentKeys {
    this.#hasDecimals = false;
    const walks = fields.map((field) => this.#walk(field));
    const hasArrays = walks.some(isOpenArray);
    if (!hasArrays) {
      const keys =
        sparse && walks.every(({ value }) => value === MISSING) ? [] : [this.#joined(fields, walks)];
      return { keys, multikey: hasNoArrays(fields), hasDecimals: this.#hasDecimals };
    }
    const multikey = fields.map(() => false);
    const rows: unknown[][] = [];
    if (!expandRows(walks, multikey, rows))
      throw new CommandError('CannotIndexParallelArrays', 'cannot index parallel arrays');
    const present = sparse ? rows.filter((row) => row.some((value) => value !== MISSING)) : rows;
    const keys = new Set(present.map((row) => this.#rowKey(row, walks, fields)));
    return { keys: [...keys], multikey, hasDecimals: this.#hasDecimals };
  }

  #walk({ path, parts }: IndexField): PathWalk {
    let walk = this.#walks.get(path);
    if (!walk) this.#walks.set(path, (walk = walkPath(this.document, parts)));
    return walk;
  }

  #joined(fields: readonly IndexField[], walks: readonly PathWalk[]): Key {
    let key = '';
    for (const [i, field] of fields.entries()) key += this.#fieldKey(field, walks[i]?.value);
    return key;
  }

  #rowKey(row: readonly unknown[], walks: readonly PathWalk[], fields: readonly IndexField[]): Key {
    let key = '';
    for (const [i, field] of fields.entries()) {
      const walk = walks[i];
      key +=
        walk && isOpenArray(walk) ? this.#encode(row[i], field.descending) : this.#fieldKey(field, row[i]);
    }
    return key;
  }

  /** The encoding of a field without arrays, the same in all keys of the document. */
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

export function encodeField(value: unknown, descending: boolean | undefined): Buffer {
  const key = encodeKey(value);
  return descending ? invert(key) : key;
}
