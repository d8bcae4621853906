import { type Document } from 'bson';
import { CommandError } from '../errors';
import { encode } from '../values/codec';
import { setField } from '../values/documents';
import { isDocument, typeName } from '../values/types';
import { checkNames, positional, unaryOrNull } from './arguments';
import { isNullish } from './truth';
import { type Operator, type Operators } from './types';

/** Merges in place: a field that is there keeps its position and gets the later value. */
export function mergeInto(target: Document, value: unknown): void {
  if (isNullish(value)) return;
  if (!isDocument(value))
    throw new CommandError(
      'Location40400',
      `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`,
    );
  for (const [name, each] of Object.entries(value)) setField(target, name, each);
}

/** One argument that is an array gives the documents. */
function mergeObjects(args: readonly unknown[]): Document {
  const merged: Document = {};
  const [only] = args;
  for (const value of args.length === 1 && Array.isArray(only) ? (only as unknown[]) : args)
    mergeInto(merged, value);
  return merged;
}

/** A field's name, which is a constant; `$` and `.` have no meaning in it. */
function constantName(name: string, field: unknown): string {
  const literal: unknown = isDocument(field) && '$literal' in field ? field.$literal : field;
  if (typeof literal === 'string' && (literal === field ? !literal.startsWith('$') : true)) return literal;
  throw new CommandError('Location5654601', `${name} requires 'field' to evaluate to a constant string`);
}

/** By `{field, input}`, or a name alone for a field of the document. */
const getField: Operator = (operand, compiler) => {
  const isSpec = isDocument(operand) && 'field' in operand;
  const spec = isSpec
    ? checkNames('$getField', operand, { required: ['field'], optional: ['input'] })
    : { field: operand };
  const { field, input = '$$CURRENT' } = spec as { field: unknown; input?: unknown };
  const name = compiler.compile(field);
  const from = compiler.compile(input);
  return (variables) => {
    const [key, value] = [name(variables), from(variables)];
    if (typeof key !== 'string')
      throw new CommandError(
        'Location3041704',
        `$getField requires 'field' to be a string, but got ${typeName(key)}`,
      );
    if (isNullish(value)) return value;
    return isDocument(value) && Object.hasOwn(value, key) ? (value[key] as unknown) : undefined;
  };
};

const setting =
  (name: '$setField' | '$unsetField'): Operator =>
  (operand, compiler) => {
    const required = name === '$setField' ? ['field', 'input', 'value'] : ['field', 'input'];
    const spec = checkNames(name, operand, { required });
    const field = constantName(name, spec.field);
    const input = compiler.compile(spec.input);
    const value = name === '$setField' ? compiler.compile(spec.value) : () => undefined;
    return (variables) => {
      const document = input(variables);
      if (isNullish(document)) return null;
      if (!isDocument(document))
        throw new CommandError('Location4161105', `${name} requires 'input' to evaluate to type Object`);
      const after = value(variables);
      const changed = { ...document };
      if (after === undefined) delete changed[field];
      else setField(changed, field, after);
      return changed;
    };
  };

const size = unaryOrNull('$bsonSize', (value) => {
  if (!isDocument(value))
    throw new CommandError('Location31393', `$bsonSize requires a document input, found: ${typeName(value)}`);
  return encode(value).length;
});

export const objects: Operators = {
  $mergeObjects: positional('$mergeObjects', [0, Infinity], mergeObjects),
  $getField: getField,
  $setField: setting('$setField'),
  $unsetField: setting('$unsetField'),
  $bsonSize: size,
};
