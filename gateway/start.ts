import { pino, type Logger } from 'pino';
import { readLogLevel, type Environment, type Log } from '../subgraphs/kit';
import { subgraphs } from '../subgraphs/registry';
import { readGatewayConfig, type GatewayConfig } from './config';
import { closeSubgraphs, openLocalSubgraphs, type LocalSubgraphs } from './local-subgraphs';
import { startGateway, type Gateway } from './server';

export interface RunningSystem extends LocalSubgraphs {
  readonly gateway: Gateway;
  readonly config: GatewayConfig;
  /** @param notice milliseconds for which requests are still taken */
  close(notice?: number): Promise<void>;
}

interface StartOptions {
  readonly env?: Environment;
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
  const names = subgraphs.map(({ name }) => name);
  const config = readGatewayConfig(names, env);
  const { local, unopened } = await openLocalSubgraphs(config.remote, env, log);
  for (const [subgraph, err] of unopened)
    logger.error({ subgraph, err }, 'a department is not served: its store could not be opened');
  const page = console ? { log } : undefined;
  try {
    const options = { config, local, unopened: unopened.keys(), logger, onFetch, console: page };
    const gateway = await startGateway(options);
    const close = async (notice?: number) => {
      await gateway.close(notice);
      await closeSubgraphs(local);
    };
    return { gateway, config, local, unopened, close };
  } catch (error) {
    await closeSubgraphs(local);
    throw error;
  }
}

/** Structured logs go to standard error; standard output is for people. */
export function createLogger(): Logger {
  return pino({ level: readLogLevel(), base: undefined }, pino.destination(2));
}
