import { statfsSync } from 'node:fs';
import { CommandError } from '../errors';

/** What LMDB says of a write whose transaction it could not bring to the disk; nothing of it was written. */
interface CommitFailure extends Error {
  /** Rejects with the operating system's error, though not always: LMDB prints the error in any case. */
  readonly commitError: Promise<never>;
}

export const isCommitFailure = (error: unknown): error is CommitFailure =>
  typeof error === 'object' && error !== null && 'commitError' in error;

/** Below this, a failed write is taken for want of room: LMDB says “input/output error” when a page fits only in part. */
const ROOM_BYTES = 16 * 1024 * 1024;

/** The error of a failed commit in MongoDB's terms, with the directory and what to do. */
export function commitFailure({ commitError }: CommitFailure, directory: string): CommandError {
  // Nobody else would look at its rejection, which would then end the process.
  commitError.catch(() => undefined);
  const { bavail, bsize } = statfsSync(directory);
  const free = bavail * bsize;
  if (free >= ROOM_BYTES)
    return new CommandError('InternalError', `${directory} cannot be written to, and nothing was.`);
  return new CommandError(
    'OutOfDiskSpace',
    `There is no room left to write in ${directory} (${free} bytes free). Nothing was written; make room and try again.`,
  );
}
