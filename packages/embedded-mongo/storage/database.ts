import { statSync } from 'node:fs';
import { type Transaction } from 'lmdb';
import { CommandError } from '../errors';
import { Catalog } from './catalog';
import { commitFailure, isCommitFailure } from './commit-failure';
import { checkDataFile, markDataFile, reserveLockFile } from './data-file';
import { LOCK_FILE_BYTES, openEnvironment, type Environment } from './environment';
import { lockDirectory, type DirectoryLock } from './lock';
import { makeDirectory, unusable } from './make-directory';

/** Under this key the database names the holder of its lock. */
const OWNER = Buffer.from('owner');

/** One database: a directory with one LMDB environment, locked while it is open. */
export class Database extends Catalog {
  readonly #lock: DirectoryLock;
  /** Whether collections and indexes are here as an action left them whose transaction then failed. */
  #isAhead = false;
  /** Writes that changed the catalog and are not committed yet. */
  readonly #catalogWrites = new Set<Promise<unknown>>();

  private constructor(name: string, directory: string, environment: Environment, lock: DirectoryLock) {
    super(name, directory, environment);
    this.#lock = lock;
  }

  /** @throws LockBusy while another process has it open; DataCorruptionDetected, naming the file, when it is damaged */
  static async open(name: string, directory: string): Promise<Database> {
    const lock = await lockNamed(directory);
    let environment: Environment | undefined;
    try {
      checkDataFile(directory);
      reserveLockFile(directory, LOCK_FILE_BYTES);
      environment = openEnvironment(directory);
      const database = new Database(name, directory, environment, lock);
      await database.meta.put(OWNER, Buffer.from(lock.owner));
      markDataFile(directory);
      database.load();
      return database;
    } catch (error) {
      await environment?.close();
      await lock.release();
      throw isCommitFailure(error) ? commitFailure(error, directory) : unusable(directory, error);
    }
  }

  get sizeOnDisk(): number {
    return statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** A view of the data as it is now, until `done()` is called on it. */
  snapshot(): Transaction {
    return this.environment.useReadTransaction();
  }

  /**
   * Runs all writes of one command in one transaction, and resolves when they are on disk. An action that throws does not
   * undo the writes that it made before: it checks first, and writes then.
   */
  async write<T>(action: () => T): Promise<T> {
    const written: Promise<T> = this.environment.transaction(() => {
      this.#checkOwner();
      if (this.#isAhead) this.load();
      this.#isAhead = false;
      const { version } = this;
      try {
        return action();
      } finally {
        if (this.version !== version) this.#catalogWrites.add(written);
      }
    });
    // LMDB has a promise of its own for the commit, whose rejection without a handler would end the process.
    this.environment.committed.then(undefined, () => undefined);
    const forget = () => void this.#catalogWrites.delete(written);
    written.then(forget, forget);
    try {
      return await written;
    } catch (error) {
      throw isCommitFailure(error) ? await this.#afterFailure(commitFailure(error, this.directory)) : error;
    }
  }

  /** Resolves when every collection and index known here is committed, so that a snapshot has their tables. */
  async catalogCommitted(): Promise<void> {
    while (this.#catalogWrites.size > 0) await Promise.allSettled(this.#catalogWrites);
  }

  async close(): Promise<void> {
    await this.environment.close();
    await this.#lock.release();
  }

  #checkOwner(): void {
    if (this.meta.get(OWNER)?.toString() === this.#lock.owner) return;
    throw new CommandError(
      'LockBusy',
      `${this.directory} was taken over by another process; nothing was written`,
    );
  }

  /** Reads the catalog again, in a transaction as every opening of tables. It writes nothing, so that a full disk does not matter. */
  async #afterFailure(failure: CommandError): Promise<CommandError> {
    this.#isAhead = true;
    const reload = () => {
      if (this.#isAhead) this.load();
      this.#isAhead = false;
    };
    await this.environment.transaction(reload).catch(() => undefined);
    return failure;
  }
}

/** @throws LockBusy, or an error that names the directory when this process may not write there */
async function lockNamed(directory: string): Promise<DirectoryLock> {
  try {
    makeDirectory(directory);
    return await lockDirectory(directory);
  } catch (error) {
    throw unusable(directory, error);
  }
}
