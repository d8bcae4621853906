import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import {
  readSubgraphConfig,
  serveSubgraph,
  type Subgraph,
  type SubgraphConfig,
  type SubgraphServer,
} from '../../subgraphs/kit';
import { subgraphs } from '../../subgraphs/registry';
import { assertCovered, recordCommands } from '../../subgraphs/testing/recorded-commands';
import { copySeededDatabases } from '../../subgraphs/testing/seeded-databases';
import type { GatewayConfig } from '../config';
import { startGateway } from '../server';
import { startSystem, type RunningSystem } from '../start';

export interface Answer {
  readonly status: number;
  // Tests look into answers by name; what is not there fails them.

  readonly body: {
    readonly data?: any;
    readonly errors?: readonly { message: string; path?: unknown; extensions: any }[];
  };
}

interface Alone {
  readonly subgraph: Subgraph;
  readonly config: SubgraphConfig;
  /** Null while it is down. */
  server: SubgraphServer | null;
}

/** The whole system as a newcomer runs it, on a store and ports of its own. */
export interface TestSystem {
  readonly url: string;
  readonly system: RunningSystem;
  /** Subgraphs that run alone, by name. */
  readonly alone: ReadonlyMap<string, Alone>;
  /** Stops the servers of these subgraphs, which run alone, and starts all others again at their old ports. */
  setDown(names: readonly string[]): Promise<void>;
  /** Names of the subgraphs that the gateway asked since the last call, in order. */
  takeFetches(): string[];
  query(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  post(body: string, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

interface TestSystemOptions {
  /** Subgraphs that run alone and are reached over HTTP. */
  readonly alone?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A planner and healthy departments get the time that they need, however busy the machine is. */
const patience = { SUBGRAPH_TIMEOUT_MS: '30000', QUERY_LIMITS: 'planning=30000' };
const silent = pino({ level: 'silent' });
const noLog = () => undefined;

export async function startTestSystem({ alone = [], env = {} }: TestSystemOptions = {}): Promise<TestSystem> {
  const recording = recordCommands();
  const dataDir = mkdtempSync(join(tmpdir(), 'plan-graph-'));
  // On a server that is given, every system has databases of its own.
  const databasePrefix = `test_${process.pid}_${Date.now().toString(36)}_`;
  const own = { DATA_DIR: dataDir, DATABASE_PREFIX: databasePrefix, PORT: '0' };
  const base = { ...process.env, ...patience, ...own, ...env };
  await copySeededDatabases(base);
  const servers = await serveAlone(alone, base);
  const urls = [...servers].map(([name, { server }]) => [`${name.toUpperCase()}_URL`, server?.url]);
  const fetches: string[] = [];
  const system = await startSystem({
    env: { ...Object.fromEntries(urls), ...base },
    log: noLog,
    logger: silent,
    console: false,
    onFetch: (subgraph) => fetches.push(subgraph),
  });
  const post = (body: string, headers = {}) => request(`${system.gateway.url}/graphql`, body, headers);
  return {
    url: system.gateway.url,
    system,
    alone: servers,
    setDown: async (names) => {
      await Promise.all(
        [...servers].map(([name, each]) => (names.includes(name) ? stop(each) : start(each))),
      );
    },
    takeFetches: () => fetches.splice(0),
    query: (query, variables, headers) => post(JSON.stringify({ query, variables }), headers),
    post,
    close: async () => {
      // Whatever the project asks of its databases, the store's conformance suite must hold.
      recording.stop();
      assertCovered(recording);
      await dropDatabases([
        ...system.local.values(),
        ...[...servers.values()].map(({ subgraph }) => subgraph),
      ]);
      await system.close();
      await Promise.all(
        [...servers.values()].map(async (each) => {
          await stop(each);
          await each.subgraph.close();
        }),
      );
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type AnotherGateway = Pick<TestSystem, 'query' | 'close'>;

/** One more gateway over a system's subgraphs, configured otherwise. */
export async function startAnotherGateway(
  { system: { config, local } }: TestSystem,
  changes: Partial<GatewayConfig>,
): Promise<AnotherGateway> {
  const gateway = await startGateway({ config: { ...config, port: 0, ...changes }, local, logger: silent });
  return {
    query: (query, variables, headers = {}) =>
      request(`${gateway.url}/graphql`, JSON.stringify({ query, variables }), headers),
    close: () => gateway.close(),
  };
}

async function serveAlone(names: readonly string[], env: Readonly<Record<string, string | undefined>>) {
  const entries = subgraphs.filter(({ name }) => names.includes(name));
  const served = entries.map(async (entry) => {
    const { name, port } = entry;
    const config = readSubgraphConfig(name, port, env);
    const subgraph = await (await entry.load()).open(config, noLog);
    const server = await serveSubgraph(subgraph, config);
    const samePort = { ...config, port: Number(new URL(server.url).port) };
    return [name, { subgraph, config: samePort, server } satisfies Alone] as const;
  });
  return new Map(await Promise.all(served));
}

async function stop(alone: Alone): Promise<void> {
  const { server } = alone;
  alone.server = null;
  await server?.close();
}

async function start(alone: Alone): Promise<void> {
  alone.server ??= await serveSubgraph(alone.subgraph, alone.config);
}

async function dropDatabases(opened: readonly Subgraph[]): Promise<void> {
  const onServers = opened.filter(({ connection }) => connection.kind === 'server');
  await Promise.all(onServers.map(({ connection }) => connection.db.dropDatabase()));
}

async function request(url: string, body: string, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
