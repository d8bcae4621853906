import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, type Db, type Document, type FindCursor, type MongoClientOptions } from 'mongodb';
import { startEmbeddedMongo, type EmbeddedMongo } from '../index';

/** An embedded store in a directory of its own, for one test file. */
export interface TemporaryStore {
  readonly store: EmbeddedMongo;
  readonly client: MongoClient;
  readonly db: Db;
  readonly dataDir: string;
  close(): Promise<void>;
}

export function temporaryDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'store-test-'));
}

export async function temporaryStore(options: MongoClientOptions = {}): Promise<TemporaryStore> {
  const dataDir = temporaryDirectory();
  const store = await startEmbeddedMongo({ dataDir });
  const client = await new MongoClient(store.uri, { monitorCommands: true, ...options }).connect();
  return {
    store,
    client,
    db: client.db('test'),
    dataDir,
    async close() {
      await client.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The facts of an explanation that tests assert. */
export interface Explained {
  readonly stages: readonly string[];
  readonly index: string | undefined;
  readonly keys: number;
  readonly documents: number;
  readonly returned: number;
}

export async function explained(cursor: Pick<FindCursor<Document>, 'explain'>): Promise<Explained> {
  return summarise(await cursor.explain('executionStats'));
}

export function summarise(explanation: Document): Explained {
  const { queryPlanner, executionStats } = explanation as {
    queryPlanner: Document;
    executionStats: Document;
  };
  const stages = stagesOf(queryPlanner.winningPlan as Document);
  return {
    stages: stages.map(({ stage }) => stage as string),
    index: stages.find(({ indexName }) => indexName !== undefined)?.indexName as string | undefined,
    keys: executionStats.totalKeysExamined as number,
    documents: executionStats.totalDocsExamined as number,
    returned: executionStats.nReturned as number,
  };
}

function stagesOf(plan: Document): Document[] {
  const inputs = [plan.inputStage, ...((plan.inputStages as Document[] | undefined) ?? [])] as (
    Document | undefined
  )[];
  return [plan, ...inputs.filter((input) => input !== undefined).flatMap(stagesOf)];
}

/** The error that a promise ends with, as plain fields. */
export async function errorOf(promise: Promise<unknown>): Promise<Document> {
  try {
    await promise;
  } catch (error) {
    const { code, codeName, message, errorResponse } = error as Document;
    return {
      code: code as unknown,
      codeName: codeName as unknown,
      message: message as unknown,
      ...(errorResponse as Document),
    };
  }
  throw new Error('expected an error, but there was none');
}

/** Repeatable random numbers: the same seed gives the same test. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
