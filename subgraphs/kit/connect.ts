import { channel } from 'node:diagnostics_channel';
import { resolve } from 'node:path';
import { startEmbeddedMongo, type EmbeddedMongo } from 'embedded-mongo';
import { MongoClient, type Db, type MongoClientOptions } from 'mongodb';

export interface StoreOptions {
  /** A MongoDB server; without one the embedded store serves. */
  readonly uri?: string;
  readonly database: string;
  /** Where the embedded store keeps its files. */
  readonly dataDir: string;
  /** Further options for the driver. */
  readonly client?: MongoClientOptions;
}

export interface StoreConnection {
  readonly db: Db;
  readonly client: MongoClient;
  readonly kind: 'embedded' | 'server';
  /** Where the data is, for a start message: no credentials. */
  describe(): string;
  close(): Promise<void>;
}

/** The diagnostics channel that every client is published on before it sends anything, for monitoring. */
export const connectedClients = 'jingan-plan-graph:mongo-client';

interface SharedStore {
  readonly store: Promise<EmbeddedMongo>;
  users: number;
}

/** One embedded store per data directory and process; the last to close its connection ends it. */
const shared = new Map<string, SharedStore>();

/** Connects to a database: on the server at `uri`, or in this process's embedded store. */
export async function connectStore(options: StoreOptions): Promise<StoreConnection> {
  return options.uri ? connectServer(options.uri, options) : connectEmbedded(options);
}

async function connectServer(uri: string, options: StoreOptions): Promise<StoreConnection> {
  const client = await createClient(uri, options).connect();
  return {
    db: client.db(options.database),
    client,
    kind: 'server',
    describe: () => `MongoDB server ${client.options.hosts.join(',')}, database ${options.database}`,
    close: () => client.close(),
  };
}

const remedy = 'DATA_DIR names the data directory, MONGODB_URI a server.';

const isLocked = (error: unknown): error is Error =>
  error instanceof Error && 'codeName' in error && error.codeName === 'LockBusy';

async function connectEmbedded(options: StoreOptions): Promise<StoreConnection> {
  const { store, release } = await acquire(options.dataDir);
  try {
    // Opened now, so that a database that is locked or damaged stops the start.
    await store.open(options.database);
  } catch (error) {
    await release();
    throw isLocked(error) ? new Error(`${error.message} ${remedy}`, { cause: error }) : error;
  }
  const client = createClient(store.uri, options);
  return {
    db: client.db(options.database),
    client,
    kind: 'embedded',
    describe: () =>
      `embedded store in ${store.dataDir}/${options.database} (one machine, for trying out and for tests; set MONGODB_URI for a server)`,
    async close() {
      await client.close();
      await release();
    },
  };
}

function createClient(uri: string, options: StoreOptions): MongoClient {
  const client = new MongoClient(uri, { monitorCommands: true, ...options.client });
  channel(connectedClients).publish(client);
  return client;
}

async function acquire(dataDir: string): Promise<{ store: EmbeddedMongo; release: () => Promise<void> }> {
  const path = resolve(dataDir);
  const entry = shared.get(path) ?? { store: startEmbeddedMongo({ dataDir: path }), users: 0 };
  shared.set(path, entry);
  entry.users++;
  let released = false;
  const release = async (): Promise<void> => {
    if (released) return;
    released = true;
    if (--entry.users > 0) return;
    shared.delete(path);
    await (await entry.store).close();
  };
  try {
    return { store: await entry.store, release };
  } catch (error) {
    shared.delete(path);
    throw error;
  }
}
