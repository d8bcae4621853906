import { type Transaction } from 'lmdb';
import { type Collection } from '../storage/collection';
import { type KeyView } from '../storage/key-view';
import { RecordSet } from '../storage/record-set';
import { type AccessPath, type IndexPath, type ScanGroup, type UnionPath } from './access-path';
import { type ReadStatistics } from './read-statistics';
import { KeyWalk } from './key-walk';
import { type ByteRange } from './byte-ranges';

/** A record that may match; with its document where the collection itself is read. */
interface Candidate {
  readonly recordId: number;
  readonly bytes?: Buffer;
}

interface Source {
  readonly collection: Collection;
  readonly transaction: Transaction | undefined;
  readonly statistics: ReadStatistics;
}

/** How many keys a path would read, or `most` where it is more. */
export function estimateKeys(path: IndexPath, collection: Collection, most: number): number {
  if (!path.bounded) return Math.min(collection.count(), most);
  let keys = 0;
  for (const range of rangesOf(path)) {
    keys += countUpTo(path, range, most);
    if (keys >= most) return most;
  }
  return keys;
}

/** LMDB counts a range to its end, so that a key at the position `most` is looked for first. */
function countUpTo({ index: { table } }: IndexPath, { start, end }: ByteRange, most: number): number {
  if (Number.isFinite(most)) {
    for (const _ of table.getKeys({ start, end, offset: most - 1, limit: 1 })) return most;
  }
  return table.getKeysCount({ start, end });
}

/** Counts the documents of an exact path by its keys; no document is read. */
export function countKeys(path: IndexPath, source: Source): number {
  const { transaction, statistics } = source;
  path.index.accesses.count++;
  if (path.repeats || path.filter) return countWalked(path, source);
  const ranges = rangesOf(path);
  const counts = ranges.map((range) => path.index.table.getKeysCount({ ...range, transaction }));
  const sum = counts.reduce((total, count) => total + count, 0);
  statistics.keys += sum;
  return sum;
}

function countWalked(path: IndexPath, { transaction, statistics }: Source): number {
  const walk = new KeyWalk(path, rangesOf(path), transaction, statistics);
  let count = 0;
  if (!path.repeats) {
    while (walk.next()) count++;
    return count;
  }
  const records = new RecordSet();
  while (walk.next()) records.add(walk.key.recordId);
  return records.size;
}

export function rangesOf({ groups }: IndexPath): readonly ByteRange[] {
  return groups.length === 1 ? (groups[0]?.ranges ?? []) : groups.flatMap(({ ranges }) => ranges);
}

/** Reads a path's candidates lazily, each document once. */
export function readCandidates(path: AccessPath, source: Source): Generator<Candidate> {
  return path.kind === 'collection' ? readCollection(path.reverse, source) : readEntries(path, source);
}

function* readEntries(path: IndexPath | UnionPath, source: Source): Generator<Candidate> {
  const entries =
    path.kind === 'index'
      ? readIndex(path, source)
      : concat(path.paths.map((each) => readIndex(each, source)));
  if (path.kind === 'index' && !path.repeats) {
    for (const { recordId } of entries) yield { recordId };
    return;
  }
  const seen = new RecordSet();
  for (const { recordId } of entries) if (seen.add(recordId)) yield { recordId };
}

function* readCollection(
  reverse: boolean,
  { collection, transaction, statistics }: Source,
): Generator<Candidate> {
  for (const { key, value } of collection.documents.getRange({ reverse, transaction })) {
    statistics.documents++;
    yield { recordId: key.readUIntBE(0, key.length), bytes: value };
  }
}

/** The keys of an index path, in its order. Each is valid until the next is read. */
function readIndex(path: IndexPath, source: Source): Generator<KeyView> {
  path.index.accesses.count++;
  const streams = path.groups.map((group) => readGroup(path, group, source));
  if (streams.length <= 1 || !path.sorted) return concat(streams);
  const prefixes = path.groups.map(({ prefixLength }) => prefixLength);
  return merge(streams, prefixes, path.reverse ? -1 : 1);
}

function* readGroup(
  path: IndexPath,
  { ranges }: ScanGroup,
  { transaction, statistics }: Source,
): Generator<KeyView> {
  const walk = new KeyWalk(path, ranges, transaction, statistics);
  try {
    while (walk.next()) yield walk.key;
  } finally {
    walk.close();
  }
}

function* concat<T>(streams: readonly Iterable<T>[]): Generator<T> {
  for (const stream of streams) yield* stream;
}

/** Merges ordered streams by the bytes of their keys after each stream's fixed prefix. */
function* merge(
  streams: readonly Generator<KeyView>[],
  prefixes: readonly number[],
  direction: 1 | -1,
): Generator<KeyView> {
  const heads = streams.map((stream, i) => ({
    stream,
    prefix: prefixes[i] ?? 0,
    key: stream.next().value as KeyView | undefined,
  }));
  const open = heads.filter(({ key }) => key !== undefined);
  try {
    while (open.length > 0) {
      let least = 0;
      for (let i = 1; i < open.length; i++) {
        if (direction * compareAfterPrefix(open[i], open[least]) < 0) least = i;
      }
      const head = open[least];
      if (!head?.key) return;
      yield head.key;
      head.key = head.stream.next().value as KeyView | undefined;
      if (head.key === undefined) open.splice(least, 1);
    }
  } finally {
    for (const { stream } of open) stream.return(undefined);
  }
}

interface Head {
  readonly prefix: number;
  readonly key: KeyView | undefined;
}

function compareAfterPrefix(a: Head | undefined, b: Head | undefined): number {
  if (!a?.key || !b?.key) return 0;
  return a.key.bytes.compare(b.key.bytes, b.prefix, b.key.length, a.prefix, a.key.length);
}
