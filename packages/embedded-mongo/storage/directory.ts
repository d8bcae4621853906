import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../errors';
import { Database } from './database';
import { DATA_FILE } from './data-file';
import { makeDirectory } from './make-directory';

/** MongoDB's own databases. This server keeps nothing in them. */
export const SYSTEM_DATABASES: ReadonlySet<string> = new Set(['admin', 'config', 'local']);
const LONGEST_NAME = 63;

/** The data directory: one directory per database, opened when first asked for. */
export class DataDirectory {
  readonly path: string;
  readonly #open = new Map<string, Promise<Database>>();

  constructor(path: string) {
    makeDirectory(path);
    this.path = realpathSync(path);
  }

  /** Names and sizes of the databases on disk. A database that is open here and has no collection is left out. */
  async list(): Promise<{ name: string; sizeOnDisk: number }[]> {
    const found: { name: string; sizeOnDisk: number }[] = [];
    for (const name of readdirSync(this.path).sort()) {
      const file = statSync(join(this.path, name, DATA_FILE), { throwIfNoEntry: false });
      const database = file && (await this.#open.get(name)?.catch(() => undefined));
      if (file && database?.collections.length !== 0) found.push({ name, sizeOnDisk: file.size });
    }
    return found;
  }

  /** The database for reading: undefined when it does not exist. */
  async find(name: string): Promise<Database | undefined> {
    if (SYSTEM_DATABASES.has(name)) return undefined;
    checkDatabaseName(name);
    if (!this.#open.has(name) && !existsSync(join(this.path, name, 'format.json'))) return undefined;
    return this.open(name);
  }

  /** The database for writing: made when it does not exist. */
  async open(name: string): Promise<Database> {
    checkDatabaseName(name);
    const opening = this.#open.get(name) ?? Database.open(name, join(this.path, name));
    this.#open.set(name, opening);
    try {
      return await opening;
    } catch (error) {
      this.#open.delete(name);
      throw error;
    }
  }

  async close(): Promise<void> {
    const opening = [...this.#open.values()];
    this.#open.clear();
    for (const database of await Promise.allSettled(opening)) {
      if (database.status === 'fulfilled') await database.value.close();
    }
  }
}

function checkDatabaseName(name: string): void {
  if (name === '' || name.length > LONGEST_NAME || /[/\\. "$*<>:|?\0]/.test(name)) {
    throw new CommandError('InvalidNamespace', `Invalid database name: '${name}'`);
  }
  if (SYSTEM_DATABASES.has(name)) {
    throw new CommandError('IllegalOperation', `embedded-mongo keeps nothing in the database '${name}'`);
  }
}
