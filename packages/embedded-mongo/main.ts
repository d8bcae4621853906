import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from './embedded-mongo';

const DEFAULT_PORT = 27017;

/** `npm run store -- --port 27017 --data-dir .data`: serves the embedded store alone, until it is stopped. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'data-dir': { type: 'string' } } });
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port must be a port number, but got: ${String(values.port)}`);
  const store = await startEmbeddedMongo({
    dataDir: values['data-dir'] ?? process.env.DATA_DIR ?? '.data',
    port,
  });
  console.log(`Embedded store: ${store.uri}\nData: ${store.dataDir}`);
  console.log(
    'For one machine, for trying out and for tests. It has no access control and no replicas; for more, run MongoDB.',
  );
  const stop = (): void => void store.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
