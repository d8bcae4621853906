import fc from 'fast-check';
import { showCounterexample } from './counterexample';
import { validOperations } from './generate';
import { judge } from './judge';
import { createOracle, type Oracle } from './oracle';
import type { JudgedSystem } from './system';

export interface RunOptions {
  readonly seed: number;
  readonly runs: number;
  /** Where a failing run left off, as it was printed: begins there. */
  readonly path?: string;
  /** Stops shrinking after so long. In milliseconds. */
  readonly shrinkFor?: number;
}

export interface RunResult {
  /** Of operations that were judged, without those of shrinking. */
  readonly judged: number;
  /** The failure, shrunk; null when there is none. */
  readonly failure: string | null;
}

/** Judges generated operations until one is answered otherwise than by the oracle, and makes that one small. */
export async function runDifferential(
  system: JudgedSystem,
  { seed, runs, path, shrinkFor = 60_000 }: RunOptions,
  oracle: Oracle = createOracle(),
): Promise<RunResult> {
  let failedAt: number | null = null;
  const agrees = fc.asyncProperty(validOperations(oracle), async (operation) => {
    if (failedAt !== null && Date.now() - failedAt > shrinkFor) return;
    const difference = await judge(operation, oracle, system);
    if (!difference) return;
    failedAt ??= Date.now();
    throw new Error(showCounterexample(system.transport, operation, difference));
  });
  const { failed, numRuns, counterexamplePath, errorInstance } = await fc.check(agrees, {
    seed,
    numRuns: runs,
    path: path ?? '',
  });
  if (!failed) return { judged: numRuns, failure: null };
  const shown = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return { judged: numRuns, failure: `${shown}\nagain: --seed ${seed} --path ${counterexamplePath}` };
}
