import { type Document } from 'bson';
import { CommandError } from '../errors';
import { compareValues } from '../values/compare';
import { toPlain } from '../values/codec';
import { compareSortKeys, parseSort, sortKeyOf } from '../query/sort-spec';
import { isDocument } from '../values/types';
import { requireAmount, requireArray } from './array-checks';
import { checkNames, named } from './arguments';
import { isNullish, isTrue } from './truth';
import { type Operator, type Operators } from './types';
import { checkVariableName } from './variables';

function variableName(given: unknown): string {
  if (given === undefined) return 'this';
  if (typeof given !== 'string') throw new CommandError('FailedToParse', "'as' must be a string");
  checkVariableName(given);
  return given;
}

const map: Operator = (operand, compiler) => {
  const spec = checkNames('$map', operand, { required: ['input', 'in'], optional: ['as'] });
  const name = variableName(spec.as);
  const input = compiler.compile(spec.input);
  const each = compiler.with([name]).compile(spec.in);
  return (variables) => {
    const array = input(variables);
    if (isNullish(array)) return null;
    const items = requireArray('$map', array, 'Location16883');
    return items.map((item) => each({ ...variables, [name]: item }) ?? null);
  };
};

const filter: Operator = (operand, compiler) => {
  const spec = checkNames('$filter', operand, { required: ['input', 'cond'], optional: ['as', 'limit'] });
  const name = variableName(spec.as);
  const input = compiler.compile(spec.input);
  const test = compiler.with([name]).compile(spec.cond);
  const limit = spec.limit === undefined ? undefined : compiler.compile(spec.limit);
  return (variables) => {
    const array = input(variables);
    if (isNullish(array)) return null;
    const items = requireArray('$filter', array, 'Location28651');
    const passes = (item: unknown): boolean => isTrue(test({ ...variables, [name]: item }));
    const given = limit?.(variables);
    return firstThat(items, passes, isNullish(given) ? Infinity : requireAmount('$filter', given));
  };
};

function firstThat(items: readonly unknown[], passes: (item: unknown) => boolean, limit: number): unknown[] {
  const found: unknown[] = [];
  for (const item of items) {
    if (found.length >= limit) break;
    if (passes(item)) found.push(item);
  }
  return found;
}

const reduce: Operator = (operand, compiler) => {
  const spec = checkNames('$reduce', operand, { required: ['input', 'initialValue', 'in'] });
  const [input, initial] = [compiler.compile(spec.input), compiler.compile(spec.initialValue)];
  const step = compiler.with(['this', 'value']).compile(spec.in);
  return (variables) => {
    const array = input(variables);
    if (isNullish(array)) return null;
    const items = requireArray('$reduce', array, 'Location40080');
    return items.reduce((value, item) => step({ ...variables, this: item, value }), initial(variables));
  };
};

/** How two values compare by a `sortBy`: 1 or -1 for whole values, or fields of documents. */
export function compareBy(sortBy: unknown): (a: unknown, b: unknown) => number {
  const spec = toPlain(sortBy);
  if (spec === 1) return compareValues;
  if (spec === -1) return (a, b) => compareValues(b, a);
  if (!isDocument(spec)) throw new CommandError('Location2942504', 'sortBy must be 1, -1 or a document');
  const fields = parseSort(spec);
  const keyOf = (value: unknown) => sortKeyOf(isDocument(value) ? value : {}, fields);
  return (a, b) => compareSortKeys(keyOf(a), keyOf(b), fields);
}

const sortArray: Operator = (operand, compiler) => {
  const spec: Document = checkNames('$sortArray', operand, { required: ['input', 'sortBy'] });
  const [input, compare] = [compiler.compile(spec.input), compareBy(spec.sortBy)];
  return (variables) => {
    const array = input(variables);
    return isNullish(array) ? null : requireArray('$sortArray', array, 'Location2942504').toSorted(compare);
  };
};

/** To the shortest array, or to the longest with defaults, which are null where none are given. */
const zip = named(
  '$zip',
  { required: ['inputs'], optional: ['useLongestLength', 'defaults'] },
  ({ inputs, useLongestLength, defaults }) => {
    const given = requireArray('$zip', inputs, 'Location34461');
    if (given.some(isNullish)) return null;
    const columns = given.map((column) => requireArray('$zip', column, 'Location34468'));
    const lengths = columns.map(({ length }) => length);
    const length = useLongestLength === true ? Math.max(...lengths) : Math.min(...lengths);
    const others = Array.isArray(defaults) ? (defaults as unknown[]) : [];
    const cell = (row: number) => (column: readonly unknown[], at: number) =>
      row < column.length ? column[row] : (others[at] ?? null);
    return Array.from({ length }, (_, row) => columns.map(cell(row)));
  },
);

type Take = (items: readonly unknown[], amount: number) => unknown[];

const taking = (name: string, take: Take): Operator =>
  named(name, { required: ['input', 'n'] }, ({ input, n }) =>
    take(requireArray(name, input, 'Location5788200'), requireAmount(name, n)),
  );

const present = (items: readonly unknown[]): unknown[] => items.filter((item) => !isNullish(item));

export const arrayWalks: Operators = {
  $map: map,
  $filter: filter,
  $reduce: reduce,
  $sortArray: sortArray,
  $zip: zip,
  $firstN: taking('$firstN', (items, amount) => items.slice(0, amount)),
  $lastN: taking('$lastN', (items, amount) => items.slice(-amount)),
  $maxN: taking('$maxN', (items, amount) =>
    present(items)
      .sort((a, b) => compareValues(b, a))
      .slice(0, amount),
  ),
  $minN: taking('$minN', (items, amount) => present(items).sort(compareValues).slice(0, amount)),
};
