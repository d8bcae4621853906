import { type Transaction } from 'lmdb';
import { type FindPlan } from './find';
import { countKeys, readIndex, type ReadStatistics } from './scan';
import { recordIdOf } from '../storage/record-id';

/** How a plan's documents are counted: from the collection's own count, from keys, or by reading. */
export type CountMethod = 'RECORD_STORE_FAST_COUNT' | 'COUNT_SCAN' | 'COUNT';

export function countMethod({ access, request }: FindPlan): CountMethod {
  if (access.kind === 'collection' && access.exact && request.hint === undefined)
    return 'RECORD_STORE_FAST_COUNT';
  return access.kind === 'index' && access.exact ? 'COUNT_SCAN' : 'COUNT';
}

/** Counts what a plan finds, from keys alone where they tell. */
export function countFound(plan: FindPlan, statistics: ReadStatistics, transaction?: Transaction): number {
  const { skip = 0, limit = 0 } = plan.request;
  const total = countAll(plan, statistics, transaction);
  const left = Math.max(0, total - skip);
  return limit > 0 ? Math.min(left, limit) : left;
}

function countAll(plan: FindPlan, statistics: ReadStatistics, transaction: Transaction | undefined): number {
  const { access, collection } = plan;
  const method = countMethod(plan);
  if (method === 'RECORD_STORE_FAST_COUNT') return collection.count();
  if (method === 'COUNT_SCAN' && access.kind === 'index') {
    const source = { collection, transaction, statistics };
    return countKeys(access, source) ?? countRecords(readIndex(access, source));
  }
  return countItems(plan.runAll(statistics, transaction));
}

export function countItems(items: Iterator<unknown>): number {
  let count = 0;
  while (!items.next().done) count++;
  return count;
}

function countRecords(entries: Iterable<Buffer>): number {
  const records = new Set<number>();
  for (const entry of entries) records.add(recordIdOf(entry));
  return records.size;
}
