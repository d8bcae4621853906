import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError } from '../errors';

/** Makes a directory and those above it. @throws an error that names it when this process may not */
export function makeDirectory(path: string): void {
  try {
    // One by one: on a disk that is read-only, a recursive `mkdirSync` tells of a missing directory.
    if (!existsSync(dirname(path))) makeDirectory(dirname(path));
    if (!isDirectory(path)) mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isDirectory(path)) throw unusable(path, error);
  }
}

/** An error of the operating system in words for whoever set the directory; an error of the store's as it is. */
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
