import { parseArgs } from 'node:util';
import { generatePlan, scaleEnvironment } from './generate-plan';

/**
 * `npm run bench:generate -- --size 10000` writes a synthetic plan of 10,000 targets, by default into
 * `.data/scale-10000`. `--only economy,safety` writes the databases of these subgraphs, so that several processes can
 * share the work.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { size: { type: 'string' }, only: { type: 'string' } } });
  const size = Number(values.size);
  await generatePlan(size, scaleEnvironment(size), console.log, values.only?.split(','));
}

main().catch((error: unknown) => {
  console.error(`Cannot generate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
