import { type Transaction } from 'lmdb';
import { type FindPlan } from './find';
import { type ReadStatistics } from './read-statistics';
import { countKeys, readCandidates } from './scan';

/**
 * How a plan's documents are counted: by the size of the collection, by the number of keys in ranges, or by reading keys
 * or documents one by one.
 */
type CountMethod = 'RECORD_STORE_FAST_COUNT' | 'COUNT_SCAN' | 'COUNT';

export function countMethod({ access, request }: FindPlan): CountMethod {
  if (access.kind === 'collection' && access.exact && request.hint === undefined)
    return 'RECORD_STORE_FAST_COUNT';
  return access.kind === 'index' && access.exact && !access.filter ? 'COUNT_SCAN' : 'COUNT';
}

/** Whether no document is read for a count. */
export function isCountCovered({ access }: FindPlan): boolean {
  return access.kind !== 'collection' && access.exact;
}

/** Counts the documents that a plan finds, from keys alone where the plan is exact. */
export function countFound(plan: FindPlan, statistics: ReadStatistics, transaction?: Transaction): number {
  const { skip = 0, limit = 0 } = plan.request;
  const total = countAll(plan, statistics, transaction);
  const left = Math.max(0, total - skip);
  return limit > 0 ? Math.min(left, limit) : left;
}

function countAll(plan: FindPlan, statistics: ReadStatistics, transaction: Transaction | undefined): number {
  const { access, collection } = plan;
  if (countMethod(plan) === 'RECORD_STORE_FAST_COUNT') return collection.count();
  if (!isCountCovered(plan)) return countItems(plan.runAll(statistics, transaction));
  const source = { collection, transaction, statistics };
  return access.kind === 'index' ? countKeys(access, source) : countItems(readCandidates(access, source));
}

export function countItems(items: Iterator<unknown>): number {
  let count = 0;
  while (!items.next().done) count++;
  return count;
}
