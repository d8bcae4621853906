import {
  readChoice,
  readPort,
  readPositive,
  readUrl,
  variablePrefix,
  type Environment,
} from '../subgraphs/kit';
import type { Timeouts } from './sources/source';

export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly engine: 'stock';
  /** Remote subgraphs by name; the others run in this process. */
  readonly remote: ReadonlyMap<string, URL>;
  /** How long a subgraph may take. */
  readonly timeouts: Timeouts;
}

/** @throws an Error that names the variable whose value is wrong */
export function readGatewayConfig(
  subgraphNames: readonly string[],
  env: Environment = process.env,
): GatewayConfig {
  const remote = subgraphNames.flatMap((name) => {
    const url = readUrl(`${variablePrefix(name)}_URL`, env);
    return url ? [[name, url] as const] : [];
  });
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT, 4000),
    engine: readChoice('GATEWAY_ENGINE', env.GATEWAY_ENGINE || 'stock', ['stock']),
    remote: new Map(remote),
    timeouts: {
      query: readPositive('SUBGRAPH_TIMEOUT_MS', env.SUBGRAPH_TIMEOUT_MS || '5000'),
      mutation: readPositive('SUBGRAPH_WRITE_TIMEOUT_MS', env.SUBGRAPH_WRITE_TIMEOUT_MS || '60000'),
    },
  };
}
