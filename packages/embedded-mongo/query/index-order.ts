import { type IndexTable } from '../storage/index-table';
import { type BranchScans } from './index-scans';
import { type SortField } from './sort-spec';

/** Where in an index the order of a sort begins, and in which direction it is read. */
interface IndexOrder {
  /** The position of the field; all fields before it have one value in each range. */
  readonly from: number;
  readonly reverse: boolean;
}

/**
 * How an index gives the order of a sort; undefined where it does not. With the index (a, b, c):
 *
 *     { a: 1 } sorted by b, c        → from 1
 *     { a: 1, b: 2 } sorted by b, -c → from 2, in reverse: b is constant, so that only c counts
 *     { a: { $in: [1, 2] } } by b    → from 1: the ranges of a = 1 and of a = 2 are merged
 *
 * A multikey field gives no order: a document stands there once per element, and its sort counts the least or the greatest.
 */
export function indexOrder(
  index: IndexTable,
  branches: readonly BranchScans[],
  sort: readonly SortField[],
): IndexOrder | undefined {
  const constants = sharedConstants(branches);
  const wanted = sort.filter(({ path }) => !constants.has(path));
  const fixed = branches.flatMap(({ scans }) => scans.map((scan) => scan.fixed.length));
  const last = Math.min(...fixed, index.fields.length);
  for (let from = 0; from <= last; from++) {
    const reverse = directionFrom(index, from, wanted, constants);
    if (reverse !== undefined) return { from, reverse };
  }
  return undefined;
}

/** Whether the fields from a position on have the reverse of the wanted order; undefined where they have neither. */
function directionFrom(
  { fields, multikey }: IndexTable,
  from: number,
  wanted: readonly SortField[],
  constants: ReadonlySet<string>,
): boolean | undefined {
  let reverse: boolean | undefined;
  let at = from;
  for (const { path, descending } of wanted) {
    while (fields[at] && fields[at]?.path !== path && constants.has(fields[at]?.path ?? '')) at++;
    const field = fields[at];
    if (field?.path !== path || multikey[at]) return undefined;
    const isOpposite = field.descending !== descending;
    if (reverse !== undefined && reverse !== isOpposite) return undefined;
    reverse = isOpposite;
    at++;
  }
  return reverse ?? false;
}

/** Fields that have the same one value in all branches. */
function sharedConstants([first, ...others]: readonly BranchScans[]): Set<string> {
  const shared = [...(first?.constants ?? [])].filter(([path, value]) =>
    others.every(({ constants }) => constants.get(path)?.equals(value)),
  );
  return new Set(shared.map(([path]) => path));
}
