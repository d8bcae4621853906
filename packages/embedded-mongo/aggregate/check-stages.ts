import { type Document } from 'bson';
import { badValue, CommandError, type ErrorName } from '../errors';
import { toPlain } from '../values/codec';
import { isDocument, typeName } from '../values/types';

type Check = (operand: unknown) => void;

const MERGE_FIELDS = new Set(['into', 'on', 'let', 'whenMatched', 'whenNotMatched']);
const WHEN_MATCHED = new Set(['replace', 'keepExisting', 'merge', 'fail']);
const WHEN_NOT_MATCHED = new Set(['insert', 'discard', 'fail']);

function requireFields(codeName: ErrorName, message: string): Check {
  return (operand) => {
    if (isDocument(operand) && Object.keys(operand).length === 0) throw new CommandError(codeName, message);
  };
}

function checkGroup(operand: unknown): void {
  if (!isDocument(operand))
    throw new CommandError('Location15947', "a group's fields must be specified in an object");
  for (const [field, accumulator] of Object.entries(operand)) {
    if (field === '_id') continue;
    if (!isDocument(accumulator))
      throw new CommandError('Location40234', `The field '${field}' must be an accumulator object`);
    if (Object.keys(accumulator).length !== 1)
      throw new CommandError('Location40238', `The field '${field}' must specify one accumulator`);
  }
  if (!('_id' in operand))
    throw new CommandError('Location15955', 'a group specification must include an _id');
}

function checkCount(operand: unknown): void {
  if (typeof operand !== 'string' || operand === '')
    throw new CommandError(
      operand === '' ? 'Location40157' : 'Location40156',
      'the count field must be a non-empty string',
    );
  if (operand.startsWith('$'))
    throw new CommandError('Location40158', 'the count field cannot be a $-prefixed path');
  if (operand.includes('.')) throw new CommandError('Location40160', "the count field cannot contain '.'");
}

function checkUnwind(operand: unknown): void {
  const path: unknown = isDocument(operand) ? operand.path : operand;
  if (path === undefined || path === '')
    throw new CommandError('Location28812', 'no path specified to $unwind stage');
  if (typeof path === 'string' && !path.startsWith('$'))
    throw new CommandError(
      'Location28818',
      `path option to $unwind stage should be prefixed with a '$': ${path}`,
    );
}

function checkSample(operand: unknown): void {
  const size: unknown = isDocument(operand) ? toPlain(operand.size) : undefined;
  if (typeof size !== 'number')
    throw new CommandError('Location28746', 'size argument to $sample must be a number');
  if (size < 0) throw new CommandError('Location28747', 'size argument to $sample must not be negative');
}

function checkOut(operand: unknown): void {
  if (typeof operand === 'string') return;
  if (!isDocument(operand) || typeof operand.coll !== 'string')
    throw new CommandError(
      'Location16990',
      `$out only supports a string or object argument, but found ${typeName(operand)}`,
    );
}

function checkMerge(operand: unknown): void {
  if (typeof operand === 'string') return;
  if (!isDocument(operand))
    throw new CommandError(
      'TypeMismatch',
      `$merge requires a string or object argument, but found ${typeName(operand)}`,
    );
  const unknown = Object.keys(operand).find((field) => !MERGE_FIELDS.has(field));
  if (unknown) throw new CommandError('Location40415', `BSON field '$merge.${unknown}' is an unknown field.`);
  if (operand.into === undefined)
    throw new CommandError('Location40414', "BSON field '$merge.into' is missing but is a required field");
  checkWhen(operand, 'whenMatched', WHEN_MATCHED);
  checkWhen(operand, 'whenNotMatched', WHEN_NOT_MATCHED);
}

function checkWhen(merge: Document, field: string, values: ReadonlySet<string>): void {
  const value: unknown = merge[field];
  if (value === undefined || (field === 'whenMatched' && Array.isArray(value))) return;
  if (typeof value !== 'string' || !values.has(value))
    throw badValue(
      `Enumeration value '${JSON.stringify(value)}' for field '$merge.${field}' is not a valid value.`,
    );
}

const CHECKS: Readonly<Record<string, Check>> = {
  $group: checkGroup,
  $count: checkCount,
  $unwind: checkUnwind,
  $sample: checkSample,
  $out: checkOut,
  $merge: checkMerge,
  $sort: requireFields('Location15976', '$sort stage must have at least one sort key'),
  $project: requireFields(
    'Location51272',
    'Invalid $project :: caused by :: projection specification must have at least one field',
  ),
};

/** Refuses a stage whose operand MongoDB refuses when it parses the pipeline, with MongoDB's code. */
export function checkOperand(stage: string, operand: unknown): void {
  CHECKS[stage]?.(operand);
}
