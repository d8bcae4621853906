import { invert } from '../values/key-encoding';
import { type IndexField } from '../storage/index-spec';
import { type IndexTable } from '../storage/index-table';
import { type Bounds } from './bounds';
import { type Branch } from './branches';
import { everythingAfter, toByteRange, type ByteRange } from './byte-ranges';
import { fieldBounds } from './field-bounds';
import { EVERYTHING, isPoint, type Interval } from './intervals';

/** One range of an index's keys. */
export interface Scan {
  /** The encoded values of the first fields, which all keys of the range share. */
  readonly fixed: readonly Buffer[];
  readonly range: ByteRange;
}

/** How one branch of a filter reads an index. */
export interface BranchScans {
  readonly scans: readonly Scan[];
  /** Every key in the ranges whose fields lie in `bounds` stands for a document that matches. */
  readonly exact: boolean;
  /** Fields whose conditions the keys answer. */
  readonly answered: ReadonlySet<string>;
  /** Whether a condition, other than a negation, bounds the ranges. */
  readonly bounded: boolean;
  /** Whether some field is bounded that the ranges leave free. */
  readonly filtered: boolean;
  /** Each field's intervals. */
  readonly bounds: readonly (readonly Interval[])[];
  /** Fields that have one value in the branch, with its encoding. */
  readonly constants: ReadonlyMap<string, Buffer>;
}

/** More combinations of points than this are not worth a seek each. */
const MOST_SCANS = 500;

/**
 * The ranges that an index has for a branch: a combination of points of the first fields, then the intervals of one field.
 * With the index (a, b, c), `{ a: { $in: [1, 2] }, b: { $gt: 5 }, c: 7 }` reads (1, b > 5) and (2, b > 5); c is left to
 * the filter on keys.
 */
export function scansOf(index: IndexTable, branch: Branch): BranchScans {
  const { fields } = index;
  const perField = fieldBounds(index, branch);
  const fixedFields = countFixedFields(perField);
  const scans = combine(fields, perField.slice(0, fixedFields)).flatMap((fixed) =>
    rangesAfter(fixed, fields[fixedFields], perField[fixedFields]),
  );
  const answered = answeredFields(index, perField);
  return {
    scans,
    exact: branch.complete && [...branch.fields.keys()].every((path) => answered.has(path)),
    answered,
    bounded: perField.slice(0, fixedFields + 1).some((bounds) => bounds && !bounds.negative),
    filtered: perField.slice(fixedFields + 1).some((bounds) => bounds !== undefined),
    bounds: perField.map((bounds) => bounds?.intervals ?? [EVERYTHING]),
    constants: constantsOf(index, perField),
  };
}

type PerField = readonly (Bounds | undefined)[];

/** How many of the first fields have points only, and not too many combinations of them. */
function countFixedFields(perField: PerField): number {
  let combinations = 1;
  const end = perField.findIndex((bounds) => {
    if (!bounds?.intervals.every(isPoint)) return true;
    combinations *= bounds.intervals.length;
    return combinations > MOST_SCANS;
  });
  return end < 0 ? perField.length : end;
}

function combine(fields: readonly IndexField[], perField: PerField): readonly (readonly Buffer[])[] {
  return perField.reduce<readonly (readonly Buffer[])[]>(
    (combinations, bounds, i) =>
      combinations.flatMap((fixed) =>
        (bounds?.intervals ?? []).map(({ low: { key } }) => [
          ...fixed,
          fields[i]?.descending ? invert(key) : key,
        ]),
      ),
    [[]],
  );
}

function rangesAfter(
  fixed: readonly Buffer[],
  field: IndexField | undefined,
  bounds: Bounds | undefined,
): readonly Scan[] {
  const prefix = Buffer.concat(fixed);
  if (!field || !bounds) return [{ fixed, range: everythingAfter(prefix) }];
  return bounds.intervals.map((interval) => ({
    fixed,
    range: toByteRange(interval, prefix, field.descending),
  }));
}

function answeredFields({ fields, multikey }: IndexTable, perField: PerField): Set<string> {
  const answers = (_: IndexField, i: number): boolean =>
    (multikey[i] ? perField[i]?.exact : perField[i]?.exactAlone) === true;
  return new Set(fields.filter(answers).map(({ path }) => path));
}

function constantsOf({ fields, multikey }: IndexTable, perField: PerField): Map<string, Buffer> {
  const constants = new Map<string, Buffer>();
  for (const [i, { path }] of fields.entries()) {
    const [only] = perField[i]?.intervals ?? [];
    if (only && isOnePoint(perField[i]?.intervals ?? []) && !multikey[i]) constants.set(path, only.low.key);
  }
  return constants;
}

export function isOnePoint([only, ...others]: readonly Interval[]): boolean {
  return only !== undefined && others.length === 0 && isPoint(only);
}
