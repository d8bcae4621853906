import type { UpdateFilter } from 'mongodb';
import type { ProgressDocument, TargetDocument } from '../../lists/answer/documents';
import { badInput } from '../../schema/errors';
import { updatedKey } from '../../lists/contract/sort-keys';
import { statusPosition, way } from '../../lists/answer/ways';

/** `ReportProgressInput` of the schema. */
export interface ReportProgressInput {
  readonly targetId: string;
  readonly value?: number | null;
  readonly note?: string | null;
  readonly asOf?: string | null;
  readonly achieved?: boolean | null;
  readonly expectedRevision: number;
}

/**
 * @param now by the machine's clock, which says what day it is
 * @param reportedAt the report's stamp, which may be ahead of a clock that was set back
 * @throws BAD_USER_INPUT when the report does not fit the target
 */
export function progressOf(
  input: ReportProgressInput,
  target: TargetDocument,
  now: Date,
  reportedAt: Date,
): ProgressDocument {
  const value = input.value ?? null;
  const note = input.note?.trim() || null;
  if (value === null && note === null)
    throw badInput('input', 'A report must have a value or a note, but got neither.');
  if (value !== null && !target.quantity) {
    throw badInput(
      'input.value',
      `${target._id} is no figure: its progress must be a note, but got: ${value}.`,
    );
  }
  return { value, note, asOf: dayOf(input.asOf, now), reportedAt, movedFrom: target.sort.updated };
}

/** The update that appends a report: history, status and its way, revision, and the key that lists order by. */
export function progressUpdate(
  target: TargetDocument,
  progress: ProgressDocument,
  achieved: boolean | undefined,
): UpdateFilter<TargetDocument> {
  const reached =
    progress.value !== null && target.quantity !== null && progress.value >= target.quantity.value;
  const status = (achieved ?? reached) ? 'ACHIEVED' : 'UNDER_WAY';
  const change = {
    operation: `${target._id}@${target.revision + 1}`,
    from: target.status,
    to: status,
  } as const;
  return {
    $push: { progress, ...(status !== target.status && { uncounted: change }) },
    $inc: { revision: 1 },
    $set: {
      status,
      [`ways.${statusPosition}`]: way('status', status),
      updatedAt: progress.reportedAt,
      'sort.updated': updatedKey(target._id, progress.reportedAt),
    },
  };
}

function dayOf(asOf: string | null | undefined, now: Date): string {
  const today = dayInShanghai(now);
  const day = asOf ?? today;
  if (day > today) throw badInput('input.asOf', `A report must not describe a day to come, but got: ${day}.`);
  return day;
}

const hour = 60 * 60 * 1000;

/** The district's calendar day: China is eight hours ahead of UTC all year. */
export const dayInShanghai = (instant: Date): string =>
  new Date(instant.getTime() + 8 * hour).toISOString().slice(0, 10);
