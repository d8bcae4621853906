import type { Db } from 'mongodb';
import { addTarget, countTargets, type CountDocument } from './counts';
import type { TargetDocument } from './documents';
import { everything, type Way } from './ways';

/**
 * Writes what is really there, again while reports come in between. Safe to be cut off and repeated: pending changes
 * that are counted here are noted as applied, so that counting them later passes them over.
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

async function countStored(db: Db): Promise<Map<Way, CountDocument>> {
  const projection = { ways: 1, kind: 1, status: 1, chapter: 1, quantity: 1, uncounted: 1 };
  const counts = countTargets([]);
  const kept = await db.collection<CountDocument>('counts').findOne({ _id: everything });
  const applied = [...(kept?.applied ?? [])];
  const targets = db.collection<TargetDocument>('targets').find({}, { projection });
  for await (const target of targets.sort({ 'sort.plan': 1 })) {
    addTarget(counts, target);
    applied.push(...(target.uncounted ?? []).map(({ operation }) => operation));
  }
  for (const count of counts.values()) count.applied = applied;
  return counts;
}

async function writeCounts(db: Db, counts: ReadonlyMap<Way, CountDocument>): Promise<void> {
  const collection = db.collection<CountDocument>('counts');
  const operations = [...counts.values()].map((count) => ({
    replaceOne: { filter: { _id: count._id }, replacement: count, upsert: true },
  }));
  for (let at = 0; at < operations.length; at += 1000) {
    await collection.bulkWrite(operations.slice(at, at + 1000), { ordered: false });
  }
  await collection.deleteMany({ _id: { $nin: [...counts.keys()] } });
}

/** Changes with every report. */
async function readRevisions(db: Db): Promise<string> {
  const reported = db
    .collection<TargetDocument>('targets')
    .find({ revision: { $gt: 0 } }, { projection: { revision: 1 } });
  return (await reported.toArray())
    .map(({ _id, revision }) => `${_id}@${revision}`)
    .sort()
    .join();
}

/** Ways whose stored counts are not what is really there, for an operator to read. Empty when all are exact. */
export async function findMiscounts(db: Db): Promise<string[]> {
  const counts = countTargets([]);
  const projection = { ways: 1, kind: 1, status: 1, chapter: 1, quantity: 1 };
  for await (const target of db.collection<TargetDocument>('targets').find({}, { projection }))
    addTarget(counts, target);
  const stored = new Map(
    (await db.collection<CountDocument>('counts').find().toArray()).map((each) => [each._id, each]),
  );
  return [...new Set([...counts.keys(), ...stored.keys()])].flatMap((each) => {
    const [real, kept] = [figures(counts.get(each)), figures(stored.get(each))];
    return real === kept ? [] : [`${each}: counted ${kept}, but there are ${real}`];
  });
}

/** A count's figures in one comparable text, zeros left out. */
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
