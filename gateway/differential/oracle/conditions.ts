import { checkFilter } from './arguments';
import { comparisonOf } from './change';
import { findPlace, isTarget, type Data, type Statement } from './data';
import { defaultReaches, type Filter, type Maybe } from './filter';
import { belongingOf } from './reach';
import { holds } from './text';

export type Condition = (statement: Statement) => boolean;

/** The conditions of a filter by name. @throws BAD_USER_INPUT */
export function conditionsOf(data: Data, filter: Filter): ReadonlyMap<keyof Filter, Condition> {
  checkFilter(data, filter);
  const { value, hasBaseline, cumulative, hasYearOnYear, text, year } = filter;
  const all: readonly [keyof Filter, Condition | null][] = [
    ['departments', among(filter.departments, ({ department }) => department)],
    ['chapters', among(filter.chapters, (each) => (isTarget(each) ? each.chapter : undefined))],
    ['items', among(filter.items, (each) => (isTarget(each) ? each.item : undefined))],
    ['place', placeCondition(data, filter)],
    ['kinds', among(filter.kinds, (each) => (isTarget(each) ? each.kind : undefined))],
    ['units', among(filter.units, ({ quantity }) => quantity?.unit)],
    ['value', value == null ? null : ({ quantity }) => quantity !== undefined && isIn(value, quantity.value)],
    ['status', among(filter.status, (each) => (isTarget(each) ? each.status : undefined))],
    ['hasBaseline', equal(hasBaseline, (each) => isTarget(each) && each.baseline !== undefined)],
    [
      'againstBaseline',
      among(filter.againstBaseline, (each) => (isTarget(each) ? comparisonOf(data, each) : null)),
    ],
    ['cumulative', equal(cumulative, (each) => 'cumulative' in each && each.cumulative)],
    ['hasYearOnYear', equal(hasYearOnYear, (each) => 'yearOnYear' in each)],
    ['text', text == null ? null : (each) => holds([each.title, each.text], text)],
    ['year', equal(year, (each) => each.year)],
  ];
  return new Map(all.flatMap(([name, condition]) => (condition ? [[name, condition]] : [])));
}

function among<T>(
  wanted: Maybe<readonly T[]>,
  of: (statement: Statement) => T | null | undefined,
): Condition | null {
  if (!wanted) return null;
  return (statement) => wanted.some((value) => value === of(statement));
}

function equal<T>(wanted: Maybe<T>, of: (statement: Statement) => T): Condition | null {
  return wanted == null ? null : (statement) => of(statement) === wanted;
}

const isIn = ({ min, max }: NonNullable<Filter['value']>, value: number): boolean =>
  (min == null || value >= min) && (max == null || value <= max);

/** Targets belong to a place by any of the reaches, results only to the places that they name. */
function placeCondition(data: Data, { place: id, reach }: Filter): Condition | null {
  const place = id == null ? undefined : findPlace(data, id);
  if (!place) return null;
  return (statement) => {
    const wanted = isTarget(statement) ? (reach ?? defaultReaches) : ['NAMED'];
    const belonging = belongingOf(data, statement, place);
    return belonging !== null && wanted.includes(belonging.reach);
  };
}
