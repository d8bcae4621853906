import type { Db } from 'mongodb';
import { applyAllUncounted, applyUncounted } from '../../lists/answer/counts';
import type { TargetDocument } from '../../lists/answer/documents';
import { badInput, codedError } from '../../schema/errors';
import { progressOf, progressUpdate, type ReportProgressInput } from './progress';
import type { UpdateClock } from '../../lists/answer/update-clock';

/**
 * Appends a report. Target, history and the note of what is not counted yet are one document and change at once; the
 * counts follow before this returns, or with the next report or start where that cannot be.
 * @throws BAD_USER_INPUT, CONFLICT
 */
export async function reportProgress(
  db: Db,
  clock: UpdateClock,
  input: ReportProgressInput,
  now: Date,
): Promise<TargetDocument> {
  const targets = db.collection<TargetDocument>('targets');
  const target = await targets.findOne({ _id: input.targetId });
  if (!target) throw badInput('input.targetId', `No target of this department has the id ${input.targetId}.`);
  const stamp = clock.stamp(target.sort.updated, now);
  const progress = progressOf(input, target, now, stamp);
  if (target.revision !== input.expectedRevision) throw conflict(target, input);
  const updated = await targets.findOneAndUpdate(
    { _id: target._id, revision: target.revision },
    progressUpdate(target, progress, input.achieved ?? undefined),
    { returnDocument: 'after' },
  );
  if (!updated) throw conflict((await targets.findOne({ _id: target._id })) ?? target, input);
  await count(db, updated);
  return updated;
}

/** Databases in which a report is not counted yet, since the disk was full, for one. */
const behind = new WeakSet<Db>();

/** The report stands whatever becomes of its counting: what is left uncounted is noted in the target, for the next report. */
async function count(db: Db, updated: TargetDocument): Promise<void> {
  try {
    await (behind.has(db) ? applyAllUncounted(db) : applyUncounted(db, [updated]));
    behind.delete(db);
  } catch (error) {
    behind.add(db);
    process.emitWarning(`a report was not counted: ${String(error)}`);
  }
}

function conflict({ _id, revision }: TargetDocument, { expectedRevision }: ReportProgressInput) {
  return codedError('CONFLICT', `${_id} is at revision ${revision}, not ${expectedRevision}.`, {
    argument: 'input.expectedRevision',
    revision,
  });
}
