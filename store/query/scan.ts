import { type Transaction } from 'lmdb';
import { type Collection } from '../storage/collection';
import { recordIdOf } from '../storage/record-id';
import { type IndexPath, type ScanGroup } from './access-path';
import { type AccessPath, type UnionPath } from './planner';

/** What reading has cost so far. */
export interface ReadStatistics {
  keys: number;
  documents: number;
}

/** A candidate: its record, and where it came from an index, the entry's key. */
export interface Candidate {
  readonly recordId: number;
  readonly bytes?: Buffer;
}

interface Source {
  readonly collection: Collection;
  readonly transaction: Transaction | undefined;
  readonly statistics: ReadStatistics;
}

/** How many keys a path would read, counted no further than `most`. */
export function estimateKeys(path: IndexPath, collection: Collection, most: number): number {
  let keys = 0;
  for (const { ranges } of path.groups) {
    for (const range of ranges) {
      if (!path.bounded) return collection.count();
      keys += path.index.table.getKeysCount({ ...range, limit: most });
      if (keys >= most) return keys;
    }
  }
  return keys;
}

/** Counts the keys of a path without looking at them one by one; undefined when a document may come twice. */
export function countKeys(path: IndexPath, { transaction, statistics }: Source): number | undefined {
  if (path.repeats) return undefined;
  const ranges = path.groups.flatMap((group) => group.ranges);
  const counts = ranges.map((range) => path.index.table.getKeysCount({ ...range, transaction }));
  const sum = counts.reduce((total, count) => total + count, 0);
  statistics.keys += sum;
  return sum;
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
    for (const entry of entries) yield { recordId: recordIdOf(entry) };
    return;
  }
  const seen = new Set<number>();
  for (const entry of entries) {
    const recordId = recordIdOf(entry);
    if (!seen.has(recordId)) yield { recordId };
    seen.add(recordId);
  }
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

/** The keys of an index path, in its order. */
export function readIndex(path: IndexPath, source: Source): Generator<Buffer> {
  const streams = path.groups.map((group) => readGroup(path, group, source));
  if (streams.length <= 1 || !path.sorted) return concat(streams);
  const prefixes = path.groups.map(({ prefixLength }) => prefixLength);
  return merge(streams, prefixes, path.reverse ? -1 : 1);
}

function* readGroup(
  path: IndexPath,
  { ranges }: ScanGroup,
  { transaction, statistics }: Source,
): Generator<Buffer> {
  for (const { start, end } of path.reverse ? [...ranges].reverse() : ranges) {
    const range = path.reverse
      ? { start: end, end: start, reverse: true, inclusiveEnd: true }
      : { start, end };
    for (const key of path.index.table.getKeys({ ...range, transaction })) {
      statistics.keys++;
      yield key;
    }
  }
}

function* concat<T>(streams: readonly Iterable<T>[]): Generator<T> {
  for (const stream of streams) yield* stream;
}

/** Merges ordered streams by what their keys have after the fixed beginning. */
function* merge(
  streams: readonly Generator<Buffer>[],
  prefixes: readonly number[],
  direction: 1 | -1,
): Generator<Buffer> {
  const heads = streams.map((stream, i) => ({
    stream,
    prefix: prefixes[i] ?? 0,
    key: stream.next().value as Buffer | undefined,
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
      head.key = head.stream.next().value as Buffer | undefined;
      if (head.key === undefined) open.splice(least, 1);
    }
  } finally {
    for (const { stream } of open) stream.return(undefined);
  }
}

interface Head {
  readonly prefix: number;
  readonly key: Buffer | undefined;
}

function compareAfterPrefix(a: Head | undefined, b: Head | undefined): number {
  if (!a?.key || !b?.key) return 0;
  return a.key.compare(b.key, b.prefix, b.key.length, a.prefix, a.key.length);
}
