import {
  decodeResultSelector,
  decodeSearchSelector,
  decodeTargetSelector,
  type Order,
  type Page,
} from '../../subgraphs/kit';
import { compareKeys } from '../../subgraphs/kit';
import { quote, type JsonObject } from './rules';
import type { Representation } from './entities';

interface Row {
  readonly id?: string;
  readonly key?: string;
}

/** A slice, with the fields that were asked for. */
interface Slice {
  readonly answered?: boolean;
  readonly rows?: readonly Row[];
  readonly total?: number;
  readonly facets?: readonly {
    readonly dimension: string;
    readonly value: string;
    readonly count: number;
  }[];
}

/** A search has no `order`: its keys rise from the best hit on. */
type ListSelector = { readonly order?: Order; readonly page: Page };

function decodeSelector({ __typename, selector }: Representation): ListSelector {
  if (__typename === 'SearchConnection') return decodeSearchSelector(selector);
  return __typename === 'ResultConnection' ? decodeResultSelector(selector) : decodeTargetSelector(selector);
}

/** Why a slice cannot be the answer to its selector; undefined when it can. */
export function sliceProblem(
  value: JsonObject,
  representation: Representation | undefined,
): string | undefined {
  const { answered, rows, total, facets }: Slice = value;
  if (answered === false) return 'says that the department has not answered';
  if (total !== undefined && total < 0) return `must have a total that is not negative, but has: ${total}`;
  return (facets && facetsProblem(facets)) ?? (rows && rowsProblem(rows, representation));
}

function facetsProblem(facets: NonNullable<Slice['facets']>): string | undefined {
  const negative = facets.find(({ count }) => count < 0);
  if (negative) return `must have counts that are not negative, but has: ${quote(negative)}`;
  const values = facets.map(({ dimension, value }) => `${dimension} ${value}`);
  const twice = firstRepeated(values);
  return twice === undefined ? undefined : `must count each value once, but has twice: ${quote(twice)}`;
}

function rowsProblem(rows: readonly Row[], representation: Representation | undefined): string | undefined {
  if (!representation) return undefined;
  const { order, page } = decodeSelector(representation);
  if (rows.length > page.take + 1) return `must have at most ${page.take + 1} rows, but has: ${rows.length}`;
  const twice = firstRepeated(rows.flatMap(({ id = [] }) => id));
  if (twice !== undefined) return `must have each row once, but has twice: ${quote(twice)}`;
  return keysProblem(
    rows.flatMap(({ key = [] }) => key),
    order?.direction !== 'DESC',
    page,
  );
}

/**
 * Rows come in the order in which a page is filled, from its end backwards when it is taken from the end. So the keys of the
 * ascending list a, b, c, d are `a, b, c` for `take: 2, from: "START"`, and `d, c, b` from `"END"`, one row more than the page.
 * Every key lies strictly between the page's `after` and `before`.
 */
function keysProblem(keys: readonly string[], ascending: boolean, page: Page): string | undefined {
  const isRising = ascending === (page.from === 'START');
  const at = keys.findIndex((key, index) => {
    const before = keys[index - 1];
    return before !== undefined && !isBefore(before, key, isRising);
  });
  if (at > 0) return `must have rows in order, but has ${quote(keys[at - 1])} before ${quote(keys[at])}`;
  const { after, before } = page;
  const beyond = keys.find(
    (key) =>
      (after !== undefined && !isBefore(after, key, ascending)) ||
      (before !== undefined && !isBefore(key, before, ascending)),
  );
  return beyond === undefined ? undefined : `must have rows of its page, but has: ${quote(beyond)}`;
}

const isBefore = (a: string, b: string, ascending: boolean): boolean =>
  ascending ? compareKeys(a, b) < 0 : compareKeys(a, b) > 0;

function firstRepeated(values: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return values.find((value) => seen.size === seen.add(value).size);
}
