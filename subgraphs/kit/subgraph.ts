import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, GraphQLScalarType, Kind, parse, type GraphQLSchema } from 'graphql';
import type { Db } from 'mongodb';
import { connectStore, type StoreConnection } from './connect';
import { boundArguments } from './bound-arguments';
import type { SubgraphConfig } from './config';
import { isLoopback } from './config';
import type { Caller, DepartmentContext } from './context';
import type { DepartmentLoaders } from './loaders';
import type { DepartmentStore } from './department-store';
import type { TargetDocument } from '../../lists/answer/documents';
import { guardEntities } from './entities';
import { codedError } from '../../schema/errors';
import { withLease } from './lease';
import { seedDepartment, type Log } from './seeding';

/** A subgraph that is open: its schema, and what a request needs. The same in the gateway's process and alone. */
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
  /** Ensures indexes and seeds, then gives what makes a request's context. */
  prepare(
    connection: StoreConnection,
    config: SubgraphConfig,
    log: Log,
  ): Promise<(caller: Caller) => Context>;
}

/** What all six subgraphs have in common. */
export function defineSubgraph<Context extends object>(parts: SubgraphParts<Context>): SubgraphDefinition {
  return {
    name: parts.name,
    open: async (config, log) => {
      const { mongodbUri: uri, dataDir, databasePrefix } = config;
      const database = databasePrefix + parts.database;
      const connection = await connectStore({ uri, database, dataDir }).catch((cause: unknown) => {
        throw uri ? unreachable(parts.name, cause) : cause;
      });
      try {
        const prepare = () => parts.prepare(connection, config, log);
        // The embedded store's directory is this process's alone; on a server, others may start at the same time.
        const createContext = await (connection.kind === 'server'
          ? withLease(connection.db, prepare)
          : prepare());
        return {
          name: parts.name,
          schema: buildSchema(parts.name, parts.resolvers),
          storeDescription: connection.describe(),
          createContext,
          ping: async () => void (await connection.db.command({ ping: 1 })),
          close: () => connection.close(),
          connection,
        };
      } catch (error) {
        await connection.close();
        throw error;
      }
    },
  };
}

const unreachable = (name: string, cause: unknown): Error =>
  new Error(
    `MONGODB_URI (or ${name.toUpperCase()}_MONGODB_URI) must lead to a MongoDB server, but: ${cause instanceof Error ? cause.message : String(cause)}`,
    { cause },
  );

interface DepartmentParts<Target extends TargetDocument> {
  readonly code: string;
  readonly resolvers: object;
  readonly createStore: (db: Db) => DepartmentStore<Target>;
  readonly createLoaders: (store: DepartmentStore<Target>) => DepartmentLoaders<Target>;
}

/** A department: a subgraph on `plan_<code>` that is seeded from `seeds/<code>`. */
export function defineDepartment<Target extends TargetDocument>(
  parts: DepartmentParts<Target>,
): SubgraphDefinition {
  const { code, resolvers, createStore, createLoaders } = parts;
  return defineSubgraph<DepartmentContext<Target>>({
    name: code,
    database: code,
    resolvers,
    prepare: async ({ db }, config, log) => {
      const store = createStore(db);
      await store.ensureIndexes();
      await seedDepartment(code, db, log);
      await store.recover();
      return (caller) => ({
        store,
        loaders: createLoaders(store),
        assertMayWrite: () => assertMayWrite(code, config, caller),
      });
    },
  });
}

/** With a token set, a writer must present it; without one, only this machine may write. */
function assertMayWrite(code: string, { host, writeToken }: SubgraphConfig, { authorization }: Caller): void {
  const allowed = writeToken ? isEqual(authorization ?? '', `Bearer ${writeToken}`) : isLoopback(host);
  if (!allowed) throw codedError('FORBIDDEN', `Only ${code} may report progress on its own targets.`);
}

function isEqual(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function buildSchema(name: string, resolvers: object): GraphQLSchema {
  const file = join(__dirname, '../../schema/subgraphs', `${name}.graphql`);
  const schema = buildSubgraphSchema({
    typeDefs: parse(readFileSync(file, 'utf8')),
    resolvers: { Date: dateScalar, DateTime: dateTimeScalar, ...resolvers },
  });
  boundArguments(schema);
  guardEntities(schema);
  return schema;
}

const dateScalar = new GraphQLScalarType({
  name: 'Date',
  serialize: (value) => value as string,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});

const dateTimeScalar = new GraphQLScalarType({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value.toISOString() : value),
});

function parseDate(value: unknown): string {
  const time = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : NaN;
  if (typeof value === 'string' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value))
    return value;
  throw new GraphQLError(`A Date must be a day such as 2023-02-27, but got: ${JSON.stringify(value)}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
