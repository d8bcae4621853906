import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoServerError, type Collection, type Db } from 'mongodb';

/** A document of the collection `seeding`: the process that prepares the database now. */
interface Lease {
  _id: 'lease';
  holder: string;
  /** Grows while the holder lives. */
  beat: number;
}

/** In milliseconds: a holder whose lease has not changed for this long is taken for dead. */
const defaultPatience = 10_000;
const pollInterval = 100;

/**
 * Runs `work` while no other process runs its own on the same database. Waits for a holder that lives, and takes over from
 * one that died. The waiting process measures on its own clock how long the lease stays the same, so that the clocks of two
 * machines need not agree.
 */
export async function withLease<T>(db: Db, work: () => Promise<T>, patience = defaultPatience): Promise<T> {
  const leases = db.collection<Lease>('seeding');
  const holder = randomUUID();
  await acquire(leases, holder, patience);
  const renew = () => leases.updateOne({ _id: 'lease', holder }, { $inc: { beat: 1 } });
  // A failed renewal needs no report: the lease runs out, and the work itself fails with the store.
  const renewal = setInterval(() => void renew().catch(() => undefined), patience / 5);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await leases.deleteOne({ _id: 'lease', holder }).catch(() => undefined);
  }
}

async function acquire(leases: Collection<Lease>, holder: string, patience: number): Promise<void> {
  let seen = await leases.findOne({ _id: 'lease' });
  let since = performance.now();
  while (
    !(seen ? await takeOver(leases, seen, since + patience, holder) : await insertLease(leases, holder))
  ) {
    await sleep(pollInterval);
    const lease = await leases.findOne({ _id: 'lease' });
    if (lease?.holder === seen?.holder && lease?.beat === seen?.beat) continue;
    [seen, since] = [lease, performance.now()];
  }
}

async function insertLease(leases: Collection<Lease>, holder: string): Promise<boolean> {
  try {
    await leases.insertOne({ _id: 'lease', holder, beat: 0 });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** @param due on this process's clock, before which the holder may still be alive */
async function takeOver(
  leases: Collection<Lease>,
  lease: Lease,
  due: number,
  holder: string,
): Promise<boolean> {
  if (performance.now() < due) return false;
  const { modifiedCount } = await leases.updateOne({ ...lease }, { $set: { holder, beat: 0 } });
  return modifiedCount === 1;
}

export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === 11000;
