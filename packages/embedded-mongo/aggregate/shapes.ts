import { type Document } from 'bson';
import { isFlag } from '../query/parse-fields';
import { isNumeric, numericType, toDouble } from '../values/numbers';
import { isDocument } from '../values/types';

/*
 * Stages that counts, keys or the bytes of documents answer without computing. Each function gives undefined for any
 * other stage.
 */

/** For `{$count: name}`, or a `$group` by a constant whose only field counts: makes the one document from a count above 0. */
export function countedConstant(stage: Document | undefined): ((count: number) => Document) | undefined {
  const name: unknown = stage?.$count;
  if (typeof name === 'string' && name !== '' && !name.startsWith('$') && !name.includes('.'))
    return (count) => ({ [name]: count });
  const group: unknown = stage?.$group;
  const field = isDocument(group) ? countingField(group) : undefined;
  if (!isDocument(group) || !field || !isConstant(group._id)) return undefined;
  const id: unknown = group._id;
  return (count) => ({ _id: id, [field]: count });
}

/** A `$group` whose only field counts: the fields that it groups by, and the making of a group's document. */
export interface CountedFields {
  readonly fields: readonly string[];
  readonly build: (values: readonly unknown[], count: number) => Document;
}

/**
 * For `{$group: {_id: '$field', n: {$sum: 1}}}`, or an `_id` of several fields, each `{$ifNull: ['$field', null]}`.
 * Without `$ifNull`, null and a missing field would be two groups, and an index has the same key for both.
 */
export function countedFields(stage: Document | undefined): CountedFields | undefined {
  const group: unknown = stage?.$group;
  const name = isDocument(group) ? countingField(group) : undefined;
  if (!isDocument(group) || !name) return undefined;
  const by: unknown = group._id;
  const only = fieldOf(by);
  if (only !== undefined)
    return { fields: [only], build: ([value], count) => ({ _id: value, [name]: count }) };
  if (!isDocument(by)) return undefined;
  const names = Object.keys(by);
  const fields = Object.values(by).map(fieldOrNull);
  if (fields.length === 0 || !fields.every((field) => field !== undefined)) return undefined;
  return {
    fields,
    build: (values, count) => ({
      _id: Object.fromEntries(names.map((each, i) => [each, values[i]])),
      [name]: count,
    }),
  };
}

/** `$field` */
function fieldOf(expression: unknown): string | undefined {
  return typeof expression === 'string' && /^\$[^$]/.test(expression) ? expression.slice(1) : undefined;
}

/** `{$ifNull: ['$field', null]}` */
function fieldOrNull(expression: unknown): string | undefined {
  if (!isDocument(expression) || Object.keys(expression).length !== 1) return undefined;
  const operands: unknown = expression.$ifNull;
  return Array.isArray(operands) && operands.length === 2 && operands[1] === null
    ? fieldOf(operands[0])
    : undefined;
}

/** The name of the one field beside `_id`, where it counts documents. */
function countingField(group: Document): string | undefined {
  const [name, ...others] = Object.keys(group).filter((key) => key !== '_id');
  const accumulator: unknown = name === undefined ? undefined : group[name];
  if (name === undefined || others.length > 0 || !('_id' in group) || !isDocument(accumulator))
    return undefined;
  const counts =
    (numericType(accumulator.$sum) === 'int' && toDouble(accumulator.$sum) === 1) ||
    (isDocument(accumulator.$count) && Object.keys(accumulator.$count).length === 0);
  return counts && Object.keys(accumulator).length === 1 ? name : undefined;
}

function isConstant(value: unknown): boolean {
  return (
    value === null ||
    isNumeric(value) ||
    typeof value === 'boolean' ||
    (typeof value === 'string' && !value.startsWith('$'))
  );
}

/** A `$project` that only keeps or leaves out fields, as a find's projection does. */
export function simpleProjection(stage: Document | undefined): Document | undefined {
  const spec: unknown = stage?.$project;
  if (!isDocument(spec) || Object.keys(spec).length === 0) return undefined;
  return Object.values(spec).every(isFlag) ? spec : undefined;
}
