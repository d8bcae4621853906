import type { GraphQLSchema } from 'graphql';
import { variablePrefix, type SubgraphConfig } from './config';
import { connectStore, type StoreConnection } from './connect';
import type { Caller } from './context';
import { readSubgraphSchema } from './schema';
import { withLease } from './seeding/lease';
import type { Log } from './seeding/seed-collections';

/** An open subgraph: its schema, and a context for each request. The same in the gateway's process and alone. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** Which store it stands on, in words for the operator. */
  readonly storeDescription: string;
  /** A context per request: loaders never outlive it. */
  createContext(caller: Caller): object;
  /** @throws when its store does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
  readonly connection: StoreConnection;
}

export interface SubgraphDefinition {
  readonly name: string;
  /** Connects, ensures indexes, seeds. */
  open(config: SubgraphConfig, log: Log): Promise<Subgraph>;
}

interface SubgraphParts<Context extends object> {
  readonly name: string;
  /** Its database's name, without the prefix. */
  readonly database: string;
  readonly resolvers: object;
  /** Ensures indexes and seeds. @returns the function that makes the context of a request */
  prepare(
    connection: StoreConnection,
    config: SubgraphConfig,
    log: Log,
  ): Promise<(caller: Caller) => Context>;
}

/** Defines the plan office or a department by the parts in which they differ. A process builds its schema once. */
export function defineSubgraph<Context extends object>(parts: SubgraphParts<Context>): SubgraphDefinition {
  let schema: GraphQLSchema | undefined;
  return {
    name: parts.name,
    open: async (config, log) => {
      const connection = await connect(parts, config);
      try {
        const opened = await openOver(connection, parts, config, log);
        schema ??= readSubgraphSchema(parts.name, parts.resolvers);
        return { ...opened, schema };
      } catch (error) {
        await connection.close();
        throw error;
      }
    },
  };
}

async function openOver<Context extends object>(
  connection: StoreConnection,
  parts: SubgraphParts<Context>,
  config: SubgraphConfig,
  log: Log,
): Promise<Omit<Subgraph, 'schema'>> {
  const prepare = () => parts.prepare(connection, config, log);
  // The embedded store's directory is this process's alone; on a server, others may start at the same time.
  const createContext = await (connection.kind === 'server' ? withLease(connection.db, prepare) : prepare());
  return {
    name: parts.name,
    storeDescription: connection.describe(),
    createContext,
    ping: async () => void (await connection.db.command({ ping: 1 })),
    close: () => connection.close(),
    connection,
  };
}

async function connect(
  { name, database }: Pick<SubgraphParts<object>, 'name' | 'database'>,
  { mongodbUri: uri, dataDir, databasePrefix }: SubgraphConfig,
): Promise<StoreConnection> {
  try {
    return await connectStore({ uri, database: databasePrefix + database, dataDir });
  } catch (cause) {
    throw uri ? unreachable(name, cause) : cause;
  }
}

const unreachable = (name: string, cause: unknown): Error =>
  new Error(
    `MONGODB_URI (or ${variablePrefix(name)}_MONGODB_URI) must lead to a MongoDB server, but: ${cause instanceof Error ? cause.message : String(cause)}`,
    { cause },
  );
