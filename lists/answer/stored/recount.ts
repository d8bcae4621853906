import type { Db } from 'mongodb';
import { addTarget, countTargets, type CountDocument } from './counts';
import type { ListedTarget } from './documents';
import { everything, type ListKey } from './list-keys';

/** Documents in one bulk write. */
const batchSize = 1000;

/**
 * Writes all counts anew from the stored targets, and again until no progress entry was filed meanwhile. Changes that
 * the targets still hold as uncounted are noted as applied, so `applyUncounted` does not add them a second time. A run
 * that is cut off can be repeated.
 */
export async function recount(db: Db): Promise<void> {
  let before: string;
  let after = await readRevisions(db);
  do {
    before = after;
    await writeCounts(db, await countStored(db));
    after = await readRevisions(db);
  } while (after !== before);
}

async function countStored(db: Db): Promise<Map<ListKey, CountDocument>> {
  const projection = { ways: 1, kind: 1, status: 1, chapter: 1, quantity: 1, uncounted: 1 };
  const counts = countTargets([]);
  const kept = await db.collection<CountDocument>('counts').findOne({ _id: everything });
  const applied = [...(kept?.applied ?? [])];
  const targets = db.collection<ListedTarget>('targets').find({}, { projection });
  for await (const target of targets.sort({ 'sort.plan': 1 })) {
    addTarget(counts, target);
    applied.push(...(target.uncounted ?? []).map(({ operation }) => operation));
  }
  for (const count of counts.values()) count.applied = applied;
  return counts;
}

async function writeCounts(db: Db, counts: ReadonlyMap<ListKey, CountDocument>): Promise<void> {
  const collection = db.collection<CountDocument>('counts');
  const operations = [...counts.values()].map((count) => ({
    replaceOne: { filter: { _id: count._id }, replacement: count, upsert: true },
  }));
  for (let at = 0; at < operations.length; at += batchSize) {
    await collection.bulkWrite(operations.slice(at, at + batchSize), { ordered: false });
  }
  await collection.deleteMany({ _id: { $nin: [...counts.keys()] } });
}

/** A text that changes with every progress entry: `economy:2.1@1,economy:2.4@3`. */
async function readRevisions(db: Db): Promise<string> {
  const reported = db
    .collection<ListedTarget>('targets')
    .find({ revision: { $gt: 0 } }, { projection: { revision: 1 } });
  return (await reported.toArray())
    .map(({ _id, revision }) => `${_id}@${revision}`)
    .sort()
    .join();
}

/**
 * The stored counts that differ from the targets, for an operator to read; empty when all are exact.
 * `item:2: counted 5 (…), but there are 4 (…)`
 */
export async function findMiscounts(db: Db): Promise<string[]> {
  const counts = countTargets([]);
  const projection = { ways: 1, kind: 1, status: 1, chapter: 1, quantity: 1 };
  for await (const target of db.collection<ListedTarget>('targets').find({}, { projection }))
    addTarget(counts, target);
  const stored = new Map(
    (await db.collection<CountDocument>('counts').find().toArray()).map((each) => [each._id, each]),
  );
  return [...new Set([...counts.keys(), ...stored.keys()])].flatMap((each) => {
    const [real, kept] = [figures(counts.get(each)), figures(stored.get(each))];
    return real === kept ? [] : [`${each}: counted ${kept}, but there are ${real}`];
  });
}

/** A count as a text that equal counts share, zeros left out: `2 (chapters 5=2; kinds FIGURE=2; …)`. */
function figures(count: CountDocument | undefined): string {
  if (!count) return '0';
  const by = Object.entries(count.by).map(([dimension, values]) => {
    const shown = Object.entries(values).filter(([, n]) => n !== 0);
    return `${dimension} ${shown
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, n]) => `${value}=${n}`)
      .join(' ')}`;
  });
  return count.total === 0 && by.every((each) => !each.includes('='))
    ? '0'
    : `${count.total} (${by.toSorted().join('; ')})`;
}
