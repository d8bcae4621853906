import { badValue, CommandError, notImplemented } from '../errors';
import { isDocument, tagOf, Tag, typeAlias } from '../values/types';

const UNSUPPORTED = new Set([
  '$where',
  '$text',
  '$jsonSchema',
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$within',
  '$sampleRate',
]);
const LOGICAL = new Set(['$and', '$or', '$nor']);
const COMPARING = new Set(['$eq', '$ne', '$gt', '$gte', '$lt', '$lte']);
const LISTS = new Set(['$in', '$nin', '$all']);
const OTHERS = new Set([
  '$not', '$regex', '$options', '$elemMatch', '$exists', '$type', '$size', '$mod',
  '$bitsAllClear', '$bitsAllSet', '$bitsAnyClear', '$bitsAnySet',
]); // prettier-ignore

/** @throws for filters that MongoDB refuses, and for operators that are not implemented */
export function checkFilter(filter: unknown): void {
  if (!isDocument(filter)) throw badValue('the match filter must be an expression in an object');
  for (const [field, condition] of Object.entries(filter)) {
    if (!field.startsWith('$')) checkCondition(field, condition);
    else checkTopLevel(field, condition);
  }
}

function checkTopLevel(operator: string, operand: unknown): void {
  if (UNSUPPORTED.has(operator)) throw notImplemented(operator);
  if (operator === '$expr' || operator === '$comment') return;
  if (!LOGICAL.has(operator)) throw badValue(`unknown top level operator: ${operator}`);
  if (!Array.isArray(operand)) throw badValue(`${operator} argument must be an array`);
  if (operand.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  operand.forEach((branch: unknown) => {
    if (!isDocument(branch)) throw badValue('$or/$and/$nor entries need to be full objects');
    checkFilter(branch);
  });
}

function checkCondition(field: string, condition: unknown): void {
  if (!isDocument(condition)) return;
  const keys = Object.keys(condition);
  if (!keys[0]?.startsWith('$')) return;
  for (const operator of keys) checkOperator(field, operator, condition[operator], keys);
}

function checkOperator(field: string, operator: string, operand: unknown, keys: readonly string[]): void {
  if (UNSUPPORTED.has(operator)) throw notImplemented(operator);
  if (COMPARING.has(operator)) return;
  if (LISTS.has(operator)) {
    if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`);
    if (operator !== '$all' && operand.some(isOperators)) throw badValue(`cannot nest $ under ${operator}`);
    return;
  }
  if (!OTHERS.has(operator)) throw badValue(`unknown operator: ${operator}`);
  checkOperand(field, operator, operand, keys);
}

function checkOperand(field: string, operator: string, operand: unknown, keys: readonly string[]): void {
  switch (operator) {
    case '$not':
      if (operand instanceof RegExp) return;
      if (!isDocument(operand)) throw badValue('$not needs a regex or a document');
      if (Object.keys(operand).length === 0) throw badValue('$not cannot be empty');
      return checkCondition(field, operand);
    case '$elemMatch':
      if (!isDocument(operand)) throw badValue('$elemMatch needs an Object');
      return Object.keys(operand)[0]?.startsWith('$') && !LOGICAL.has(Object.keys(operand)[0] ?? '')
        ? checkCondition(field, operand)
        : checkFilter(operand);
    case '$regex':
      if (typeof operand !== 'string' && !(operand instanceof RegExp))
        throw badValue('$regex has to be a string');
      return checkPattern(operand);
    case '$options':
      if (!keys.includes('$regex')) throw badValue('$options needs a $regex');
      return checkFlags(operand);
    case '$size':
      if (tagOf(operand) !== Tag.number || !Number.isInteger(Number(operand)) || Number(operand) < 0) {
        throw badValue('$size must be a whole number');
      }
      return;
    case '$type':
      for (const alias of Array.isArray(operand) ? operand : [operand]) {
        if (!typeAlias(alias)) throw badValue(`Unknown type name alias: ${String(alias)}`);
      }
      return;
    case '$mod':
      if (!Array.isArray(operand) || operand.length !== 2)
        throw badValue('malformed mod, not enough elements');
      if (Math.trunc(Number(operand[0])) === 0) throw badValue('divisor cannot be 0');
  }
}

function isOperators(value: unknown): boolean {
  return isDocument(value) && (Object.keys(value)[0]?.startsWith('$') ?? false) && !('$ref' in value);
}

function checkPattern(pattern: string | RegExp): void {
  try {
    new RegExp(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError('Location51091', `Regular expression is invalid: ${reason}`);
  }
}

function checkFlags(flags: unknown): void {
  if (typeof flags !== 'string') throw badValue('$options has to be a string');
  const bad = [...flags].find((flag) => !'imsux'.includes(flag));
  if (bad) throw new CommandError('Location51108', `invalid flag in regex options: ${bad}`);
}
