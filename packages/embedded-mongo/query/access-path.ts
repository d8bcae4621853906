import { type IndexTable } from '../storage/index-table';
import { type IndexField } from '../storage/index-spec';
import { intersectBounds, type Bounds, type Branch } from './bounds';
import { fieldRanges, type KeyFilter } from './key-filter';
import { coalesce, everythingAfter, toByteRange, type ByteRange } from './byte-ranges';
import { EVERYTHING, holds, isPoint, type Interval } from './intervals';
import { invert } from '../values/key-encoding';
import { type SortField } from './sort-spec';

/** Ranges of an index that are read one after the other; several groups are merged by what follows the prefix. */
export interface ScanGroup {
  /** Length of the fixed beginning of the group's keys. */
  readonly prefixLength: number;
  readonly ranges: readonly ByteRange[];
}

/** A way to read candidates from one index. */
export interface IndexPath {
  readonly kind: 'index';
  readonly index: IndexTable;
  readonly groups: readonly ScanGroup[];
  readonly reverse: boolean;
  readonly sorted: boolean;
  /** What is still to be asked of each key in the ranges; undefined when that is nothing. */
  readonly filter?: KeyFilter;
  /** Every key that is left is a match, so the document need not be asked. */
  readonly exact: boolean;
  /** Fields whose conditions the keys answer, where there are no alternatives. */
  readonly answered: ReadonlySet<string>;
  /** A document may turn up more than once. */
  readonly repeats: boolean;
  readonly bounded: boolean;
  /** How many of the index's first fields have one value each in every range. */
  readonly fixedFields: number;
  /** For `explain`: per branch, each field's intervals. */
  readonly bounds: readonly (readonly (readonly Interval[])[])[];
}

interface Scan {
  readonly parts: readonly Buffer[];
  readonly range: ByteRange;
}

interface BranchScans {
  readonly scans: readonly Scan[];
  readonly exact: boolean;
  readonly answered: ReadonlySet<string>;
  readonly bounded: boolean;
  /** Some field is bounded that the ranges do not bound. */
  readonly filtered: boolean;
  readonly bounds: readonly (readonly Interval[])[];
  /** Paths that have one value in the branch, by that value's bytes. */
  readonly constants: ReadonlyMap<string, Buffer>;
}

/** More combinations of points than this are not worth a seek each. */
const MOST_SCANS = 500;

/** How the index serves the alternatives of a filter, and the sort where it can. */
export function indexPath(
  index: IndexTable,
  branches: readonly Branch[],
  sort: readonly SortField[],
): IndexPath {
  const each = branches.map((branch) => scansOf(index, branch));
  const scans = each.flatMap(({ scans: own }) => own);
  const order = sort.length === 0 ? undefined : sortOrder(index.fields, index.multikey, each, sort);
  const groups = groupBy(scans, order?.from ?? 0);
  return {
    kind: 'index',
    index,
    groups,
    filter: each.some(({ filtered }) => filtered)
      ? { branches: each.map(({ bounds }) => fieldRanges(index.fields, bounds)) }
      : undefined,
    reverse: order?.reverse ?? false,
    sorted: sort.length === 0 || order !== undefined,
    exact: each.every(({ exact }) => exact),
    answered: each.length === 1 && each[0] ? each[0].answered : new Set(),
    repeats: index.isMultikey && !hasFixedArrays(index, each),
    bounded: each.every(({ bounded }) => bounded),
    fixedFields: scans.length === 1 ? (scans[0]?.parts.length ?? 0) : 0,
    bounds: each.map(({ bounds }) => bounds),
  };
}

/** Whether every field with several values has one value in all that is read: then a document has one key there. */
function hasFixedArrays(index: IndexTable, [branch, ...others]: readonly BranchScans[]): boolean {
  return others.length === 0 && index.multikey.every((flag, i) => !flag || isFixed(branch?.bounds[i] ?? []));
}

function isFixed([only, ...others]: readonly Interval[]): boolean {
  return only !== undefined && others.length === 0 && isPoint(only);
}

function scansOf(index: IndexTable, branch: Branch): BranchScans {
  const bounds: (readonly Interval[])[] = [];
  const constants = new Map<string, Buffer>();
  const used = new Set<string>();
  const answered = new Set<string>();
  let prefixes: Buffer[][] = [[]];
  let ranges: Scan[] | undefined;
  let [bounded, filtered] = [false, false];
  for (const [i, field] of index.fields.entries()) {
    const own = fieldBounds(index, i, branch, used);
    const intervals = own?.intervals ?? [EVERYTHING];
    bounds.push(intervals);
    if (own) {
      used.add(field.path);
      if (index.multikey[i] ? own.exact : own.exactAlone) answered.add(field.path);
      const [only] = intervals;
      if (only && isFixed(intervals) && !index.multikey[i]) constants.set(field.path, only.low.key);
    }
    if (ranges) {
      filtered ||= own !== undefined;
      continue;
    }
    bounded ||= own !== undefined && !own.negative;
    if (own && intervals.every(isPoint) && prefixes.length * intervals.length <= MOST_SCANS) {
      prefixes = prefixes.flatMap((parts) =>
        intervals.map(({ low: { key } }) => [...parts, field.descending ? invert(key) : key]),
      );
    } else if (own) {
      ranges = prefixes.flatMap((parts) =>
        intervals.map((interval) => ({
          parts,
          range: toByteRange(interval, Buffer.concat(parts), field.descending),
        })),
      );
    } else {
      ranges = prefixes.map((parts) => ({ parts, range: everythingAfter(Buffer.concat(parts)) }));
    }
  }
  ranges ??= prefixes.map((parts) => ({ parts, range: everythingAfter(Buffer.concat(parts)) }));
  const exact = branch.complete && [...branch.fields.keys()].every((path) => answered.has(path));
  return { scans: ranges, exact, answered, bounded, filtered, bounds, constants };
}

/**
 * The bounds of an index field. Where documents have several values in it, two predicates may be met by
 * two of them, so only one bounds the keys, and a negation none; and fields below the same array belong together.
 */
function fieldBounds(
  index: IndexTable,
  i: number,
  branch: Branch,
  used: ReadonlySet<string>,
): Bounds | undefined {
  const field = index.fields[i];
  const given = field && branch.fields.get(field.path);
  if (!field || !given) return undefined;
  if (!index.multikey[i] && !hasPosition(field)) return intersectBounds(given);
  const predicates = given.filter(({ negative }) => !negative);
  if (
    index.fields.some(
      (other, j) => j < i && index.multikey[j] && used.has(other.path) && shareRoot(other, field),
    )
  ) {
    return undefined;
  }
  const points = predicates.find(({ intervals }) => intervals.every(isPoint)) ?? predicates[0];
  if (!points) return undefined;
  // At 'b.0' a document within the array may lack the field '0', of which no key tells.
  if (hasPosition(field) && holds(points.intervals, null)) return undefined;
  const exact = given.length === 1 && points.exact && !hasPosition(field);
  return { ...points, exact, exactAlone: exact };
}

/** Whether a part of the path may be a position in an array: the key is that of the position only. */
export function hasPosition({ parts }: IndexField): boolean {
  return parts.some((part, i) => i > 0 && /^\d+$/.test(part));
}

function shareRoot(a: IndexField, b: IndexField): boolean {
  return a.parts[0] === b.parts[0];
}

/** From which field on the index's order is the sort's, and in which direction; undefined when it is not. */
function sortOrder(
  fields: readonly IndexField[],
  multikey: readonly boolean[],
  branches: readonly BranchScans[],
  sort: readonly SortField[],
): { from: number; reverse: boolean } | undefined {
  const constants = sharedConstants(branches);
  const wanted = sort.filter(({ path }) => !constants.has(path));
  const fixed = Math.min(
    ...branches.flatMap(({ scans }) => scans.map(({ parts }) => parts.length)),
    fields.length,
  );
  for (let from = 0; from <= fixed; from++) {
    const reverse = matchSort(fields, multikey, from, wanted, constants);
    if (reverse !== undefined) return { from, reverse };
  }
  return undefined;
}

function matchSort(
  fields: readonly IndexField[],
  multikey: readonly boolean[],
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
    const opposite = field.descending !== descending;
    if (reverse !== undefined && reverse !== opposite) return undefined;
    reverse = opposite;
    at++;
  }
  return reverse ?? false;
}

function sharedConstants(branches: readonly BranchScans[]): Set<string> {
  const [first, ...rest] = branches;
  const shared = new Set<string>();
  for (const [path, value] of first?.constants ?? []) {
    if (rest.every(({ constants }) => constants.get(path)?.equals(value))) shared.add(path);
  }
  return shared;
}

function groupBy(scans: readonly Scan[], from: number): ScanGroup[] {
  const groups = new Map<string, { prefixLength: number; ranges: ByteRange[] }>();
  for (const { parts, range } of scans) {
    const prefix = Buffer.concat(parts.slice(0, from));
    const key = prefix.toString('latin1');
    const group = groups.get(key) ?? { prefixLength: prefix.length, ranges: [] };
    group.ranges.push(range);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ prefixLength, ranges }) => ({ prefixLength, ranges: coalesce(ranges) }));
}
