import { badInput } from '../../schema/errors';
import type { QueryTargetsArgs } from '../../schema/types.generated';
import { longestPage } from '../contract/bounds';
import { decodeCursor } from '../contract/cursor';
import type { Order, Page } from '../contract/selector';
import { withoutUndefined } from './without-undefined';

export type PageArguments = Pick<QueryTargetsArgs, 'orderBy' | 'first' | 'after' | 'last' | 'before'>;

/** In rows. */
const defaultPage = 20;
/** In milliseconds. */
const longestWalk = 60 * 60 * 1000;

export function orderOf({ orderBy }: PageArguments): Order {
  return { field: orderBy?.field ?? 'PLAN', direction: orderBy?.direction ?? 'ASC' };
}

/** @throws BAD_USER_INPUT that names the argument */
export function pageOf(args: Omit<PageArguments, 'orderBy'>, order: string, longest = longestPage): Page {
  const { first, last, after, before } = args;
  if (first != null && last != null) throw badInput('last', 'Give first or last, not both.');
  const from = last != null ? 'END' : 'START';
  const take = takeOf(from === 'END' ? 'last' : 'first', last ?? first ?? defaultPage, longest);
  const start = after == null ? undefined : decodeCursor('after', after, order);
  const end = before == null ? undefined : decodeCursor('before', before, order);
  return withoutUndefined({
    take,
    from,
    after: start?.key,
    before: end?.key,
    asOf: start?.asOf ?? end?.asOf,
  });
}

/**
 * The page with the instant as of which it is shown (see `Page.asOf`): in the order UPDATED the one of its cursor, or
 * now on a first page and an hour after the walk began; in every other order none.
 */
export function shownAsOf({ field }: Order, { asOf, ...page }: Page, now: Date): Page {
  if (field !== 'UPDATED') return page;
  const age = asOf === undefined ? Infinity : now.getTime() - Date.parse(asOf);
  // A negative age is an instant that a department stamped before its machine's clock was set back.
  return { ...page, asOf: age <= longestWalk ? asOf : now.toISOString() };
}

function takeOf(argument: string, count: number, longest: number): number {
  if (count >= 0 && count <= longest) return count;
  throw badInput(argument, `${argument} must be from 0 to ${longest}, but got: ${count}.`);
}
