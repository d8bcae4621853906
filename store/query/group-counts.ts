import { type Transaction } from 'lmdb';
import { type Collection } from '../storage/collection';
import { RecordSet } from '../storage/record-set';
import { decodePlain } from '../values/codec';
import { type IndexPath } from './access-path';
import { valueOfPart, type DistinctValue } from './distinct-scan';
import { KeyWalk } from './key-walk';
import { rangesOf, type ReadStatistics } from './scan';

interface Source {
  readonly collection: Collection;
  readonly transaction: Transaction | undefined;
  readonly statistics: ReadStatistics;
}

interface Group {
  readonly part: Buffer;
  readonly firstRecord: number;
  count: number;
}

/** Counts a path's documents by the value of a field that its keys have, in order of first appearance. */
export function* readGroupCounts(path: IndexPath, field: string, source: Source): Generator<DistinctValue> {
  const { collection, transaction, statistics } = source;
  const position = path.index.fields.findIndex((each) => each.path === field);
  for (const { part, firstRecord, count } of groupKeys(path, position, source)) {
    const value = valueOfPart(path.index, position, part, () => {
      statistics.documents++;
      return decodePlain(collection.read(firstRecord, transaction));
    });
    yield { value, count };
  }
}

function groupKeys(path: IndexPath, position: number, { transaction, statistics }: Source): Iterable<Group> {
  const walk = new KeyWalk(path, rangesOf(path), transaction, statistics, position);
  const records = path.repeats ? new RecordSet() : undefined;
  const groups = new Map<string, Group>();
  let current: Group | undefined;
  while (walk.next()) {
    const { key } = walk;
    if (records && !records.add(key.recordId)) continue;
    const [start, end] = [walk.startOf(position), walk.endOf(position)];
    if (!current || key.bytes.compare(current.part, 0, current.part.length, start, end) !== 0) {
      const name = key.bytes.toString('latin1', start, end);
      current = groups.get(name);
      if (!current) {
        current = { part: Buffer.from(key.bytes.subarray(start, end)), firstRecord: key.recordId, count: 0 };
        groups.set(name, current);
      }
    }
    current.count++;
  }
  return groups.values();
}
