import { readSubgraphConfig, serveSubgraph } from './kit';
import { subgraphs } from './registry';

/** `npm run subgraph -- economy`: one subgraph alone, on its own port with its own database. */
async function main(): Promise<void> {
  const names = subgraphs.map(({ name }) => name);
  const entry = subgraphs.find(({ name }) => name === process.argv[2]);
  if (!entry)
    throw new Error(`Name one subgraph of ${names.join(', ')}, but got: ${process.argv[2] ?? 'none'}.`);
  const definition = await entry.load();
  const config = readSubgraphConfig(entry.name, entry.port);
  const subgraph = await definition.open(config, (line) => console.log(line));
  const server = await serveSubgraph(subgraph, config);
  console.log(`${entry.name}: ${server.url}\nstore: ${subgraph.storeDescription}`);
  const stop = async () => {
    await server.close();
    await subgraph.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

main().catch((error: unknown) => {
  console.error(`Cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
