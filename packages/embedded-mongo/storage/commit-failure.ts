import { statfsSync } from 'node:fs';
import { CommandError } from '../errors';

/** LMDB's error for a transaction that it could not bring to the disk. Nothing of the transaction was written. */
interface CommitFailure extends Error {
  /** Rejects with the operating system's error, though not always. LMDB prints that error to the console in any case. */
  readonly commitError: Promise<never>;
}

export const isCommitFailure = (error: unknown): error is CommitFailure =>
  typeof error === 'object' && error !== null && 'commitError' in error;

/** With less room than this, a failed write is taken for a full disk: LMDB says “input/output error” when a page fits only in part. */
const ROOM_BYTES = 16 * 1024 * 1024;

/** The error of a failed commit in MongoDB's terms, with the directory and the remedy. */
export function commitFailure({ commitError }: CommitFailure, directory: string): CommandError {
  // A rejection without a handler would end the process.
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
