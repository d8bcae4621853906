import { UUID, type Document } from 'bson';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { open, type Database as Table, type RootDatabase, type Transaction } from 'lmdb';
import { CommandError } from '../errors';
import { decodePlain, encode } from '../values/codec';
import { Collection } from './collection';
import { commitFailure, isCommitFailure } from './commit-failure';
import { checkDataFile, damaged, DATA_FILE, markDataFile, reserveLockFile } from './data-file';
import { ID_INDEX, type IndexSpec } from './index-spec';
import { IndexTable } from './index-table';
import { indexKeyEncoder } from './key-view';
import { lockDirectory, type DirectoryLock } from './lock';
import { makeDirectory, unusable } from './make-directory';

const MAX_TABLES = 4096;
/** Each open cursor holds one of LMDB's reader slots. */
const MAX_READERS = 4096;
/** A cache line for each reader, after a head of some lines. */
const LOCK_FILE_BYTES = (MAX_READERS + 16) * 64;
const OWNER = Buffer.from('owner');
const TABLE_COUNTER = Buffer.from('tables');

interface IndexEntry {
  tableId: number;
  spec: IndexSpec;
  multikey: boolean[];
  /** Not there in what was written before this was kept. */
  hasDecimals?: boolean;
}

interface CatalogEntry extends Document {
  uuid: UUID;
  tableId: number;
  indexes: IndexEntry[];
}

/** One database: a directory with one LMDB environment, locked while it is open. */
export class Database {
  readonly #collections = new Map<string, Collection>();
  /** Whether collections and indexes are here as an action left them whose transaction then failed. */
  #isAhead = false;
  #lastTableId = 0;
  /** Grows when collections or indexes are made, changed or dropped. */
  #catalogVersion = 0;
  /** Writes that changed the catalog and are not committed yet. */
  readonly #catalogWrites = new Set<Promise<unknown>>();

  private constructor(
    readonly name: string,
    readonly directory: string,
    private readonly lock: DirectoryLock,
    private readonly environment: RootDatabase<Buffer, Buffer>,
    private readonly meta: Table<Buffer, Buffer>,
    private readonly catalog: Table<Buffer, Buffer>,
  ) {}

  static async open(name: string, directory: string): Promise<Database> {
    const lock = await take(directory);
    let environment: RootDatabase<Buffer, Buffer> | undefined;
    try {
      checkDataFile(directory);
      reserveLockFile(directory, LOCK_FILE_BYTES);
      environment = openEnvironment(directory);
      const [meta, catalog] = [openTable(environment, '#meta'), openTable(environment, '#catalog')];
      const database = new Database(name, directory, lock, environment, meta, catalog);
      await meta.put(OWNER, Buffer.from(lock.owner));
      markDataFile(directory);
      database.#load();
      return database;
    } catch (error) {
      await environment?.close();
      await lock.release();
      throw isCommitFailure(error) ? commitFailure(error, directory) : unusable(directory, error);
    }
  }

  get file(): string {
    return join(this.directory, DATA_FILE);
  }

  get sizeOnDisk(): number {
    return statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
  }

  get collections(): Collection[] {
    return [...this.#collections.values()];
  }

  collection(name: string): Collection | undefined {
    return this.#collections.get(name);
  }

  /** A view of the data as it is now; `done()` lets it go. */
  snapshot(): Transaction {
    return this.environment.useReadTransaction();
  }

  /**
   * Runs all writes of one command in one transaction, and resolves when they are on disk. A throwing
   * action does not undo what it wrote before: check first, then write.
   */
  async write<T>(action: () => T): Promise<T> {
    const written: Promise<T> = this.environment.transaction(() => {
      if (this.meta.get(OWNER)?.toString() !== this.lock.owner) {
        throw new CommandError(
          'LockBusy',
          `${this.directory} was taken over by another process; nothing was written`,
        );
      }
      if (this.#isAhead) this.#load();
      const version = this.#catalogVersion;
      try {
        return action();
      } finally {
        if (this.#catalogVersion !== version) this.#catalogWrites.add(written);
      }
    });
    // LMDB has a promise of its own for the commit; when that is rejected, nobody else would look at it.
    this.environment.committed.then(undefined, () => undefined);
    const forget = () => void this.#catalogWrites.delete(written);
    written.then(forget, forget);
    try {
      return await written;
    } catch (error) {
      if (!isCommitFailure(error)) throw error;
      const failure = commitFailure(error, this.directory);
      this.#isAhead = true;
      // In a transaction, as every opening of tables; it writes nothing, so that a full disk does not matter.
      await this.environment.transaction(() => this.#isAhead && this.#load()).catch(() => undefined);
      throw failure;
    }
  }

  /** Resolves when every collection and index known here is committed, so that a snapshot has their tables. */
  async catalogCommitted(): Promise<void> {
    while (this.#catalogWrites.size > 0) await Promise.allSettled(this.#catalogWrites);
  }

  /** The collection, made when there is none. Within `write`. */
  ensureCollection(name: string): Collection {
    return this.#collections.get(name) ?? this.createCollection(name);
  }

  createCollection(name: string): Collection {
    const tableId = this.#nextTableId();
    const entry: CatalogEntry = { uuid: new UUID(), tableId, indexes: [] };
    const collection = this.#openCollection(name, entry);
    collection.indexes.push(this.#newIndex(ID_INDEX));
    this.#collections.set(name, collection);
    this.#save(collection);
    return collection;
  }

  dropCollection(collection: Collection): void {
    this.#catalogVersion++;
    for (const index of collection.indexes) index.table.dropSync();
    collection.documents.dropSync();
    this.catalog.removeSync(Buffer.from(collection.name));
    this.#collections.delete(collection.name);
  }

  /** Builds an index over what the collection holds. On a duplicate nothing of it remains. */
  createIndex(collection: Collection, spec: IndexSpec): void {
    const index = this.#newIndex(spec);
    try {
      collection.build(index);
    } catch (error) {
      index.table.dropSync();
      throw error;
    }
    collection.indexes.push(index);
    this.#save(collection);
  }

  dropIndex(collection: Collection, index: IndexTable): void {
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
    index.table.dropSync();
    this.#save(collection);
  }

  renameCollection(collection: Collection, name: string): void {
    this.catalog.removeSync(Buffer.from(collection.name));
    this.#collections.delete(collection.name);
    const { uuid, tableId, documents, indexes } = collection;
    const renamed = new Collection(this.name, name, uuid, tableId, documents, indexes, this.file, (c) =>
      this.#save(c),
    );
    this.#collections.set(name, renamed);
    this.#save(renamed);
  }

  async close(): Promise<void> {
    await this.environment.close();
    await this.lock.release();
  }

  #load(): void {
    this.#isAhead = false;
    this.#collections.clear();
    for (const { key, value } of this.catalog.getRange({})) {
      const entry = this.#decodeEntry(value);
      const collection = this.#openCollection(key.toString(), entry);
      for (const each of entry.indexes) collection.indexes.push(this.#openIndex(each));
      this.#collections.set(collection.name, collection);
    }
  }

  #decodeEntry(bytes: Buffer): CatalogEntry {
    try {
      return decodePlain(bytes) as CatalogEntry;
    } catch {
      throw damaged(this.file, 'is damaged: its catalog cannot be read');
    }
  }

  #save(collection: Collection): void {
    this.#catalogVersion++;
    const { uuid, tableId } = collection;
    const indexes = collection.indexes.map(({ spec, tableId: id, multikey, hasDecimals }) => ({
      tableId: id,
      spec,
      multikey,
      hasDecimals,
    }));
    const entry: CatalogEntry = { uuid, tableId, indexes };
    this.catalog.putSync(Buffer.from(collection.name), encode(entry));
  }

  #openCollection(name: string, { uuid, tableId }: CatalogEntry): Collection {
    const documents = openTable(this.environment, `d${tableId}`);
    return new Collection(this.name, name, uuid, tableId, documents, [], this.file, (c) => this.#save(c));
  }

  #newIndex(spec: IndexSpec): IndexTable {
    const multikey = Object.keys(spec.key).map(() => false);
    return this.#openIndex({ spec, tableId: this.#nextTableId(), multikey, hasDecimals: false });
  }

  #openIndex({ spec, tableId, multikey, hasDecimals = true }: IndexEntry): IndexTable {
    const table = openIndexTable(this.environment, `i${tableId}`);
    return new IndexTable(spec, tableId, table, multikey, hasDecimals);
  }

  #nextTableId(): number {
    // Of a transaction that failed, LMDB may keep a handle to a table that is not there: its number is not used again.
    const next = Math.max(this.meta.get(TABLE_COUNTER)?.readUInt32BE() ?? 0, this.#lastTableId) + 1;
    this.#lastTableId = next;
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(next);
    this.meta.putSync(TABLE_COUNTER, bytes);
    return next;
  }
}

/** @throws LockBusy, or an error that names the directory when this process may not write there */
async function take(directory: string): Promise<DirectoryLock> {
  try {
    makeDirectory(directory);
    return await lockDirectory(directory);
  } catch (error) {
    throw unusable(directory, error);
  }
}

function openEnvironment(directory: string): RootDatabase<Buffer, Buffer> {
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

function openTable(environment: RootDatabase<Buffer, Buffer>, name: string): Table<Buffer, Buffer> {
  return environment.openDB<Buffer, Buffer>({ name, encoding: 'binary', keyEncoding: 'binary' });
}

function openIndexTable(environment: RootDatabase<Buffer, Buffer>, name: string): Table<Buffer, Buffer> {
  const options = { name, encoding: 'binary', keyEncoder: indexKeyEncoder } as const;
  return environment.openDB<Buffer, Buffer>(options);
}
