import { badInput } from './arguments';

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

export interface OraclePage<T> {
  readonly rows: readonly T[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** The positions of a list's rows relative to the rows of cursors. */
export interface Positions<T> {
  /** @returns a negative number when the row is before the cursor's row, 0 for the cursor's row itself */
  readonly compareToCursor: (row: T, cursor: string) => number;
  readonly isCursor: (cursor: string) => boolean;
}

const defaultPage = 20;

/** A page of rows that are in the list's order. @throws BAD_USER_INPUT */
export function pageOf<T>(
  rows: readonly T[],
  { first, last, after, before }: PageArguments,
  { compareToCursor, isCursor }: Positions<T>,
  longest = 500,
): OraclePage<T> {
  if (first != null && last != null) throw badInput('last');
  for (const [argument, count] of Object.entries({ first, last })) {
    if (count != null && (count < 0 || count > longest)) throw badInput(argument);
  }
  for (const [argument, cursor] of Object.entries({ after, before })) {
    if (cursor != null && !isCursor(cursor)) throw badInput(argument);
  }
  const isBeyondStart = (row: T) => after != null && compareToCursor(row, after) <= 0;
  const isBeyondEnd = (row: T) => before != null && compareToCursor(row, before) >= 0;
  const between = rows.filter((row) => !isBeyondStart(row) && !isBeyondEnd(row));
  const fromStart = last == null;
  const take = last ?? first ?? defaultPage;
  const cut = between.length > take;
  return {
    rows: fromStart ? between.slice(0, take) : between.slice(Math.max(0, between.length - take)),
    hasNextPage: (fromStart && cut) || rows.some(isBeyondEnd),
    hasPreviousPage: (!fromStart && cut) || rows.some(isBeyondStart),
  };
}
