import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from './embedded-mongo';

const DEFAULT_PORT = 27017;

/** Serves a data directory until the process is stopped: `--port` or `PORT`, `--data-dir` or `DATA_DIR`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'data-dir': { type: 'string' } } });
  const store = await startEmbeddedMongo({
    dataDir: values['data-dir'] ?? (process.env.DATA_DIR || '.data'),
    port: values.port === undefined ? readPort('PORT', process.env.PORT) : readPort('--port', values.port),
  });
  console.log(`Embedded store: ${store.uri}\nData: ${store.dataDir}`);
  console.log(
    'For one machine, for trying out and for tests. It has no access control and no replicas; for more, run MongoDB.',
  );
  const stop = (): void => void store.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function readPort(name: string, given: string | undefined): number {
  const port = Number(given || DEFAULT_PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(`${name} must be a port number from 0 to 65535, but got: ${given}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
