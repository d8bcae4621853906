import { type Document } from 'bson';
import { type Transaction } from 'lmdb';
import { type Collection } from '../storage/collection';
import { encodeField } from '../storage/index-keys';
import { recordIdOf } from '../storage/record-id';
import { decodePlain } from '../values/codec';
import { partEnd } from '../values/key-parts';
import { valuesAt } from '../values/paths';
import { indexPath, type IndexPath } from './access-path';
import { branchesOf } from './bounds';
import { type ReadStatistics } from './scan';

/** An index whose keys tell the distinct values of a field among the documents that match. */
export interface DistinctPath {
  readonly path: IndexPath;
  readonly field: string;
  /** Where the field stands in the index: right after what the filter fixes. */
  readonly position: number;
}

export interface DistinctValue {
  /** Entries that have the value. */
  readonly count: number;
  /** The value as a document holds it. */
  readonly value: unknown;
}

/**
 * Finds an index that answers from its keys alone: the filter fixes its first fields, all of what it asks,
 * and the field comes next. `elements` allows a field with several values, each counted for itself.
 */
export function distinctPath(
  collection: Collection,
  filter: Document,
  field: string,
  elements: boolean,
): DistinctPath | undefined {
  const branches = branchesOf(filter);
  if (branches.length !== 1) return undefined;
  for (const index of collection.indexes) {
    if (index.spec.sparse || index.spec.partialFilterExpression) continue;
    const position = index.fields.findIndex(({ path }) => path === field);
    if (
      position < 0 ||
      (index.isMultikey && !(elements && position === 0 && Object.keys(filter).length === 0))
    )
      continue;
    const path = indexPath(index, branches, []);
    const isFixed =
      path.fixedFields === position ||
      (position < path.fixedFields && path.fixedFields === index.fields.length);
    if (path.exact && isFixed && path.groups.length <= 1) return { path, field, position };
  }
  return undefined;
}

/** Steps from one distinct value to the next, counting its entries in between without reading them. */
export function* readDistinct(
  { path, field, position }: DistinctPath,
  collection: Collection,
  statistics: ReadStatistics,
  transaction?: Transaction,
): Generator<DistinctValue> {
  const { table } = path.index;
  for (const { start, end } of path.groups.flatMap(({ ranges }) => ranges)) {
    let from = start;
    for (;;) {
      const [key] = table.getKeys({ start: from, end, limit: 1, transaction });
      if (!key) break;
      const prefix = key.subarray(0, endOfField(path, key, position));
      const next = Buffer.concat([prefix, AFTER]);
      const last = Buffer.compare(next, end) < 0 ? next : end;
      const count = table.getKeysCount({ start: from, end: last, transaction });
      statistics.keys += count;
      yield {
        count,
        value: valueOf(collection, key, prefix, path, field, position, statistics, transaction),
      };
      from = last;
    }
  }
}

const AFTER = Buffer.from([0xff, 0xff]);

function endOfField({ index }: IndexPath, key: Buffer, position: number): number {
  let at = 0;
  for (let i = 0; i <= position; i++) at = partEnd(key, at, index.fields[i]?.descending ?? false);
  return at;
}

/** The value itself comes from the first of its documents: a key does not tell 1 from 1.0. */
function valueOf(
  collection: Collection,
  key: Buffer,
  prefix: Buffer,
  path: IndexPath,
  field: string,
  position: number,
  statistics: ReadStatistics,
  transaction: Transaction | undefined,
): unknown {
  statistics.documents++;
  const document = decodePlain(collection.read(recordIdOf(key), transaction));
  const candidates = valuesAt(document, field).flatMap((value) =>
    Array.isArray(value) && path.index.multikey[position] ? (value as unknown[]) : [value],
  );
  if (candidates.length === 1) return candidates[0];
  const part = prefix.subarray(position === 0 ? 0 : endOfField(path, key, position - 1));
  return (
    candidates.find((value) => encodeField(value, path.index.fields[position]?.descending).equals(part)) ??
    null
  );
}
