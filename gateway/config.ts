import {
  readChoice,
  readPort,
  readPositive,
  readUrl,
  variablePrefix,
  type Environment,
} from '../subgraphs/kit';

export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly engine: 'stock';
  /** Remote subgraphs by name; the others run in this process. */
  readonly remote: ReadonlyMap<string, URL>;
  /** How long a subgraph may take, in milliseconds. */
  readonly subgraphTimeout: number;
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
    subgraphTimeout: readPositive('SUBGRAPH_TIMEOUT_MS', env.SUBGRAPH_TIMEOUT_MS || '5000'),
  };
}
