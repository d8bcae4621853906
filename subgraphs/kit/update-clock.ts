import type { Page } from './selector';
import { instantOfKey } from './sort-keys';

/**
 * Puts reports, and the lists that are ordered by them, one after the other: a report that a list did not show is later
 * than the list, by whatever clock. Of one process; where a department runs several, those of the others may be off by
 * as much as their clocks.
 */
export class UpdateClock {
  #shown = 0;
  readonly #reports = new Set<Promise<unknown>>();

  /** Runs a report, which lists wait for. */
  async report<T>(run: () => Promise<T>): Promise<T> {
    const report = run();
    this.#reports.add(report);
    try {
      return await report;
    } finally {
      this.#reports.delete(report);
    }
  }

  /** The instant at which a report moves a target: after all lists so far, and after what moved it before. */
  after(key: string, now: Date): Date {
    return new Date(Math.max(now.getTime(), this.#shown + 1, Date.parse(instantOfKey(key)) + 1));
  }

  /** Before a list is read: reports that begin from now on are later than it, and those under way are done. */
  async show(pages: readonly Page[]): Promise<void> {
    const instants = pages.flatMap(({ asOf }) => (asOf === undefined ? [] : [Date.parse(asOf)]));
    if (instants.length === 0) return;
    this.#shown = Math.max(this.#shown, ...instants.map((instant) => Math.min(instant, latestTrusted())));
    await Promise.allSettled(this.#reports);
  }
}

/** The clock of who asks may be a little ahead; one that is far ahead must not take the reports' along. */
const latestTrusted = (): number => Date.now() + 60_000;
