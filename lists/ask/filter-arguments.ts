import { departmentCodes } from '../../schema/departments';
import { badInput } from '../../schema/errors';
import type { FloatRange, ResultFilter, TargetFilter } from '../../schema/types.generated';
import type { ResultConditions, TargetConditions } from '../contract/selector';
import { gramsOf } from '../contract/text';
import { withoutUndefined } from './without-undefined';

/** Of the plan; 0 stands for targets without a chapter. */
const lastChapter = 7;
/** Of the plan, from 1. */
const lastItem = 34;

/** The filter's conditions but for its place, which selectors.ts looks up. @throws BAD_USER_INPUT that names the argument */
export function targetConditions(filter: TargetFilter): TargetConditions {
  const { chapters, items, kinds, units, status, againstBaseline, hasBaseline } = filter;
  return withoutUndefined({
    ...sharedConditions(filter),
    chapters: numbersIn('filter.chapters', chapters, 0, lastChapter),
    items: numbersIn('filter.items', items, 1, lastItem),
    kinds: setOf(kinds),
    units: setOf(units),
    status: setOf(status),
    comparison: setOf(againstBaseline),
    hasBaseline: hasBaseline ?? undefined,
  });
}

/** The filter's conditions but for its place. @throws BAD_USER_INPUT that names the argument */
export function resultConditions(filter: ResultFilter): ResultConditions {
  const { units, cumulative, hasYearOnYear } = filter;
  return withoutUndefined({
    ...sharedConditions(filter),
    units: setOf(units),
    cumulative: cumulative ?? undefined,
    hasYearOnYear: hasYearOnYear ?? undefined,
  });
}

/** The terms of a search: `品牌 首店` → `品牌`, `首店`. @throws BAD_USER_INPUT that names the argument */
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
  return withoutUndefined({ min: min ?? undefined, max: max ?? undefined });
}

/** Texts are found by their pairs of characters (see contract/text.ts), so a text must have one. */
function textOf(argument: string, text: string | null | undefined): string | undefined {
  if (text == null) return undefined;
  const length = [...text.trim()].length;
  if (length < 2) throw badInput(argument, `${argument} must have 2 characters or more, but got: ${length}.`);
  if (gramsOf(text).length > 0) return text;
  throw badInput(argument, `${argument} must hold two letters or digits side by side, but got: “${text}”.`);
}

/** The values of a list argument, each once, since counts of values are added up: `['家', '家']` → `['家']`. */
export function setOf<T>(values: readonly T[] | null | undefined): T[] | undefined {
  return values ? [...new Set(values)] : undefined;
}
