import { MongoClient, type Db } from 'mongodb';
import { startEmbeddedMongo } from '../index';

export interface OpenDatabase {
  readonly db: Db;
  readonly client: MongoClient;
  close(): Promise<void>;
}

/** A server over a data directory of the test's choice, one database of it opened, and a client. */
export async function openDatabase(dataDir: string, database = 'test'): Promise<OpenDatabase> {
  const store = await startEmbeddedMongo({ dataDir });
  try {
    await store.open(database);
  } catch (error) {
    await store.close();
    throw error;
  }
  const client = new MongoClient(store.uri);
  return {
    db: client.db(database),
    client,
    close: async () => {
      await client.close();
      await store.close();
    },
  };
}
