import { pino, type Logger } from 'pino';
import { readLogLevel, readSubgraphConfig, type Log, type Subgraph } from '../subgraphs/kit';
import { subgraphs } from '../subgraphs/registry';
import { readGatewayConfig, type GatewayConfig } from './config';
import { startGateway, type Gateway } from './server';

export interface RunningSystem {
  readonly gateway: Gateway;
  readonly config: GatewayConfig;
  readonly local: ReadonlyMap<string, Subgraph>;
  /** @param notice milliseconds for which requests are still taken */
  close(notice?: number): Promise<void>;
}

interface StartOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly logger?: Logger;
  /** Serves GraphiQL; true by default. */
  readonly console?: boolean;
  /** Told of every fetch, by the subgraph's name. */
  readonly onFetch?: (subgraph: string) => void;
}

/** Opens every subgraph that is not remote, then the gateway over all of them. */
export async function startSystem({
  env = process.env,
  log,
  logger = createLogger(),
  console = true,
  onFetch,
}: StartOptions): Promise<RunningSystem> {
  const config = readGatewayConfig(
    subgraphs.map(({ name }) => name),
    env,
  );
  const local = await openSubgraphs(config, env, log);
  const closeLocal = async () =>
    void (await Promise.all([...local.values()].map((subgraph) => subgraph.close())));
  try {
    const gateway = await startGateway({
      config,
      local,
      logger,
      onFetch,
      ...(console && { console: { log } }),
    });
    return {
      gateway,
      config,
      local,
      close: async (notice) => {
        await gateway.close(notice);
        await closeLocal();
      },
    };
  } catch (error) {
    await closeLocal();
    throw error;
  }
}

/** Structured logs go to standard error; standard output is for people. */
export function createLogger(): Logger {
  return pino({ level: readLogLevel(), base: undefined }, pino.destination(2));
}

async function openSubgraphs(
  { remote }: GatewayConfig,
  env: Readonly<Record<string, string | undefined>>,
  log: Log,
): Promise<Map<string, Subgraph>> {
  const here = subgraphs.filter(({ name }) => !remote.has(name));
  const configs = here.map((entry) => ({ entry, config: readSubgraphConfig(entry.name, entry.port, env) }));
  const opening = configs.map(async ({ entry, config }) => (await entry.load()).open(config, log));
  const settled = await Promise.allSettled(opening);
  const failed = settled.find((each) => each.status === 'rejected');
  const opened = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  if (failed) {
    await Promise.all(opened.map((subgraph) => subgraph.close()));
    throw failed.reason;
  }
  return new Map(opened.map((subgraph) => [subgraph.name, subgraph]));
}
