import type { Collection, Db, Document } from 'mongodb';
import { departmentCodes } from '../schema/departments';
import { gramCounts } from '../lists/answer/stored/grams';
import { addTarget, countTargets } from '../lists/answer/stored/counts';
import { planOfficeCollections } from '../subgraphs/plan/seed';
import { readPlan, type PlanShape } from './plan-shape';
import { syntheticSource, syntheticStatements } from './synthetic-documents';
import { syntheticPlaces } from './synthetic-places';

/** Documents per write. A larger batch puts more documents on each page of an index that the write changes. */
const batchSize = 5000;

/** Called with the number of targets in each batch that was written. */
export type Progress = (targets: number) => void;

/** Writes a department's statements, and the counts and grams that seeding would write with them. */
export async function writeDepartment(
  db: Db,
  department: string,
  shape: PlanShape,
  progress: Progress,
): Promise<void> {
  const counts = countTargets([]);
  const grams = new Map<string, number>();
  const targets = batches(db.collection('targets'), grams);
  const results = batches(db.collection('results'), grams);
  for (const { target, result } of syntheticStatements(department, shape)) {
    addTarget(counts, target);
    if (result) await results.add(result);
    if (await targets.add(target)) progress(batchSize);
  }
  progress(await targets.end());
  await results.end();
  await insertAll(db.collection('counts'), [...counts.values()]);
  await insertAll(
    db.collection('grams'),
    [...grams].map(([_id, n]) => ({ _id, n })),
  );
}

/** Writes the plan office's part of a synthetic plan: the real work items, a plan for each year, synthetic places. */
export async function writePlanOffice(db: Db, { districts, years }: PlanShape): Promise<void> {
  const plan = readPlan();
  const [latest = plan.year, ...earlier] = years.toReversed();
  const planOf = (year: number) => ({ ...plan, year: year as typeof plan.year, title: `合成计划 ${year}` });
  const collections = planOfficeCollections({
    plans: [planOf(latest), ...earlier.map(planOf)],
    places: syntheticPlaces(districts),
    documents: [
      { id: syntheticSource, title: '合成计划（并非真实文件）', issuer: '无', issuedOn: '2023-02-27' },
    ],
  });
  for (const { name, documents } of collections) await insertAll(db.collection(name), documents);
}

export const isDepartment = (subgraph: string): boolean => departmentCodes.includes(subgraph);

function batches(collection: Collection, grams: Map<string, number>) {
  let batch: (Document & { readonly grams: readonly string[] })[] = [];
  const write = async (): Promise<number> => {
    const written = batch;
    batch = [];
    if (written.length === 0) return 0;
    await collection.insertMany(written, { ordered: false });
    for (const { _id, n } of gramCounts(collection.collectionName, written))
      grams.set(String(_id), (grams.get(String(_id)) ?? 0) + Number(n));
    return written.length;
  };
  return {
    /** @returns true when the document completed a batch, which has then been written */
    add: async (document: Document & { readonly grams: readonly string[] }): Promise<boolean> => {
      batch.push(document);
      if (batch.length < batchSize) return false;
      await write();
      return true;
    },
    /** Writes the remaining documents. @returns how many */
    end: write,
  };
}

async function insertAll(collection: Collection, documents: readonly Document[]): Promise<void> {
  for (let at = 0; at < documents.length; at += batchSize)
    await collection.insertMany(documents.slice(at, at + batchSize), { ordered: false });
}
