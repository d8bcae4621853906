import type { Db } from 'mongodb';
import { applyAllUncounted, applyUncounted } from '../../../lists/answer/stored/apply-changes';
import type { TargetDocument } from '../documents';
import type { UpdateClock } from '../../../lists/answer/update-clock';
import { badInput, codedError } from '../../../schema/errors';
import type { ReportProgressInput } from '../../../schema/types.generated';
import { appendEntry, progressEntry } from './progress-entry';

/**
 * Appends a progress entry to its target, in one update of one document. The counts of lists follow before this returns;
 * where they cannot be written, the target holds the difference, which the next entry or the next start counts.
 * @throws BAD_USER_INPUT, CONFLICT
 */
export async function fileProgress(
  db: Db,
  clock: UpdateClock,
  input: ReportProgressInput,
  now: Date,
): Promise<TargetDocument> {
  const targets = db.collection<TargetDocument>('targets');
  const target = await targets.findOne({ _id: input.targetId });
  if (!target) throw badInput('input.targetId', `No target of this department has the id ${input.targetId}.`);
  const entry = progressEntry(input, target, now, clock.stamp(target.sort.updated, now));
  if (target.revision !== input.expectedRevision) throw conflict(target, input);
  const updated = await targets.findOneAndUpdate(
    { _id: target._id, revision: target.revision },
    appendEntry(target, entry, input.achieved ?? undefined),
    { returnDocument: 'after' },
  );
  if (!updated) throw conflict((await targets.findOne({ _id: target._id })) ?? target, input);
  await count(db, updated);
  return updated;
}

/** Databases in which a change of status is not counted yet: the disk was full, for one. */
const behind = new WeakSet<Db>();

/** Never throws: an entry that was acknowledged stands, whether or not it could be counted. */
async function count(db: Db, updated: TargetDocument): Promise<void> {
  try {
    await (behind.has(db) ? applyAllUncounted(db) : applyUncounted(db, [updated]));
    behind.delete(db);
  } catch (error) {
    behind.add(db);
    process.emitWarning(`a progress entry was not counted: ${String(error)}`);
  }
}

function conflict({ _id, revision }: TargetDocument, { expectedRevision }: ReportProgressInput) {
  return codedError('CONFLICT', `${_id} is at revision ${revision}, not ${expectedRevision}.`, {
    argument: 'input.expectedRevision',
    revision,
  });
}
