import { type IndexTable } from '../storage/index-table';
import { type IndexPath, type ScanGroup } from './access-path';
import { type Branch } from './branches';
import { coalesce, type ByteRange } from './byte-ranges';
import { indexOrder } from './index-order';
import { isOnePoint, scansOf, type BranchScans, type Scan } from './index-scans';
import { fieldRanges } from './key-filter';
import { type SortField } from './sort-spec';

/** How an index serves the branches of a filter, and the sort where it can: "What a key proves" in README.md. */
export function indexPath(
  index: IndexTable,
  branches: readonly Branch[],
  sort: readonly SortField[],
): IndexPath {
  const each = branches.map((branch) => scansOf(index, branch));
  const scans = each.flatMap(({ scans: own }) => own);
  const order = sort.length === 0 ? undefined : indexOrder(index, each, sort);
  const [only, ...others] = each;
  return {
    kind: 'index',
    index,
    groups: groupByPrefix(scans, order?.from ?? 0),
    filter: each.some(({ filtered }) => filtered)
      ? { branches: each.map(({ bounds }) => fieldRanges(index.fields, bounds)) }
      : undefined,
    reverse: order?.reverse ?? false,
    sorted: sort.length === 0 || order !== undefined,
    exact: each.every(({ exact }) => exact),
    answered: only && others.length === 0 ? only.answered : new Set(),
    repeats: index.isMultikey && !hasFixedArrays(index, each),
    bounded: each.every(({ bounded }) => bounded),
    fixedFields: scans.length === 1 ? (scans[0]?.fixed.length ?? 0) : 0,
    bounds: each.map(({ bounds }) => bounds),
  };
}

/** Whether every multikey field has one value in the ranges, so that a document has one key there. */
function hasFixedArrays(index: IndexTable, [branch, ...others]: readonly BranchScans[]): boolean {
  return (
    others.length === 0 && index.multikey.every((flag, i) => !flag || isOnePoint(branch?.bounds[i] ?? []))
  );
}

/** Ranges whose first `fields` fields are the same are read one after the other. */
function groupByPrefix(scans: readonly Scan[], fields: number): ScanGroup[] {
  const groups = new Map<string, { prefixLength: number; ranges: ByteRange[] }>();
  for (const { fixed, range } of scans) {
    const prefix = Buffer.concat(fixed.slice(0, fields));
    const key = prefix.toString('latin1');
    const group = groups.get(key) ?? { prefixLength: prefix.length, ranges: [] };
    group.ranges.push(range);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ prefixLength, ranges }) => ({ prefixLength, ranges: coalesce(ranges) }));
}
