import type { AnyBulkWriteOperation, Db } from 'mongodb';
import { facetKeysOf, type CountDocument } from './counts';
import type { ListedTarget, UncountedChange } from './documents';
import { everything, lastingListKeys, listKey, type ListKey } from './list-keys';

/** More than the progress entries that one department can be filing at once. */
const appliedKept = 256;

/**
 * Adds the targets' uncounted changes to the counts, then removes them from the targets. Each count holds each change
 * once, however often this runs and wherever an earlier run was cut off.
 */
export async function applyUncounted(db: Db, targets: readonly ListedTarget[]): Promise<void> {
  const changes = targets.flatMap((target) => (target.uncounted ?? []).map((change) => ({ target, change })));
  if (changes.length === 0) return;
  const operations = changes.flatMap(({ target, change }) => countChange(target, change));
  await db.collection<CountDocument>('counts').bulkWrite(operations, { ordered: false });
  await db.collection<ListedTarget>('targets').bulkWrite(
    changes.map(({ target, change }) => ({
      updateOne: {
        filter: { _id: target._id },
        update: { $pull: { uncounted: { operation: change.operation } } },
      },
    })),
    { ordered: false },
  );
}

/** Applies every change that an earlier process wrote and did not count. */
export async function applyAllUncounted(db: Db): Promise<void> {
  const pending = db.collection<ListedTarget>('targets').find({ 'uncounted.operation': { $gte: '' } });
  await applyUncounted(db, await pending.toArray());
}

/**
 * A target that goes from UNREPORTED to ACHIEVED stays in the counts of its other list keys, where it changes its
 * status; it leaves the count of `status:UNREPORTED` with all its facets and enters that of `status:ACHIEVED`.
 */
function countChange(
  target: ListedTarget,
  { operation, from, to }: UncountedChange,
): AnyBulkWriteOperation<CountDocument>[] {
  if (from === to) return [];
  const changed = { [`by.statuses.${from}`]: -1, [`by.statuses.${to}`]: 1 };
  const lasting = facetKeysOf(target).filter(([dimension]) => dimension !== 'statuses');
  const whole = (sign: 1 | -1, status: string) => ({
    total: sign,
    [`by.statuses.${status}`]: sign,
    ...Object.fromEntries(lasting.map(([dimension, key]) => [`by.${dimension}.${key}`, sign])),
  });
  return [
    ...[everything, ...lastingListKeys(target)].map((each) => increment(each, operation, changed)),
    increment(listKey('status', from), operation, whole(-1, from)),
    increment(listKey('status', to), operation, whole(1, to)),
  ];
}

function increment(
  each: ListKey,
  operation: string,
  by: Readonly<Record<string, number>>,
): AnyBulkWriteOperation<CountDocument> {
  const applied = { $each: [operation], $slice: -appliedKept };
  return {
    updateOne: {
      filter: { _id: each, applied: { $ne: operation } },
      update: { $inc: by, $push: { applied } },
    },
  };
}
