import { departmentCodes } from '../../schema/departments';
import { codedError } from '../../schema/errors';
import type { Connection, Row, Slice, TargetRow } from '../contract/slice';

/**
 * A part of the slices of the departments that answered: `[['economy', 12], ['safety', 3]]` for `total`.
 * @throws SCHEMA_MISMATCH when the router did not supply a slice or the part: a sum without it would be silently wrong
 */
export function answersOf<P extends keyof Slice, R extends Row = TargetRow>(
  gathered: Connection,
  part: P,
): [code: string, answer: Slice<R>[P]][] {
  return departmentCodes.flatMap((code): [string, Slice<R>[P]][] => {
    const slice = gathered[code] as Partial<Slice<R>> | null | undefined;
    // The department could not answer.
    if (slice === null) return [];
    return [[code, requireSupplied<Slice<R>[P]>(slice?.[part], `${code}.${part}`)]];
  });
}

/** @throws SCHEMA_MISMATCH when the router did not supply the input that a field requires from a department */
export function requireSupplied<T>(input: T | null | undefined, name: string): T {
  if (input != null) return input;
  throw codedError('SCHEMA_MISMATCH', `This field requires ${name}, which the router did not supply.`);
}

export const totalOf = (gathered: Connection): number =>
  answersOf(gathered, 'total').reduce((sum, [, total]) => sum + total, 0);

/** Whether any department has rows before the page. */
export const isPreceded = (gathered: Connection): boolean =>
  answersOf(gathered, 'preceded').some(([, preceded]) => preceded);

/** The departments that could not answer, of those that the list is about. */
export function missingOf(
  gathered: Connection,
  asked: readonly string[] = departmentCodes,
): { code: string }[] {
  const answered = new Set(answersOf(gathered, 'answered').map(([code]) => code));
  return departmentCodes
    .filter((code) => asked.includes(code) && !answered.has(code))
    .map((code) => ({ code }));
}
