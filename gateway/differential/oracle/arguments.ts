import { GraphQLError } from 'graphql';
import { departmentCodes } from '../../../schema/departments';
import { findPlace, type Data } from './data';
import type { Filter } from './filter';
import { pairsOf } from './text';

const longestText = 100;

export function badInput(argument: string): GraphQLError {
  return new GraphQLError(`${argument} cannot be.`, { extensions: { code: 'BAD_USER_INPUT', argument } });
}

/** @throws BAD_USER_INPUT for a filter that names something unknown or contradicts itself */
export function checkFilter(data: Data, filter: Filter): void {
  const { departments, chapters, items, place, reach, value, text } = filter;
  const bad: readonly [argument: string, boolean | undefined][] = [
    ['filter.departments', departments?.some((code) => !departmentCodes.includes(code))],
    ['filter.chapters', chapters?.some((number) => number < 0 || number > 7)],
    ['filter.items', items?.some((number) => number < 1 || number > 34)],
    ['filter.place', place != null && findPlace(data, place) === undefined],
    ['filter.reach', reach != null && place == null],
    ['filter.value', value?.min != null && value.max != null && value.min > value.max],
    ['filter.text', text != null && !isText(text)],
  ];
  const wrong = bad.find(([, isBad]) => isBad === true);
  if (wrong) throw badInput(wrong[0]);
}

/** The words of a search. @throws BAD_USER_INPUT */
export function termsOf(text: string): string[] {
  const terms = text.trim().split(/\s+/);
  if (text.length > longestText || terms.some((term) => pairsOf(term).length === 0)) throw badInput('text');
  return terms;
}

/** A text must have two letters or digits side by side, and at most a hundred characters. */
const isText = (text: string): boolean => text.length <= longestText && pairsOf(text).length > 0;
