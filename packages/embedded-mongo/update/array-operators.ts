import { type Document } from 'bson';
import { badValue, CommandError } from '../errors';
import { compileFilter } from '../query/filter';
import { compareSortKeys, parseSort, sortKeyOf } from '../query/sort-spec';
import { toPlain } from '../values/codec';
import { compareValues, isEqualValue } from '../values/compare';
import { numberOf } from '../values/key-encoding';
import { MISSING } from '../values/paths';
import { isDocument, Tag, tagOf, typeName } from '../values/types';
import { type FieldOperator } from './field-operators';

const PUSH_MODIFIERS = new Set(['$each', '$slice', '$sort', '$position']);

const push: FieldOperator = (current, operand, path) => {
  const items = arrayOf(current, '$push', path);
  if (!isDocument(operand) || !('$each' in operand)) return [...items, operand];
  const unknown = Object.keys(operand).find((key) => !PUSH_MODIFIERS.has(key));
  if (unknown) throw badValue(`Unrecognized clause in $push: ${unknown}`);
  if (!Array.isArray(operand.$each))
    throw badValue(
      `The argument to $each in $push must be an array but it was of type: ${typeName(operand.$each)}`,
    );
  const at = operand.$position === undefined ? items.length : wholeNumber(operand.$position, '$position');
  items.splice(at, 0, ...(operand.$each as unknown[]));
  if (operand.$sort !== undefined) sortItems(items, toPlain(operand.$sort));
  return operand.$slice === undefined ? items : sliced(items, wholeNumber(operand.$slice, '$slice'));
};

function sortItems(items: unknown[], order: unknown): void {
  if (!isDocument(order)) {
    items.sort((a, b) => Number(order) * compareValues(a, b));
    return;
  }
  const fields = parseSort(order);
  const keyOf = (item: unknown): readonly unknown[] => sortKeyOf(isDocument(item) ? item : {}, fields);
  items.sort((a, b) => compareSortKeys(keyOf(a), keyOf(b), fields));
}

function sliced(items: unknown[], count: number): unknown[] {
  return count < 0 ? items.slice(count) : items.slice(0, count);
}

function wholeNumber(value: unknown, what: string): number {
  if (tagOf(value) === Tag.number && Number.isInteger(Number(numberOf(value))))
    return Number(numberOf(value));
  throw badValue(`The value for ${what} must be an integer value but was given type: ${typeName(value)}`);
}

const addToSet: FieldOperator = (current, operand, path) => {
  const items = arrayOf(current, '$addToSet', path);
  const added = isDocument(operand) && '$each' in operand ? (operand.$each as unknown) : [operand];
  if (!Array.isArray(added))
    throw new CommandError('TypeMismatch', 'The argument to $each in $addToSet must be an array');
  for (const item of added) if (!items.some((other) => isEqualValue(other, item))) items.push(item);
  return items;
};

const pop: FieldOperator = (current, operand, path) => {
  const end = wholeNumber(operand, '$pop');
  if (end !== 1 && end !== -1) throw new CommandError('FailedToParse', `$pop expects 1 or -1, found: ${end}`);
  if (current === MISSING) return MISSING;
  const items = arrayOf(current, '$pop', path);
  return end === 1 ? items.slice(0, -1) : items.slice(1);
};

const pull: FieldOperator = (current, operand, path) => {
  if (current === MISSING) return MISSING;
  const items = arrayOf(current, '$pull', path);
  const drops = pullTest(toPlain(operand));
  return items.filter((item) => !drops(toPlain(item)));
};

function pullTest(condition: unknown): (item: unknown) => boolean {
  if (condition instanceof RegExp) return asElement({ $regex: condition });
  if (!isDocument(condition)) return (item) => isEqualValue(item, condition);
  if (Object.keys(condition)[0]?.startsWith('$')) return asElement(condition);
  const matches = compileFilter(condition);
  return (item) => isDocument(item) && matches(item);
}

function asElement(condition: Document): (item: unknown) => boolean {
  const matches = compileFilter({ element: condition });
  return (item) => matches({ element: item });
}

const pullAll: FieldOperator = (current, operand, path) => {
  if (!Array.isArray(operand))
    throw badValue('$pullAll requires an array argument but was given a ' + typeName(operand));
  if (current === MISSING) return MISSING;
  return arrayOf(current, '$pullAll', path).filter(
    (item) => !operand.some((other) => isEqualValue(other, item)),
  );
};

/** A copy of the array to work on; an empty one for a missing field. */
function arrayOf(current: unknown, operator: string, path: string): unknown[] {
  if (current === MISSING) return [];
  if (Array.isArray(current)) return [...(current as unknown[])];
  const what =
    operator === '$push'
      ? `The field '${path}' must be an array but is of type ${typeName(current)}`
      : `Cannot apply ${operator} to a non-array value`;
  throw operator === '$pop' ? new CommandError('TypeMismatch', what) : badValue(what);
}

export const arrayOperators: Readonly<Record<string, FieldOperator>> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};
