import { CommandError, notImplemented } from '../errors';
import { isNumeric, toDouble } from '../values/numbers';
import { isDocument, typeAlias, typeName } from '../values/types';
import { checkNames, unary } from './arguments';
import { CONVERSIONS, type Convert } from './convert-values';
import { isNullish } from './truth';
import { type Operator, type Operators } from './types';

function conversionTo(to: unknown): Convert {
  const type: unknown = isDocument(to) ? to.type : to;
  const name = typeof type === 'string' ? type : isNumeric(type) ? typeAlias(toDouble(type)) : undefined;
  if (name !== undefined && typeAlias(name) === undefined)
    throw new CommandError('BadValue', `Unknown type name: ${name}`);
  if (name === undefined)
    throw new CommandError('FailedToParse', "$convert's 'to' argument must be a string or number");
  const convert = CONVERSIONS[name];
  if (!convert || (isDocument(to) && to.subtype !== undefined)) throw notImplemented(`$convert to ${name}`);
  return convert;
}

/** `onError` stands in for a conversion that failed, and for no other error. */
const convert: Operator = (operand, compiler) => {
  const spec = checkNames('$convert', operand, {
    required: ['input', 'to'],
    optional: ['onError', 'onNull'],
  });
  const [input, to] = [compiler.compile(spec.input), compiler.compile(spec.to)];
  const onNull = compiler.compile(spec.onNull ?? null);
  const onError = 'onError' in spec ? compiler.compile(spec.onError) : undefined;
  return (variables) => {
    const [value, type] = [input(variables), to(variables)];
    if (isNullish(value)) return onNull(variables);
    if (isNullish(type)) return null;
    const apply = conversionTo(type);
    try {
      return apply(value);
    } catch (error) {
      const isFailure = error instanceof CommandError && error.codeName === 'ConversionFailure';
      if (isFailure && onError) return onError(variables);
      throw error;
    }
  };
};

const to = (name: string, type: string): Operator =>
  unary(name, (value) => (isNullish(value) ? null : CONVERSIONS[type]?.(value)));

export const conversions: Operators = {
  $convert: convert,
  $toInt: to('$toInt', 'int'),
  $toLong: to('$toLong', 'long'),
  $toDouble: to('$toDouble', 'double'),
  $toDecimal: to('$toDecimal', 'decimal'),
  $toBool: to('$toBool', 'bool'),
  $toDate: to('$toDate', 'date'),
  $toString: to('$toString', 'string'),
  $toObjectId: to('$toObjectId', 'objectId'),
  $type: unary('$type', typeName),
  $isNumber: unary('$isNumber', isNumeric),
};
