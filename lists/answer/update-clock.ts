import type { Page } from '../contract/selector';
import { instantOfKey } from '../contract/sort-keys';

/** In milliseconds. Stamps are a little ahead of the machine's clock when progress entries come fast. */
const clockJitter = 1_000;

/** In milliseconds. The plan office's clock may be a little ahead of this machine's; it is followed no further. */
const trustedLead = 60_000;

/**
 * Stamps progress entries so that each is later than every list that did not show it, by whatever clock: a list as of
 * 10:00:00.700 was shown, so the next entry is stamped 10:00:00.701 at the earliest. The clock is of one process. Where
 * a department runs several, their stamps differ by as much as their clocks do.
 */
export class UpdateClock {
  #shown = 0;
  #latest = 0;
  readonly #underWay = new Set<Promise<unknown>>();

  /** Runs the filing of a progress entry, which lists wait for. */
  async file<T>(run: () => Promise<T>): Promise<T> {
    const filing = run();
    this.#underWay.add(filing);
    try {
      return await filing;
    } finally {
      this.#underWay.delete(filing);
    }
  }

  /** Makes every later stamp later than a stored key, though the machine's clock was set back meanwhile. */
  continueAfter(key: string): void {
    this.#latest = Math.max(this.#latest, Date.parse(instantOfKey(key)));
  }

  /**
   * The instant of a progress entry: later than all lists that were shown and all earlier entries.
   * @param key the target's key in the order UPDATED
   */
  stamp(key: string, now: Date): Date {
    this.continueAfter(key);
    this.#latest = Math.max(now.getTime(), this.#shown + 1, this.#latest + 1);
    return new Date(this.#latest);
  }

  /** Whether the machine's clock was set back: entries are then stamped later than any list as of now would show. */
  get isAhead(): boolean {
    return this.#latest > Date.now() + clockJitter;
  }

  /**
   * Called before lists are read. Entries that begin from now on are stamped later than the pages' instants; those under
   * way are done when this returns, or have failed.
   */
  async show(pages: readonly Page[]): Promise<void> {
    const instants = pages.flatMap(({ asOf }) => (asOf === undefined ? [] : [Date.parse(asOf)]));
    if (instants.length === 0) return;
    const latestTrusted = Date.now() + trustedLead;
    this.#shown = Math.max(this.#shown, ...instants.map((instant) => Math.min(instant, latestTrusted)));
    await Promise.allSettled(this.#underWay);
  }
}
