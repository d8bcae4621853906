import type { Collection, Db, Document } from 'mongodb';
import { createDepartmentLists, type DepartmentLists } from '../../lists/answer/department-lists';
import { applyAllUncounted } from '../../lists/answer/stored/apply-changes';
import type { IndexDeclaration } from '../../lists/answer/stored/indexes';
import { UpdateClock } from '../../lists/answer/update-clock';
import type { ReportProgressInput } from '../../schema/types.generated';
import { resultIndexes, targetIndexes, type ResultDocument, type TargetDocument } from './documents';
import { fileProgress } from './progress/file-progress';

/** Every question of a department to its database. A document that is not there is left out of the answer. */
export interface DepartmentStore {
  readonly db: Db;
  readonly lists: DepartmentLists;
  readonly targets: {
    byIds(ids: readonly string[]): Promise<TargetDocument[]>;
    /** The targets that have one of the results as their baseline, in plan order. */
    byBaselines(resultIds: readonly string[]): Promise<TargetDocument[]>;
    /** @throws BAD_USER_INPUT, CONFLICT */
    fileProgress(input: ReportProgressInput, now: Date): Promise<TargetDocument>;
  };
  readonly results: { byIds(ids: readonly string[]): Promise<ResultDocument[]> };
  ensureIndexes(): Promise<void>;
  /** Counts the progress entries that an earlier process filed and did not count, and lets later ones be stamped after them. */
  recover(): Promise<void>;
}

export function createDepartmentStore(
  code: string,
  db: Db,
  ownIndexes: readonly IndexDeclaration[] = [],
): DepartmentStore {
  const targets = db.collection<TargetDocument>('targets');
  const results = db.collection<ResultDocument>('results');
  const clock = new UpdateClock();
  return {
    db,
    lists: createDepartmentLists(code, db, clock),
    targets: {
      byIds: (ids) => targets.find({ _id: { $in: [...ids] } }).toArray(),
      byBaselines: (ids) =>
        targets
          .find({ baseline: { $in: [...ids] } })
          .sort({ 'sort.plan': 1 })
          .toArray(),
      fileProgress: (input, now) => clock.file(() => fileProgress(db, clock, input, now)),
    },
    results: { byIds: (ids) => results.find({ _id: { $in: [...ids] } }).toArray() },
    ensureIndexes: async () => {
      await createIndexes(targets, [...targetIndexes, ...ownIndexes]);
      await createIndexes(results, resultIndexes);
    },
    recover: async () => {
      await applyAllUncounted(db);
      const latest = await targets.findOne(
        {},
        { sort: { 'sort.updated': -1 }, projection: { 'sort.updated': 1 } },
      );
      if (latest) clock.continueAfter(latest.sort.updated);
    },
  };
}

async function createIndexes<T extends Document>(
  collection: Collection<T>,
  indexes: readonly IndexDeclaration[],
): Promise<void> {
  await collection.createIndexes(indexes.map(({ key, options }) => ({ key, ...options })));
}
