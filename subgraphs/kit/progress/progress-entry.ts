import type { UpdateFilter } from 'mongodb';
import type { ProgressEntry, TargetDocument } from '../documents';
import { listKey, statusKeyPath } from '../../../lists/answer/stored/list-keys';
import { updatedKey } from '../../../lists/contract/sort-keys';
import { badInput } from '../../../schema/errors';
import type { ReportProgressInput } from '../../../schema/types.generated';

/**
 * The entry that an input makes of a target.
 * @param now by the machine's clock: no entry may describe a later day
 * @param filedAt the entry's stamp, which is ahead of `now` where the machine's clock was set back
 * @throws BAD_USER_INPUT when the input does not fit the target
 */
export function progressEntry(
  input: ReportProgressInput,
  target: TargetDocument,
  now: Date,
  filedAt: Date,
): ProgressEntry {
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
  return { value, note, asOf: dayOf(input.asOf, now), reportedAt: filedAt, movedFrom: target.sort.updated };
}

/**
 * The update that appends an entry to its target: the history, the status and its list key, the revision, the sort key of the
 * order of updates, and, where the status changes, the note by which the counts are corrected afterwards.
 * @param achieved as the input says; undefined: achieved once the entry's value reaches the target's
 */
export function appendEntry(
  target: TargetDocument,
  entry: ProgressEntry,
  achieved: boolean | undefined,
): UpdateFilter<TargetDocument> {
  const reached = entry.value !== null && target.quantity !== null && entry.value >= target.quantity.value;
  const status = (achieved ?? reached) ? 'ACHIEVED' : 'UNDER_WAY';
  const change = {
    operation: `${target._id}@${target.revision + 1}`,
    from: target.status,
    to: status,
  } as const;
  return {
    $push: { progress: entry, ...(status !== target.status && { uncounted: change }) },
    $inc: { revision: 1 },
    $set: {
      status,
      [statusKeyPath]: listKey('status', status),
      updatedAt: entry.reportedAt,
      'sort.updated': updatedKey(target._id, entry.reportedAt),
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

/** The calendar day in China, which is eight hours ahead of UTC all year: `2023-06-29T16:00:00Z` → `2023-06-30`. */
export const dayInShanghai = (instant: Date): string =>
  new Date(instant.getTime() + 8 * hour).toISOString().slice(0, 10);
