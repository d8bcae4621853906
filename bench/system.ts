import { pino } from 'pino';
import { countCommands } from '../subgraphs/testing/count-commands';
import { startSystem } from '../gateway/start';
import type { Environment } from './generate-plan';

/** The whole system in this process, started like `npm start` and asked over HTTP on loopback. */
export interface System {
  readonly url: string;
  /** @returns the answer's data. @throws DepartmentUnavailable, or an Error for any other error in the answer */
  ask(query: string, variables: object): Promise<unknown>;
  resetCosts(): void;
  /** Fetches to subgraphs, and commands of all subgraphs to their databases, since the last reset. */
  costs(): { fetches: number; commands: number };
  close(): Promise<void>;
}

/** A department did not answer within `SUBGRAPH_TIMEOUT_MS`. */
export class DepartmentUnavailable extends Error {}

interface ClientError {
  readonly extensions?: { readonly code?: string };
}

export async function openSystem(env: Environment): Promise<System> {
  let fetches = 0;
  const system = await startSystem({
    env: { ...env, HOST: '127.0.0.1', PORT: '0' },
    log: () => undefined,
    logger: pino({ level: 'silent' }),
    console: false,
    onFetch: () => void fetches++,
  });
  const counters = [...system.local.values()].map(({ connection }) => countCommands(connection.client));
  const { url } = system.gateway;
  return {
    url,
    ask: async (query, variables) => ask(`${url}/graphql`, JSON.stringify({ query, variables })),
    resetCosts: () => {
      fetches = 0;
      for (const counter of counters) counter.reset();
    },
    costs: () => ({ fetches, commands: counters.reduce((sum, { total }) => sum + total, 0) }),
    close: () => system.close(),
  };
}

async function ask(url: string, body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', body, headers });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly ClientError[] };
  if (errors !== undefined) throw errorOf(errors);
  return data;
}

function errorOf(errors: readonly ClientError[]): Error {
  const shown = JSON.stringify(errors).slice(0, 600);
  const late = errors.some(({ extensions }) => extensions?.code === 'DEPARTMENT_UNAVAILABLE');
  return late ? new DepartmentUnavailable(shown) : new Error(`The gateway must answer, but has: ${shown}.`);
}
