import { type Transaction } from 'lmdb';
import { type Collection } from '../storage/collection';
import { RecordSet } from '../storage/record-set';
import { decodeTyped } from '../values/codec';
import { type IndexPath } from './access-path';
import { valueOfPart, type GroupCount } from './distinct-scan';
import { KeyWalk } from './key-walk';
import { type ReadStatistics } from './read-statistics';
import { rangesOf } from './scan';

interface Source {
  readonly collection: Collection;
  readonly transaction: Transaction | undefined;
  readonly statistics: ReadStatistics;
}

interface Group {
  readonly parts: readonly Buffer[];
  readonly firstRecord: number;
  count: number;
}

/** Counts the documents of an index path by the values of fields in its keys; groups are in the order of their first keys. */
export function* readGroupCounts(
  path: IndexPath,
  fields: readonly string[],
  source: Source,
): Generator<GroupCount> {
  const { collection, transaction, statistics } = source;
  path.index.accesses.count++;
  const positions = fields.map((field) => path.index.fields.findIndex((each) => each.path === field));
  for (const { parts, firstRecord, count } of groupKeys(path, positions, source)) {
    const read = () => {
      statistics.documents++;
      return decodeTyped(collection.read(firstRecord, transaction));
    };
    const values = parts.map((part, i) => valueOfPart(path.index, positions[i] ?? 0, part, read));
    yield { values, count };
  }
}

function groupKeys(
  path: IndexPath,
  positions: readonly number[],
  { transaction, statistics }: Source,
): Iterable<Group> {
  const last = Math.max(...positions);
  const walk = new KeyWalk(path, rangesOf(path), transaction, statistics, last);
  const records = path.repeats ? new RecordSet() : undefined;
  const groups = new Map<string, Group>();
  let current: Group | undefined;
  while (walk.next()) {
    const { key } = walk;
    // Keys are in order, so two neighbours mostly share the bytes of all fields of the group.
    if (!current || walk.common < walk.endOf(last)) {
      const name = positions
        .map((at) => key.bytes.toString('latin1', walk.startOf(at), walk.endOf(at)))
        .join('');
      current = groups.get(name);
      if (!current) {
        const parts = positions.map((at) =>
          Buffer.from(key.bytes.subarray(walk.startOf(at), walk.endOf(at))),
        );
        groups.set(name, (current = { parts, firstRecord: key.recordId, count: 0 }));
      }
    }
    if (!records || records.add(key.recordId)) current.count++;
  }
  return [...groups.values()].filter(({ count }) => count > 0);
}
