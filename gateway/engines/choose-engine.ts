import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { readChoice, type Environment } from '../../subgraphs/kit';
import type { EngineOptions } from '../absence/degrading-sources';
import { createApolloEngine } from './apollo-engine';
import { createCompiledEngine } from './compiled-engine';

/** The engines by the names that `GATEWAY_ENGINE` chooses them by. */
const engines = {
  compiled: createCompiledEngine,
  apollo: createApolloEngine,
} satisfies Record<string, (options: EngineOptions) => GatewayInterface>;

export type EngineName = keyof typeof engines;

const names = Object.keys(engines) as EngineName[];

/** @throws an Error that names the variable and the engines there are */
export const readEngineName = (env: Environment): EngineName =>
  readChoice('GATEWAY_ENGINE', env.GATEWAY_ENGINE || 'compiled', names);

/** The engine that plans and executes operations over the sources, behind the interface that Apollo Server asks for. */
export const createEngine = (name: EngineName, options: EngineOptions): GatewayInterface =>
  engines[name](options);
