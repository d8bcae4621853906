import { join } from 'node:path';
import { open, type Database as Table, type RootDatabase } from 'lmdb';
import { damaged, DATA_FILE } from './data-file';
import { indexKeyEncoder } from './key-view';

export type Environment = RootDatabase<Buffer, Buffer>;

const MAX_TABLES = 4096;
/** Each open cursor holds one of LMDB's reader slots. */
const MAX_READERS = 4096;
/** A cache line of 64 bytes for each reader, after a head of some lines. */
export const LOCK_FILE_BYTES = (MAX_READERS + 16) * 64;

/** Opens a directory's LMDB environment: one data file with many tables. @throws naming the file when LMDB cannot read it */
export function openEnvironment(directory: string): Environment {
  try {
    return open<Buffer, Buffer>({
      path: directory,
      noSubdir: false,
      maxDbs: MAX_TABLES,
      maxReaders: MAX_READERS,
      encoding: 'binary',
      keyEncoding: 'binary',
      // A write is answered when it is on the disk, not when it is about to be.
      overlappingSync: false,
      // A batch has a promise that nobody holds: its rejection, on a full disk, would end the process.
      eventTurnBatching: false,
    });
  } catch (error) {
    throw damaged(join(directory, DATA_FILE), `cannot be opened (${String(error)})`);
  }
}

export function openTable(environment: Environment, name: string): Table<Buffer, Buffer> {
  return environment.openDB<Buffer, Buffer>({ name, encoding: 'binary', keyEncoding: 'binary' });
}

/** A table whose keys are read in place: `KeyView`. */
export function openIndexTable(environment: Environment, name: string): Table<Buffer, Buffer> {
  const options = { name, encoding: 'binary', keyEncoder: indexKeyEncoder } as const;
  return environment.openDB<Buffer, Buffer>(options);
}
