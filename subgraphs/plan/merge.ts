import { departmentCodes, entityNames } from '../../schema/departments';
import { DISTRICT, EVERY_TOWN, type Page, type Selector, type TargetConditions } from '../kit';
import type { Context } from './context';
import { encodeCursor } from './cursor';
import { isTown, type Connection } from './selectors';
import type { PlaceReach } from './types.generated';

export interface Row {
  readonly id: string;
  readonly key: string;
  /** Of search rows: the hit's type. */
  readonly type?: string;
  readonly highlights?: readonly string[];
  readonly coverage?: readonly { readonly scope: string; readonly evidence: string }[];
}

export interface Slice {
  readonly rows?: readonly Row[];
  readonly preceded?: boolean;
  readonly total?: number;
  readonly facets?: readonly { readonly dimension: string; readonly value: string; readonly count: number }[];
}

const sliceOf = (gathered: Connection, code: string) => gathered[code] as Slice | null | undefined;

/** The slices of those who answered, with who they are. */
export function answers(gathered: Connection): [code: string, slice: Slice][] {
  return departmentCodes.flatMap((code): [string, Slice][] => {
    const slice = sliceOf(gathered, code);
    return slice ? [[code, slice]] : [];
  });
}

/** Departments that the list is about and that could not answer. */
export function missing(
  gathered: Connection,
  asked: readonly string[] = departmentCodes,
): { code: string }[] {
  return departmentCodes
    .filter((code) => asked.includes(code) && !sliceOf(gathered, code))
    .map((code) => ({ code }));
}

export interface MergedPage<R extends Row> {
  /** In the list's order. */
  readonly rows: R[];
  /** Whether the departments hold more beyond the page, in reading direction. */
  readonly more: boolean;
}

/** Merges rows that are each in reading order. `backwards`: keys descend in reading order. */
export function mergeRows<R extends Row>(
  lists: readonly (readonly R[])[],
  page: Page,
  backwards: boolean,
): MergedPage<R> {
  const sign = backwards ? -1 : 1;
  const all = lists.flat().sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0));
  const rows = all.slice(0, page.take);
  return { rows: page.from === 'END' ? rows.reverse() : rows, more: all.length > page.take };
}

/** Each department's rows with the type of the entity that they stand for. */
export function typedRows(gathered: Connection, kind: 'target' | 'result'): (Row & { type: string })[][] {
  return answers(gathered).map(([code, { rows = [] }]) =>
    rows.map((row) => ({ ...row, type: entityNames(code)[kind] })),
  );
}

/** A row as the reference that the gateway resolves at its owner. */
export function referenceOf({ type = '', id }: Row) {
  return { __typename: type, id, ref: id };
}

export function pageInfoOf(order: string, page: Page, { rows, more }: MergedPage<Row>, preceded: boolean) {
  const [first, last] = [rows.at(0), rows.at(-1)];
  const beyond = more || (page.from === 'START' ? page.before : page.after) !== undefined;
  return {
    hasNextPage: page.from === 'START' ? beyond : preceded,
    hasPreviousPage: page.from === 'START' ? preceded : beyond,
    startCursor: first ? encodeCursor(order, first.key) : null,
    endCursor: last ? encodeCursor(order, last.key) : null,
  };
}

/** Why each row belongs to the selector's place, strongest reach first; nothing when the list is of no place. */
export async function reachOf(
  { place: id }: Selector<TargetConditions>,
  { loaders }: Context,
): Promise<(row: Row) => { reach: PlaceReach | null; evidence: string | null }> {
  const place = id === undefined ? null : await loaders.place.load(id);
  if (!place) return () => ({ reach: null, evidence: null });
  const inside = new Map((await loaders.placesIn.load(place._id)).map((each) => [each._id, each]));
  return ({ coverage = [] }) => {
    const evidenceOf = (covers: (scope: string) => boolean) => coverage.find(({ scope }) => covers(scope));
    const named = evidenceOf((scope) => scope === place._id);
    if (named) return { reach: 'NAMED', evidence: named.evidence };
    const everyTown = isTown(place) ? evidenceOf((scope) => scope === EVERY_TOWN) : undefined;
    if (everyTown) return { reach: 'EVERY_TOWN', evidence: everyTown.evidence };
    const within = evidenceOf((scope) => inside.has(scope));
    if (within) return { reach: 'WITHIN', evidence: inside.get(within.scope)?.evidence ?? within.evidence };
    const district = evidenceOf((scope) => scope === DISTRICT);
    return { reach: district ? 'DISTRICT' : null, evidence: district?.evidence ?? null };
  };
}
