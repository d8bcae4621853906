import type { Collection, Db } from 'mongodb';
import { statuses } from '../../../lists/answer/stored/counts';
import type { ResultDocument, TargetDocument } from '../documents';
import { gramCounts } from '../../../lists/answer/stored/grams';
import { recount } from '../../../lists/answer/stored/recount';
import { listKey, statusKeyPath } from '../../../lists/answer/stored/list-keys';
import type { SeedPlace, SeedPlan, SeedResult, SeedTarget } from '../../../seeds/format';
import { readSeed } from './read-seed';
import { seedCollections, type Log } from './seed-collections';
import { progressFields, resultDocument, targetDocument } from './seed-documents';

/** Brings a department's collections to the content of `seeds/<code>`. Progress entries stay; a second run writes nothing. */
export async function seedDepartment(code: string, db: Db, log: Log): Promise<void> {
  const { targets, results } = readDocuments(code);
  const grams = [...gramCounts('targets', targets), ...gramCounts('results', results)];
  const collections = [
    {
      name: 'targets',
      documents: targets,
      insertOnly: [...progressFields, 'sort.updated'],
      removable: { revision: 0 },
      afterwards: restoreStatusKeys,
    },
    { name: 'results', documents: results },
    { name: 'grams', documents: grams },
  ];
  await seedCollections(db, code, log, collections, () => recount(db));
}

function readDocuments(code: string): { targets: TargetDocument[]; results: ResultDocument[] } {
  const plan = readSeed<SeedPlan>('plan/plan.json');
  const results = readSeed<SeedResult[]>(`${code}/results.json`);
  const chapters = new Map(plan.items.map(({ number, chapter }) => [number, chapter]));
  const baselines = new Map(results.map((result) => [result.id, result]));
  const context = {
    issuedAt: new Date(plan.issuedOn),
    gazetteer: new Map(readSeed<SeedPlace[]>('plan/places.json').map((place) => [place.id, place])),
    chapterOf: (item: number) => chapters.get(item) ?? null,
  };
  return {
    targets: readSeed<SeedTarget[]>(`${code}/targets.json`).map((seed) =>
      targetDocument(seed, baselines.get(seed.baseline ?? ''), context),
    ),
    results: results.map((seed) => resultDocument(seed, context)),
  };
}

/**
 * Writes each target's status among its list keys again: the seeds say `UNREPORTED` of every target, while the stored
 * status is the one of its latest progress entry, which another process may have filed during the seeding.
 */
async function restoreStatusKeys(targets: Collection): Promise<void> {
  for (const status of statuses) {
    const key = listKey('status', status);
    await targets.updateMany({ status, [statusKeyPath]: { $ne: key } }, { $set: { [statusKeyPath]: key } });
  }
}
