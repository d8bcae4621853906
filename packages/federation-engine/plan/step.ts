import type { Run } from '../tree/run';

/** One part of a plan, ready to run: it fetches, and grows the tree of the run. */
export type Step = (run: Run) => Promise<void>;
