import { join } from 'node:path';
import { UUID } from 'bson';
import { type Database as Table } from 'lmdb';
import { decodeEntry, encodeEntry, type CatalogEntry, type IndexEntry } from './catalog-entry';
import { Collection } from './collection';
import { damaged, DATA_FILE } from './data-file';
import { openIndexTable, openTable, type Environment } from './environment';
import { ID_INDEX, type IndexSpec } from './index-spec';
import { IndexTable } from './index-table';

const TABLE_COUNTER = Buffer.from('tables');

/**
 * The collections of a database and their indexes, in step with the catalog's table. Methods that change something run
 * within a transaction: `Database.write`.
 */
export class Catalog {
  readonly #collections = new Map<string, Collection>();
  readonly #entries: Table<Buffer, Buffer>;
  /** Facts about the database as a whole. */
  protected readonly meta: Table<Buffer, Buffer>;
  #lastTableId = 0;
  #version = 0;

  protected constructor(
    readonly name: string,
    readonly directory: string,
    protected readonly environment: Environment,
  ) {
    this.meta = openTable(environment, '#meta');
    this.#entries = openTable(environment, '#catalog');
  }

  get file(): string {
    return join(this.directory, DATA_FILE);
  }

  get collections(): Collection[] {
    return [...this.#collections.values()];
  }

  collection(name: string): Collection | undefined {
    return this.#collections.get(name);
  }

  /** The collection, made when there is none. */
  ensureCollection(name: string): Collection {
    return this.#collections.get(name) ?? this.createCollection(name);
  }

  createCollection(name: string): Collection {
    const tableId = this.#nextTableId();
    const collection = this.#openCollection(name, { uuid: new UUID(), tableId, indexes: [] });
    collection.indexes.push(this.#newIndex(ID_INDEX));
    this.#add(collection);
    return collection;
  }

  dropCollection(collection: Collection): void {
    for (const index of collection.indexes) index.table.dropSync();
    collection.documents.dropSync();
    this.#remove(collection);
  }

  renameCollection(collection: Collection, name: string): void {
    this.#remove(collection);
    const { uuid, tableId, documents, indexes } = collection;
    this.#add(this.#collectionOf(name, uuid, tableId, documents, indexes));
  }

  /** Builds an index over the documents of the collection. Of an index that fails, on a duplicate, nothing remains. */
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

  /** Grows when a collection or an index is made, changed or dropped. */
  protected get version(): number {
    return this.#version;
  }

  /** Opens the collections that the catalog's table has, in the place of those that are open. */
  protected load(): void {
    this.#collections.clear();
    for (const { key, value } of this.#entries.getRange({})) {
      const entry = decodeEntry(value);
      if (!entry) throw damaged(this.file, 'is damaged: its catalog cannot be read');
      const collection = this.#openCollection(key.toString(), entry);
      for (const each of entry.indexes) collection.indexes.push(this.#openIndex(each));
      this.#collections.set(collection.name, collection);
    }
  }

  #add(collection: Collection): void {
    this.#collections.set(collection.name, collection);
    this.#save(collection);
  }

  #remove({ name }: Collection): void {
    this.#version++;
    this.#entries.removeSync(Buffer.from(name));
    this.#collections.delete(name);
  }

  #save(collection: Collection): void {
    this.#version++;
    this.#entries.putSync(Buffer.from(collection.name), encodeEntry(collection));
  }

  #openCollection(name: string, { uuid, tableId }: CatalogEntry): Collection {
    return this.#collectionOf(name, uuid, tableId, openTable(this.environment, `d${tableId}`), []);
  }

  #collectionOf(
    name: string,
    uuid: UUID,
    tableId: number,
    documents: Table<Buffer, Buffer>,
    indexes: IndexTable[],
  ): Collection {
    const onMultikey = (changed: Collection) => this.#save(changed);
    return new Collection(this.name, name, uuid, tableId, documents, indexes, this.file, onMultikey);
  }

  #newIndex(spec: IndexSpec): IndexTable {
    const multikey = Object.keys(spec.key).map(() => false);
    return this.#openIndex({ spec, tableId: this.#nextTableId(), multikey, hasDecimals: false });
  }

  #openIndex({ spec, tableId, multikey, hasDecimals = true }: IndexEntry): IndexTable {
    return new IndexTable(
      spec,
      tableId,
      openIndexTable(this.environment, `i${tableId}`),
      multikey,
      hasDecimals,
    );
  }

  /** A number that no table has had: LMDB may keep a handle to the table of a transaction that failed. */
  #nextTableId(): number {
    const stored = this.meta.get(TABLE_COUNTER)?.readUInt32BE() ?? 0;
    this.#lastTableId = Math.max(stored, this.#lastTableId) + 1;
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(this.#lastTableId);
    this.meta.putSync(TABLE_COUNTER, bytes);
    return this.#lastTableId;
  }
}
