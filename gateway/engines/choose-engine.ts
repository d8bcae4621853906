import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { readChoice, type Environment } from '../../subgraphs/kit';
import type { EngineOptions } from '../absence/degrading-sources';
import type * as apolloEngine from './apollo-engine';
import { createCompiledEngine } from './compiled-engine';

type CreateEngine = (options: EngineOptions) => Promise<GatewayInterface>;

/**
 * The engines by the names that `GATEWAY_ENGINE` chooses them by. @apollo/gateway is loaded only for its own engine: it has
 * 600 modules, which take a third of a second.
 */
const engines = {
  compiled: async (options) => createCompiledEngine(options),
  apollo: loadApolloEngine,
} satisfies Record<string, CreateEngine>;

async function loadApolloEngine(options: EngineOptions): Promise<GatewayInterface> {
  // Not a literal below: tsc reads the import of a literal as one of an ES module, and wants an extension that no file has.
  const file: string = './apollo-engine';
  const { createApolloEngine } = (await import(file)) as typeof apolloEngine;
  return createApolloEngine(options);
}

export type EngineName = keyof typeof engines;

const names = Object.keys(engines) as EngineName[];

/** @throws an Error that names the variable and the engines there are */
export const readEngineName = (env: Environment): EngineName =>
  readChoice('GATEWAY_ENGINE', env.GATEWAY_ENGINE || 'compiled', names);

/** The engine that plans and executes operations over the sources, behind the interface that Apollo Server asks for. */
export const createEngine = (name: EngineName, options: EngineOptions): Promise<GatewayInterface> =>
  engines[name](options);
