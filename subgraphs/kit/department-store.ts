import type { Collection, Db, Document } from 'mongodb';
import { createDepartmentLists, type DepartmentLists } from '../../lists/answer/department-lists';
import { applyAllUncounted } from '../../lists/answer/stored/apply-changes';
import type { IndexDeclaration } from '../../lists/answer/stored/indexes';
import { UpdateClock } from '../../lists/answer/update-clock';
import type { ReportProgressInput } from '../../schema/types.generated';
import { resultIndexes, targetIndexes, type ResultDocument, type TargetDocument } from './documents';
import { fileProgress } from './progress/file-progress';

/** All that a department asks of its database. Absent documents are absent from the answers. */
export interface DepartmentStore<Target extends TargetDocument = TargetDocument> {
  readonly db: Db;
  readonly lists: DepartmentLists;
  readonly targets: {
    byIds(ids: readonly string[]): Promise<Target[]>;
    /** In plan order. */
    byBaselines(resultIds: readonly string[]): Promise<Target[]>;
    /** @throws BAD_USER_INPUT, CONFLICT */
    fileProgress(input: ReportProgressInput, now: Date): Promise<Target>;
  };
  readonly results: { byIds(ids: readonly string[]): Promise<ResultDocument[]> };
  ensureIndexes(): Promise<void>;
  /** Goes on where an earlier process ended: brings the counts up to what it wrote, and stamps progress entries after its own. */
  recover(): Promise<void>;
}

export function createDepartmentStore<Target extends TargetDocument>(
  code: string,
  db: Db,
  ownIndexes: readonly IndexDeclaration[] = [],
): DepartmentStore<Target> {
  const targets = db.collection<TargetDocument>('targets');
  const results = db.collection<ResultDocument>('results');
  const clock = new UpdateClock();
  return {
    db,
    lists: createDepartmentLists(code, db, clock),
    targets: {
      byIds: (ids) => targets.find({ _id: { $in: [...ids] } }).toArray() as unknown as Promise<Target[]>,
      byBaselines: (ids) =>
        targets
          .find({ baseline: { $in: [...ids] } })
          .sort({ 'sort.plan': 1 })
          .toArray() as unknown as Promise<Target[]>,
      fileProgress: (input, now) => clock.file(() => fileProgress(db, clock, input, now)) as Promise<Target>,
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
