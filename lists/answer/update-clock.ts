import type { Page } from '../contract/selector';
import { instantOfKey } from '../contract/sort-keys';

/** Stamps run ahead of the machine's clock by a few milliseconds when reports come fast; a clock set back is further off. */
const clockJitter = 1_000;

/**
 * Puts reports, and the lists that are ordered by them, one after the other: a report that a list did not show is later
 * than the list, by whatever clock. Of one process; where a department runs several, those of the others may be off by
 * as much as their clocks.
 */
export class UpdateClock {
  #shown = 0;
  #latest = 0;
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

  /** Goes on after a stored key: no later stamp is earlier, however the machine's clock was set meanwhile. */
  continueAfter(key: string): void {
    this.#latest = Math.max(this.#latest, Date.parse(instantOfKey(key)));
  }

  /** The instant of a report: after all lists and all reports so far, those of the same target among them. */
  stamp(key: string, now: Date): Date {
    this.continueAfter(key);
    this.#latest = Math.max(now.getTime(), this.#shown + 1, this.#latest + 1);
    return new Date(this.#latest);
  }

  /** Whether the machine's clock was set back behind a report: lists as of now would not show it where it is. */
  get isAhead(): boolean {
    return this.#latest > Date.now() + clockJitter;
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
