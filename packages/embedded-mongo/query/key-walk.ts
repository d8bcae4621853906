import { type Transaction } from 'lmdb';
import { advance, KeyView } from '../storage/key-view';
import { type IndexPath } from './access-path';
import { type ByteRange } from './byte-ranges';
import { KeyMatcher } from './key-filter';
import { type ReadStatistics } from './read-statistics';

/** After so many keys in a row that do not match, the walk seeks the next key that may. */
const STEPS_BEFORE_SEEK = 32;

/** Goes through the keys of an index in ranges, without copying them, and stops at each key that meets the path's filter. */
export class KeyWalk {
  /** The key where the walk stands. */
  readonly key = new KeyView();
  /** How many first bytes the key shares with the key where the walk stood before. */
  common = 0;
  readonly #matchers: readonly KeyMatcher[];
  #matched: KeyMatcher | undefined;
  #keys: Iterator<unknown> | undefined;
  #range = 0;
  #from: Buffer | undefined;
  #misses = 0;
  readonly #ranges: readonly ByteRange[];

  constructor(
    private readonly path: IndexPath,
    ranges: readonly ByteRange[],
    private readonly transaction: Transaction | undefined,
    private readonly statistics: ReadStatistics,
    /** The last field whose place in the keys is asked for. */
    wanted = -1,
  ) {
    this.#ranges = path.reverse ? [...ranges].reverse() : ranges;
    const { fields } = path.index;
    const branches = path.filter?.branches ?? (wanted < 0 ? [] : [fields.map(() => undefined)]);
    this.#matchers = branches.map((branch) => new KeyMatcher(fields, branch, wanted));
  }

  /** Goes to the next key; false when there is none. */
  next(): boolean {
    this.common = Infinity;
    for (;;) {
      const keys = (this.#keys ??= this.#open());
      if (!keys) return false;
      if (!advance(this.key, keys)) {
        this.#keys = this.#from = undefined;
        this.#range++;
        continue;
      }
      this.statistics.keys++;
      this.common = Math.min(this.common, this.key.common);
      if (this.#matches()) return true;
      if (++this.#misses >= STEPS_BEFORE_SEEK && !this.path.reverse) this.#seek();
    }
  }

  /** Where a field lies in the key. */
  startOf(field: number): number {
    return this.#matched?.startOf(field) ?? 0;
  }

  endOf(field: number): number {
    return this.#matched?.endOf(field) ?? 0;
  }

  close(): void {
    this.#keys?.return?.();
    this.#keys = undefined;
    this.#range = this.#ranges.length;
  }

  #matches(): boolean {
    const matchers = this.#matchers;
    if (matchers.length === 0) return true;
    this.#matched = undefined;
    // Every matcher has to see every key, also where one before it matches.
    for (const matcher of matchers) if (matcher.matches(this.key)) this.#matched ??= matcher;
    if (!this.#matched) return false;
    this.#misses = 0;
    return true;
  }

  #open(): Iterator<unknown> | undefined {
    const range = this.#ranges[this.#range];
    if (!range) return undefined;
    const { start, end } = range;
    const { table } = this.path.index;
    const transaction = this.transaction;
    const keys = this.path.reverse
      ? table.getKeys({ start: end, end: start, reverse: true, inclusiveEnd: true, transaction })
      : table.getKeys({ start: this.#from ?? start, end, transaction });
    return keys[Symbol.iterator]();
  }

  /** Goes on at the next key that some branch may match. */
  #seek(): void {
    this.#misses = 0;
    const targets = this.#matchers
      .map((matcher) => matcher.next(this.key))
      .filter((each) => each !== undefined);
    const [first, ...others] = targets;
    if (!first) return this.close();
    const target = others.reduce((least, each) => (Buffer.compare(each, least) < 0 ? each : least), first);
    this.#keys?.return?.();
    this.#keys = undefined;
    while (
      this.#range < this.#ranges.length &&
      Buffer.compare(this.#ranges[this.#range]?.end ?? target, target) <= 0
    )
      this.#range++;
    this.#from = Buffer.compare(this.#ranges[this.#range]?.start ?? target, target) < 0 ? target : undefined;
  }
}
