import { type Document } from 'bson';
import { type Transaction } from 'lmdb';
import { type Collection } from '../storage/collection';
import { encodeField } from '../storage/index-keys';
import { type IndexTable } from '../storage/index-table';
import { recordIdOf } from '../storage/record-id';
import { decodeTyped } from '../values/codec';
import { BEHIND, invert } from '../values/key-encoding';
import { decodePart, partEnd } from '../values/key-parts';
import { valuesAt } from '../values/paths';
import { type IndexPath } from './access-path';
import { indexPath } from './index-path';
import { branchesOf } from './branches';
import { EVERYTHING } from './intervals';
import { type ReadStatistics } from './read-statistics';
import { rangesOf } from './scan';

/** An index whose keys tell the distinct values of a field among the documents that match. */
interface DistinctPath {
  readonly path: IndexPath;
  /** The field's position in the index, right after the fields that the filter fixes. */
  readonly position: number;
}

/** The number of documents that have the same values in some fields. */
export interface GroupCount {
  /** In the order of the fields; a missing field is null. */
  readonly values: readonly unknown[];
  readonly count: number;
}

/**
 * Finds an index whose keys alone give the distinct values: the filter asks for equality of the index's first fields
 * and for nothing else, and the field comes next. With `elements` the field may hold arrays, whose elements count each.
 */
export function distinctPath(
  collection: Collection,
  filter: Document,
  field: string,
  elements: boolean,
): DistinctPath | undefined {
  const branches = branchesOf(filter);
  if (branches.length !== 1) return undefined;
  for (const index of collection.visibleIndexes) {
    if (index.spec.sparse || index.spec.partialFilterExpression) continue;
    const position = index.fields.findIndex(({ path }) => path === field);
    if (position < 0) continue;
    const path = indexPath(index, branches, []);
    const isElements = elements && position === 0 && Object.keys(filter).length === 0;
    if (path.filter || ((path.repeats || index.multikey[position]) && !isElements)) continue;
    const isFixed =
      path.fixedFields === position ||
      (position < path.fixedFields && path.fixedFields === index.fields.length);
    if (path.exact && isFixed && isInOneRange(path, position)) return { path, position };
  }
  return undefined;
}

/** Whether every value lies in one range of keys, which holds where ranges differ in no field behind it. */
function isInOneRange(path: IndexPath, position: number): boolean {
  return (
    rangesOf(path).length <= 1 ||
    path.bounds.every((fields) => fields.slice(position + 1).every(([first]) => first === EVERYTHING))
  );
}

/** Steps from one distinct value to the next, counting its entries in between without reading them. */
export function* readDistinct(
  { path, position }: DistinctPath,
  collection: Collection,
  statistics: ReadStatistics,
  transaction?: Transaction,
): Generator<GroupCount> {
  const { table, accesses } = path.index;
  accesses.count++;
  for (const { start, end } of path.groups.flatMap(({ ranges }) => ranges)) {
    let from = start;
    for (;;) {
      const [key] = table.getKeys({ start: from, end, limit: 1, transaction });
      if (!key) break;
      const prefix = key.subarray(0, endOfField(path.index, key, position));
      const next = Buffer.concat([prefix, BEHIND]);
      const last = Buffer.compare(next, end) < 0 ? next : end;
      const count = table.getKeysCount({ start: from, end: last, transaction });
      statistics.keys += count;
      yield {
        count,
        values: [valueOf(collection, key, prefix, path.index, position, statistics, transaction)],
      };
      from = last;
    }
  }
}

function endOfField(index: IndexTable, key: Buffer, position: number): number {
  let at = 0;
  for (let i = 0; i <= position; i++) at = partEnd(key, at, index.fields[i]?.descending ?? false);
  return at;
}

/** The value in a key's part: from the key where it has the type too, else from the document of the key. */
function valueOf(
  collection: Collection,
  key: Buffer,
  prefix: Buffer,
  index: IndexTable,
  position: number,
  statistics: ReadStatistics,
  transaction: Transaction | undefined,
): unknown {
  const part = prefix.subarray(position === 0 ? 0 : endOfField(index, key, position - 1));
  return typedValueOfPart(index, position, part, () => {
    statistics.documents++;
    return decodeTyped(collection.read(recordIdOf(key), transaction));
  });
}

/** The value of a part of a key with its type. Keys of `1`, `1.0` and `NumberLong(1)` are alike, so a document is read. */
function typedValueOfPart(
  index: IndexTable,
  position: number,
  part: Buffer,
  document: () => Document,
): unknown {
  const value = valueInPart(index, position, part)?.value;
  return value === undefined || Number.isInteger(value) ? valueIn(document(), index, position, part) : value;
}

/** The value of a part of a key, where possible without a document; whole numbers come out as int32. */
export function valueOfPart(
  index: IndexTable,
  position: number,
  part: Buffer,
  document: () => Document,
): unknown {
  const decoded = valueInPart(index, position, part);
  return decoded ? decoded.value : valueIn(document(), index, position, part);
}

function valueInPart(
  index: IndexTable,
  position: number,
  part: Buffer,
): { readonly value: unknown } | undefined {
  return decodePart(index.fields[position]?.descending ? invert(part) : part, index.hasDecimals);
}

/** The value at an index's field whose key is the part. */
function valueIn(document: Document, index: IndexTable, position: number, part: Buffer): unknown {
  const { path = '', descending } = index.fields[position] ?? {};
  const candidates = valuesAt(document, path).flatMap((value) =>
    Array.isArray(value) && index.multikey[position] ? (value as unknown[]) : [value],
  );
  if (candidates.length === 1) return candidates[0];
  return candidates.find((value) => encodeField(value, descending).equals(part)) ?? null;
}
