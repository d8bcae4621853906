import { parseArgs } from 'node:util';
import { createOracle } from './oracle';
import { runDifferential } from './run';
import { startJudgedSystem, transports, type Transport } from './system';

/** Operations of one seed. A batch ends at its first failure; the next batch has the next seed. */
const batch = 100;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '500' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      path: { type: 'string' },
      transport: { type: 'string', default: 'both' },
    },
  });
  const wanted = values.transport === 'both' ? transports : [transportOf(values.transport)];
  for (const transport of wanted) {
    const failures = await fuzz(transport, Number(values.seed), Number(values.runs), values.path);
    if (failures > 0) process.exitCode = 1;
  }
}

/** @returns how many of the batches had a failure */
async function fuzz(transport: Transport, seed: number, runs: number, path?: string): Promise<number> {
  const system = await startJudgedSystem(transport);
  const oracle = createOracle();
  let failures = 0;
  for (let done = 0; done < runs; done += batch) {
    const options = { seed: seed + done / batch, runs: Math.min(batch, runs - done), path };
    const { judged, failure } = await runDifferential(system, options, oracle);
    if (failure !== null) failures++;
    console.log(failure ?? `${transport}, seed ${options.seed}: ${judged} operations agree`, '\n');
  }
  await system.close();
  return failures;
}

function transportOf(name: string): Transport {
  const transport = transports.find((each) => each === name);
  if (transport) return transport;
  throw new Error(`--transport must be ${transports.join(', ')} or both, but got: ${name}.`);
}

void main();
