import { Int32, Long, Timestamp } from 'bson';
import { badValue, CommandError } from '../errors';
import { compareValues } from '../values/compare';
import { numberOf } from '../values/key-encoding';
import { MISSING } from '../values/paths';
import { Tag, bsonType, isDocument, tagOf, typeName } from '../values/types';
import { calculate } from './arithmetic';

/** The new value of a field, from its current value and the operator's operand; `MISSING` takes the field away. */
export type FieldOperator = (current: unknown, operand: unknown, path: string) => unknown;

const increment: FieldOperator = (current, operand, path) => {
  requireNumber(operand, '$inc', path);
  if (current === MISSING) return operand;
  requireNumericField(current, '$inc', path);
  return calculate(current, operand, 'add');
};

const multiply: FieldOperator = (current, operand, path) => {
  requireNumber(operand, '$mul', path);
  if (current === MISSING) return calculate(operand, new Int32(0), 'multiply');
  requireNumericField(current, '$mul', path);
  return calculate(current, operand, 'multiply');
};

const minimum: FieldOperator = (current, operand) =>
  current === MISSING || compareValues(operand, current) < 0 ? operand : current;

const maximum: FieldOperator = (current, operand) =>
  current === MISSING || compareValues(operand, current) > 0 ? operand : current;

const currentDate: FieldOperator = (_current, operand, path) => {
  const wanted: unknown = isDocument(operand) ? operand.$type : 'date';
  if (typeof operand !== 'boolean' && !isDocument(operand))
    throw badValue(
      `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  if (wanted !== 'date' && wanted !== 'timestamp') {
    throw badValue(
      `The '$type' string field of $currentDate on '${path}' is required to be 'date' or 'timestamp'`,
    );
  }
  const now = Date.now();
  return wanted === 'timestamp' ? new Timestamp({ t: Math.floor(now / 1000), i: 1 }) : new Date(now);
};

const bit: FieldOperator = (current, operand, path) => {
  if (!isDocument(operand)) throw badValue(`The $bit modifier is not compatible with a ${typeName(operand)}`);
  let value = BigInt((current === MISSING ? 0 : numberOf(current)) as number | bigint);
  for (const [operation, by] of Object.entries(operand)) {
    const bits = BigInt(numberOf(by) as number | bigint);
    if (operation === 'and') value &= bits;
    else if (operation === 'or') value |= bits;
    else if (operation === 'xor') value ^= bits;
    else
      throw badValue(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${operation}' on '${path}'`,
      );
  }
  return bsonType(current) === 'Long' ? Long.fromBigInt(value) : new Int32(Number(BigInt.asIntN(32, value)));
};

function requireNumber(operand: unknown, operator: string, path: string): void {
  if (tagOf(operand) === Tag.number) return;
  throw new CommandError(
    'TypeMismatch',
    `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
  );
}

function requireNumericField(current: unknown, operator: string, path: string): void {
  if (tagOf(current) === Tag.number) return;
  throw new CommandError(
    'TypeMismatch',
    `Cannot apply ${operator} to a value of non-numeric type. The field '${path}' is of the type ${typeName(current)}`,
  );
}

export const fieldOperators: Readonly<Record<string, FieldOperator>> = {
  $set: (_current, operand) => operand,
  $setOnInsert: (_current, operand) => operand,
  $unset: () => MISSING,
  $inc: increment,
  $mul: multiply,
  $min: minimum,
  $max: maximum,
  $currentDate: currentDate,
  $bit: bit,
};
