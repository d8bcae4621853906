import fc from 'fast-check';
import { showCounterexample } from './counterexample';
import { validOperations } from './generate';
import { judge } from './judge';
import { createOracle, type Oracle } from './oracle';
import type { JudgedSystem } from './system';

export interface RunOptions {
  readonly seed: number;
  readonly runs: number;
  /** The path that a failing run has printed; the run begins there. */
  readonly path?: string;
  /** Milliseconds after which shrinking stops. */
  readonly shrinkFor?: number;
}

export interface RunResult {
  /** The operations that were judged, without those of shrinking. */
  readonly judged: number;
  /** The shrunk failure as text; null when every answer agreed. */
  readonly failure: string | null;
}

/** Judges generated operations up to the first that the system and the oracle answer differently, and shrinks it. */
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
