import { pino, type Logger } from 'pino';
import { readLogLevel, readSubgraphConfig, type Log, type Subgraph } from '../subgraphs/kit';
import { departmentCodes } from '../schema/departments';
import { subgraphs } from '../subgraphs/registry';
import { readGatewayConfig, type GatewayConfig } from './config';
import { startGateway, type Gateway } from './server';

export interface RunningSystem {
  readonly gateway: Gateway;
  readonly config: GatewayConfig;
  readonly local: ReadonlyMap<string, Subgraph>;
  /** The departments of this process that could not be opened, by name, and why. */
  readonly unopened: ReadonlyMap<string, Error>;
  /** @param notice milliseconds for which requests are still taken */
  close(notice?: number): Promise<void>;
}

interface StartOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly logger?: Logger;
  /** Serves GraphiQL; true by default. */
  readonly console?: boolean;
  /** Called before every fetch with the subgraph's name. */
  readonly onFetch?: (subgraph: string) => void;
}

/**
 * Opens every subgraph that is not remote, then starts the gateway over all of them. A department whose store cannot be opened
 * is down, and the others are served.
 * @throws an Error when the plan office or no department can be opened, or a value of the configuration is wrong
 */
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
  const { local, unopened } = await openSubgraphs(config, env, log);
  for (const [subgraph, err] of unopened)
    logger.error({ subgraph, err }, 'a department is not served: its store could not be opened');
  const closeLocal = async () =>
    void (await Promise.all([...local.values()].map((subgraph) => subgraph.close())));
  try {
    const gateway = await startGateway({
      config,
      local,
      unopened: unopened.keys(),
      logger,
      onFetch,
      ...(console && { console: { log } }),
    });
    return {
      gateway,
      config,
      local,
      unopened,
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
): Promise<Pick<RunningSystem, 'local' | 'unopened'>> {
  const here = subgraphs.filter(({ name }) => !remote.has(name));
  const configs = here.map((entry) => ({ entry, config: readSubgraphConfig(entry.name, entry.port, env) }));
  const opening = configs.map(async ({ entry, config }) => (await entry.load()).open(config, log));
  const settled = await Promise.allSettled(opening);
  const local = new Map<string, Subgraph>();
  const unopened = new Map<string, Error>();
  settled.forEach((each, at) => {
    if (each.status === 'fulfilled') local.set(each.value.name, each.value);
    else unopened.set(here[at]?.name ?? '', each.reason as Error);
  });
  const [first] = unopened.values();
  // Departments do without one another, none without the plan office.
  if (
    first &&
    (unopened.has('plan') || !departmentCodes.some((code) => local.has(code) || remote.has(code)))
  ) {
    await Promise.all([...local.values()].map((subgraph) => subgraph.close()));
    throw unopened.get('plan') ?? first;
  }
  return { local, unopened };
}
