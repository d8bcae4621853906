import { departmentCodes } from '../../schema/departments';
import { longestPage } from '../contract/bounds';
import { type Order, type Page, type ResultConditions, type TargetConditions } from '../contract/selector';
import { gramsOf } from '../contract/text';
import { badInput } from '../../schema/errors';
import { decodeCursor } from '../contract/cursor';
import type { FloatRange, QueryTargetsArgs, ResultFilter, TargetFilter } from '../../schema/types.generated';

export type PageArguments = Pick<QueryTargetsArgs, 'orderBy' | 'first' | 'after' | 'last' | 'before'>;

const defaultPage = 20;
/** In milliseconds. */
const longestWalk = 60 * 60 * 1000;

/** @throws BAD_USER_INPUT that names the argument */
export function orderOf({ orderBy }: PageArguments): Order {
  return { field: orderBy?.field ?? 'PLAN', direction: orderBy?.direction ?? 'ASC' };
}

/** @throws BAD_USER_INPUT that names the argument */
export function pageOf(args: Omit<PageArguments, 'orderBy'>, order: string, longest = longestPage): Page {
  const { first, last, after, before } = args;
  if (first != null && last != null) throw badInput('last', 'Give first or last, not both.');
  const from = last != null ? 'END' : 'START';
  const take = countOf(from === 'END' ? 'last' : 'first', last ?? first ?? defaultPage, longest);
  const start = after == null ? undefined : decodeCursor('after', after, order);
  const end = before == null ? undefined : decodeCursor('before', before, order);
  return compact({ take, from, after: start?.key, before: end?.key, asOf: start?.asOf ?? end?.asOf });
}

/**
 * Reports move targets in the order of updates, so its pages are shown as of the instant of the first, for an hour: the
 * departments read what has moved since along with every page.
 */
export function shownAsOf({ field }: Order, { asOf, ...page }: Page, now: Date): Page {
  if (field !== 'UPDATED') return page;
  const age = asOf === undefined ? Infinity : now.getTime() - Date.parse(asOf);
  // An instant ahead of this clock is one that departments stamped before the clock was set back.
  const isCurrent = age <= longestWalk;
  return { ...page, asOf: isCurrent ? asOf : now.toISOString() };
}

/** Conditions of a filter, without its place. @throws BAD_USER_INPUT that names the argument */
export function targetConditions(filter: TargetFilter): TargetConditions {
  const { chapters, items, kinds, units, status, againstBaseline, hasBaseline } = filter;
  return compact({
    ...sharedConditions(filter),
    chapters: numbersIn('filter.chapters', chapters, 0, 7),
    items: numbersIn('filter.items', items, 1, 34),
    kinds: setOf(kinds),
    units: setOf(units),
    status: setOf(status),
    comparison: setOf(againstBaseline),
    hasBaseline: hasBaseline ?? undefined,
  });
}

/** Conditions of a filter, without its place. @throws BAD_USER_INPUT that names the argument */
export function resultConditions(filter: ResultFilter): ResultConditions {
  const { units, cumulative, hasYearOnYear } = filter;
  return compact({
    ...sharedConditions(filter),
    units: setOf(units),
    cumulative: cumulative ?? undefined,
    hasYearOnYear: hasYearOnYear ?? undefined,
  });
}

/** The words of a search. @throws BAD_USER_INPUT that names the argument */
export function termsOf(argument: string, text: string): string[] {
  const terms = text.trim().split(/\s+/);
  const short = terms.find((term) => gramsOf(term).length === 0);
  if (short === undefined) return terms;
  throw badInput(
    argument,
    `${argument} must be words of two letters or digits or more, but got: “${short}”.`,
  );
}

function sharedConditions({ departments, value, text, year }: TargetFilter | ResultFilter) {
  return {
    departments: codesIn('filter.departments', departments),
    value: rangeOf('filter.value', value),
    text: textOf('filter.text', text),
    year: year == null ? undefined : [year],
  };
}

function countOf(argument: string, count: number, longest: number): number {
  if (count >= 0 && count <= longest) return count;
  throw badInput(argument, `${argument} must be from 0 to ${longest}, but got: ${count}.`);
}

function codesIn(
  argument: string,
  codes: readonly string[] | null | undefined,
): readonly string[] | undefined {
  const unknown = codes?.find((code) => !departmentCodes.includes(code));
  if (unknown === undefined) return setOf(codes);
  throw badInput(argument, `${argument} must be among ${departmentCodes.join(', ')}, but got: ${unknown}.`);
}

function numbersIn(
  argument: string,
  numbers: readonly number[] | null | undefined,
  low: number,
  high: number,
) {
  const wrong = numbers?.find((number) => number < low || number > high);
  if (wrong === undefined) return setOf(numbers);
  throw badInput(argument, `${argument} must be from ${low} to ${high}, but got: ${wrong}.`);
}

function rangeOf(argument: string, range: FloatRange | null | undefined) {
  if (range == null) return undefined;
  const { min, max } = range;
  if (min != null && max != null && min > max) {
    throw badInput(argument, `${argument}.min must not exceed max, but got: ${min} and ${max}.`);
  }
  return compact({ min: min ?? undefined, max: max ?? undefined });
}

/** Texts are found by pairs of characters, so one alone finds nothing. */
function textOf(argument: string, text: string | null | undefined): string | undefined {
  if (text == null) return undefined;
  const length = [...text.trim()].length;
  if (length < 2) throw badInput(argument, `${argument} must have 2 characters or more, but got: ${length}.`);
  if (gramsOf(text).length > 0) return text;
  throw badInput(argument, `${argument} must hold two letters or digits side by side, but got: “${text}”.`);
}

/** The values of a list argument, each once: a value that is named twice counts no more than one that is named once. */
export function setOf<T>(values: readonly T[] | null | undefined): T[] | undefined {
  return values ? [...new Set(values)] : undefined;
}

function compact<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
