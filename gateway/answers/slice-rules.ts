import {
  decodeResultSelector,
  decodeSearchSelector,
  decodeTargetSelector,
  type Order,
  type Page,
} from '../../subgraphs/kit';
import { quote, type JsonObject } from './rules';
import type { Representation } from './entities';

interface Row {
  readonly id?: string;
  readonly key?: string;
}

/** A slice as the schema has it, as far as it was asked for. */
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

/** Searches have no order of their own: the best comes first, which is the lowest key. */
type ListSelector = { readonly order?: Order; readonly page: Page };

function decodeSelector({ __typename, selector }: Representation): ListSelector {
  if (__typename === 'SearchConnection') return decodeSearchSelector(selector);
  return __typename === 'ResultConnection' ? decodeResultSelector(selector) : decodeTargetSelector(selector);
}

/** Why a slice cannot be an answer to its selector; undefined when it can. */
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

/** Keys rise or fall strictly in reading order, and lie between the page's bounds, which are in the order's direction. */
function keysProblem(keys: readonly string[], ascending: boolean, page: Page): string | undefined {
  const rising = ascending === (page.from === 'START');
  const at = keys.findIndex((key, index) => {
    const before = keys[index - 1];
    return before !== undefined && !isBefore(before, key, rising);
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
  ascending ? compareBytes(a, b) < 0 : compareBytes(a, b) > 0;

/** Code units, which strings compare by, are in another order than bytes where characters take two of them. */
const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function firstRepeated(values: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return values.find((value) => seen.size === seen.add(value).size);
}
