import type { Db } from 'mongodb';
import { departmentCodes } from '../schema/departments';
import { createDepartmentStore, readSubgraphConfig, type DepartmentStore } from '../subgraphs/kit';
import { createStore, type Store as PlanOffice } from '../subgraphs/plan/store';
import { subgraphs } from '../subgraphs/registry';
import { connectStore } from '../subgraphs/kit';
import type { Environment } from './generate-plan';

/** All subgraphs' databases, over connections of the benchmark's own. */
export interface Databases {
  readonly departments: readonly Department[];
  readonly office: PlanOffice;
  /** Drops every database. */
  drop(): Promise<void>;
  close(): Promise<void>;
}

export interface Department {
  readonly code: string;
  readonly db: Db;
  readonly store: DepartmentStore;
}

export async function openDatabases(env: Environment): Promise<Databases> {
  const opened = await Promise.all(
    subgraphs.map(async ({ name, port }) => {
      const { mongodbUri: uri, dataDir, databasePrefix } = readSubgraphConfig(name, port, env);
      const database = databasePrefix + (departmentCodes.includes(name) ? name : 'office');
      return { name, connection: await connectStore({ uri, database, dataDir }) };
    }),
  );
  const departments = opened.flatMap(({ name: code, connection: { db } }) =>
    departmentCodes.includes(code) ? [{ code, db, store: createDepartmentStore(code, db) }] : [],
  );
  const office = opened.find(({ name }) => !departmentCodes.includes(name));
  if (!office) throw new Error('There must be a plan office, but there is none.');
  return {
    departments,
    office: createStore(office.connection.db),
    drop: async () => void (await Promise.all(opened.map(({ connection }) => connection.db.dropDatabase()))),
    close: async () => void (await Promise.all(opened.map(({ connection }) => connection.close()))),
  };
}
