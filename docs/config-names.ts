import { departmentCodes } from '../schema/departments';
import { readGatewayConfig } from '../gateway/config';
import { readSubgraphConfig } from '../subgraphs/kit';

/** Every variable that the configuration reads, by watching it read. */
export function readConfigNames(): string[] {
  const names = new Set(['LOG_LEVEL']);
  const env = new Proxy<Record<string, string | undefined>>(
    {},
    { get: (_, name) => void names.add(String(name)) },
  );
  const subgraphs = [...departmentCodes, 'plan'];
  readGatewayConfig(subgraphs, env);
  for (const name of subgraphs) readSubgraphConfig(name, 0, env);
  return [...names];
}
