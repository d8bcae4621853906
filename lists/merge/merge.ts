import { departmentCodes, entityNames } from '../../schema/departments';
import {
  parseScope,
  type Page,
  type PlaceReach,
  type Selector,
  type TargetConditions,
} from '../contract/selector';
import { instantOfKey } from '../contract/sort-keys';
import { codedError } from '../../schema/errors';
import { encodeCursor } from '../contract/cursor';
import type { Connection } from '../ask/selectors';

export interface Row {
  readonly id: string;
  readonly key: string;
  /** Of search rows: the hit's type. */
  readonly type?: string;
  readonly highlights?: readonly string[];
  readonly coverage?: readonly { readonly scope: string; readonly evidence: string }[];
}

export interface FacetCount {
  readonly dimension: string;
  readonly value: string;
  readonly count: number;
}

/** What a department answered: the parts that the field which is being merged requires. */
export interface Slice {
  readonly answered: boolean;
  readonly rows: readonly Row[];
  readonly preceded: boolean;
  readonly total: number;
  readonly facets: readonly FacetCount[];
}

/**
 * A part of a department's slice, null where the department could not answer.
 * @throws SCHEMA_MISMATCH when the router did not supply it: a sum over nothing would be silently wrong
 */
function partOf<P extends keyof Slice>(gathered: Connection, code: string, part: P): Slice[P] | null {
  const slice = gathered[code] as Partial<Slice> | null | undefined;
  if (slice === null) return null;
  const answer: Slice[P] | undefined = slice?.[part];
  return supplied(answer, `${code}.${part}`);
}

/** @throws SCHEMA_MISMATCH when a field's input from a department, which it requires, is not there */
export function supplied<T>(input: T | null | undefined, name: string): T {
  if (input != null) return input;
  throw codedError('SCHEMA_MISMATCH', `This field requires ${name}, which the router did not supply.`);
}

/** A part of the slices of those who answered, with who they are. */
export function answers<P extends keyof Slice>(
  gathered: Connection,
  part: P,
): [code: string, answer: Slice[P]][] {
  return departmentCodes.flatMap((code): [string, Slice[P]][] => {
    const answer = partOf(gathered, code, part);
    return answer === null ? [] : [[code, answer]];
  });
}

/** Departments that the list is about and that could not answer. */
export function missing(
  gathered: Connection,
  asked: readonly string[] = departmentCodes,
): { code: string }[] {
  const answered = new Set(answers(gathered, 'answered').map(([code]) => code));
  return departmentCodes
    .filter((code) => asked.includes(code) && !answered.has(code))
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
  return answers(gathered, 'rows').map(([code, rows]) =>
    rows.map((row) => ({ ...row, type: entityNames(code)[kind] })),
  );
}

/** A row as the reference that the gateway resolves at its owner. */
export function referenceOf({ type = '', id }: Row) {
  return { __typename: type, id, ref: id };
}

/**
 * The page with the instant that its rows were shown as of: that of the newest row, where the department's reports are
 * ahead of the plan office's clock. The next page goes on from there.
 */
export function pageAsShown(page: Page, lists: readonly (readonly Row[])[]): Page {
  const { asOf } = page;
  if (asOf === undefined) return page;
  const instants = lists.flat().map(({ key }) => instantOfKey(key));
  return { ...page, asOf: instants.reduce((latest, each) => (each > latest ? each : latest), asOf) };
}

export const cursorOf = (order: string, { asOf }: Page, { key }: Row): string =>
  encodeCursor({ order, key, asOf });

export function pageInfoOf(order: string, page: Page, { rows, more }: MergedPage<Row>, preceded: boolean) {
  const [first, last] = [rows.at(0), rows.at(-1)];
  const beyond = more || (page.from === 'START' ? page.before : page.after) !== undefined;
  return {
    hasNextPage: page.from === 'START' ? beyond : preceded,
    hasPreviousPage: page.from === 'START' ? preceded : beyond,
    startCursor: first ? cursorOf(order, page, first) : null,
    endCursor: last ? cursorOf(order, page, last) : null,
  };
}

/** Why a row belongs to the place whose list this is; nothing when the list is of no place. */
export function reachOf(
  { conditions }: Selector<TargetConditions>,
  { coverage = [] }: Row,
): { reach: PlaceReach | null; evidence: string | null } {
  const scopes = conditions.scopes?.[0] ?? [];
  const covered = coverage.find(({ scope }) => scopes.includes(scope));
  return covered
    ? { reach: parseScope(covered.scope).reach, evidence: covered.evidence }
    : { reach: null, evidence: null };
}
