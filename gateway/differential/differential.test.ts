import { runDifferential } from './run';
import { startJudgedSystem, transports, type JudgedSystem } from './system';

/** Few at a time, so that one failure does not hide those of other seeds. More by hand: `npm run fuzz`. */
const seeds = [20230105, 20230227, 2022, 34];
const runs = 50;

describe.each(transports)(
  '%s: generated operations are answered as by plain graphql-js over the seeds',
  (transport) => {
    let system: JudgedSystem;
    beforeAll(async () => {
      system = await startJudgedSystem(transport);
    }, 120_000);
    afterAll(() => system.close());

    it.each(seeds)(
      'with seed %i',
      async (seed) => {
        const { judged, failure } = await runDifferential(system, { seed, runs, shrinkFor: 10_000 });

        expect(failure).toBeNull();
        expect(judged).toBe(runs);
      },
      120_000,
    );
  },
);
