import { encodeCursor } from '../contract/cursor';
import { parseScope, type PlaceReach } from '../contract/scopes';
import type { Page, TargetSelector } from '../contract/selector';
import type { Row, TargetRow } from '../contract/slice';
import type { MergedPage } from './rows';

/** A row with the GraphQL type of the entity that it stands for. */
export type TypedRow<R extends Row = Row> = R & { readonly type: string };

/** A row as the reference that the gateway resolves at the row's owner. */
export const referenceOf = ({ type, id }: TypedRow) => ({ __typename: type, id, ref: id });

const cursorOf = (order: string, { asOf }: Page, { key }: Row): string => encodeCursor({ order, key, asOf });

export const edgeOf = (order: string, page: Page, row: TypedRow) => ({
  cursor: cursorOf(order, page, row),
  node: referenceOf(row),
});

/**
 * `hasNextPage` and `hasPreviousPage` after the Relay specification. Beyond the page, in reading direction, are the
 * rows that were left over and those behind the other cursor that the client gave.
 */
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

/**
 * Why a row is in the list of a place, with the words that say so; null in a list of no place. The first group of scopes
 * is that of the list's own place, later ones come from a filter.
 */
export function reachOf(
  { conditions }: Pick<TargetSelector, 'conditions'>,
  { coverage }: TargetRow,
): { reach: PlaceReach | null; evidence: string | null } {
  const scopes = conditions.scopes?.[0];
  const covered = scopes && coverage.find(({ scope }) => scopes.includes(scope));
  return covered
    ? { reach: parseScope(covered.scope).reach, evidence: covered.evidence }
    : { reach: null, evidence: null };
}
