import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError } from '../errors';

/** Makes a directory and its parents. @throws an error that names the directory when this process may not make it */
export function makeDirectory(path: string): void {
  try {
    // One by one, since on a read-only disk a recursive `mkdirSync` reports a missing directory.
    if (!existsSync(dirname(path))) makeDirectory(dirname(path));
    if (!isDirectory(path)) mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isDirectory(path)) throw unusable(path, error);
  }
}

/** An error of the operating system with the directory's name and the remedy; a `CommandError` as it is. */
export function unusable(directory: string, error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new CommandError(
    code === 'ENOSPC' ? 'OutOfDiskSpace' : 'OperationFailed',
    `${directory} must be a directory that this process may write to, but: ${message}`,
  );
}

const isDirectory = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
