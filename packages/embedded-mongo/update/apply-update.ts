import { type Document } from 'bson';
import { badValue, CommandError } from '../errors';
import { compareValues, isEqualValue } from '../values/compare';
import { MISSING } from '../values/paths';
import { isDocument, typeName } from '../values/types';
import { arrayOperators } from './array-operators';
import { fieldOperators, type FieldOperator } from './field-operators';
import {
  arrayOnPath,
  checkTraversable,
  checkViable,
  concretePaths,
  read,
  write,
  type PathContext,
} from './update-paths';

const OPERATORS: Readonly<Record<string, FieldOperator>> = { ...fieldOperators, ...arrayOperators };

/** One thing to do at one path. */
interface Step {
  readonly operator: string;
  readonly path: string;
  readonly operand: unknown;
}

export function isOperatorUpdate(update: Document): boolean {
  return Object.keys(update)[0]?.startsWith('$') ?? false;
}

/** Checks an update document's operators and paths. */
export function checkOperators(update: Document): void {
  const taken: string[] = [];
  for (const { operator, path, operand } of stepsOf(update)) {
    checkPath(path, operator);
    if (operator === '$rename') checkRename(path, operand);
    claim(taken, path);
    if (operator === '$rename') claim(taken, String(operand));
  }
}

/** Applies update operators to a typed document, in place. */
export function applyOperators(
  document: Document,
  update: Document,
  context: PathContext,
  isInsert: boolean,
): void {
  for (const { operator, path, operand } of stepsOf(update).sort(compareSteps)) {
    if (operator === '$setOnInsert' && !isInsert) continue;
    if (operator === '$rename') rename(document, path, String(operand));
    else concretePaths(document, path, context).forEach((each) => applyAt(document, each, operator, operand));
  }
}

/** These make nothing at a path that leads to nothing, and check all the same that it could. */
const CHECKED_WHERE_MISSING = new Set(['$pop', '$pull', '$pullAll']);

function applyAt(document: Document, path: string, operator: string, operand: unknown): void {
  const before = read(document, path);
  if (before === MISSING && CHECKED_WHERE_MISSING.has(operator)) checkViable(document, path);
  const after = OPERATORS[operator]?.(before, operand, path);
  if (path === '_id' && before !== MISSING && !isEqualValue(before, after)) throw immutableId(path);
  if (after === before) return;
  write(document, path, after);
}

export function immutableId(path = '_id'): CommandError {
  return new CommandError(
    'ImmutableField',
    `Performing an update on the path '${path}' would modify the immutable field '_id'`,
  );
}

function stepsOf(update: Document): Step[] {
  return Object.entries(update).flatMap(([operator, fields]) => {
    if (!OPERATORS[operator] && operator !== '$rename') {
      throw new CommandError(
        'FailedToParse',
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!isDocument(fields)) {
      throw new CommandError(
        'FailedToParse',
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${JSON.stringify(fields)}}`,
      );
    }
    return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand: operand as unknown }));
  });
}

function checkPath(path: string, operator: string): void {
  if (path === '' || path.split('.').includes('')) {
    throw new CommandError(
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  const bad = path.startsWith('$') ? path : path.split('.').find(isForbidden);
  if (bad)
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${bad}' in '${path}' is not allowed in the context of an update's ${operator}.`,
    );
  if (path === '_id' && ['$unset', '$rename', '$push', '$pull', '$addToSet', '$pop'].includes(operator))
    throw immutableId(path);
  if (path.startsWith('_id.')) throw immutableId(path);
}

const DBREF_FIELDS = new Set(['$ref', '$id', '$db']);

/** Names with a dollar stand for elements of an array, or are a reference's. */
function isForbidden(part: string): boolean {
  return part.startsWith('$') && part !== '$' && !/^\$\[\w*\]$/.test(part) && !DBREF_FIELDS.has(part);
}

function checkRename(from: string, to: unknown): void {
  if (typeof to !== 'string')
    throw badValue(`The 'to' field for $rename must be a string: ${from}: ${String(to)}`);
  for (const [end, path] of [
    ['source', from],
    ['destination', to],
  ] as const)
    if (path.split('.').some((part) => part.startsWith('$') && !DBREF_FIELDS.has(part)))
      throw badValue(`The ${end} field for $rename may not be dynamic: ${path}`);
  if (from === to) throw badValue(`The source and target field for $rename must differ: ${from}: "${to}"`);
  checkPath(to, '$rename');
}

function claim(taken: string[], path: string): void {
  const other = taken.find(
    (each) => each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`),
  );
  if (other !== undefined) {
    throw new CommandError(
      'ConflictingUpdateOperators',
      `Updating the path '${path}' would create a conflict at '${other.length < path.length ? other : path}'`,
    );
  }
  taken.push(path);
}

function rename(document: Document, from: string, to: string): void {
  checkTraversable(document, from);
  const value = read(document, from);
  if (value === MISSING) return;
  refuseArray(document, from, 'source');
  refuseArray(document, to, 'destination');
  write(document, to, value);
  write(document, from, MISSING);
}

function refuseArray(document: Document, path: string, end: 'source' | 'destination'): void {
  const array = arrayOnPath(document, path);
  if (array === undefined) return;
  const id = JSON.stringify(document._id);
  throw badValue(
    `The ${end} field cannot be an array element, '${path}' in doc with _id: ${id} has an array field called '${array}'`,
  );
}

/** In the order of the fields that are written: `$rename` writes the one that it names last. */
function compareSteps(a: Step, b: Step): number {
  return comparePaths(writtenPath(a), writtenPath(b));
}

function writtenPath({ operator, path, operand }: Step): string {
  return operator === '$rename' ? String(operand) : path;
}

/** New fields come in the order of their names, numbered ones in the order of their numbers. */
function comparePaths(a: string, b: string): number {
  const [x, y] = [a.split('.'), b.split('.')];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const [p = '', q = ''] = [x[i], y[i]];
    const order = /^\d+$/.test(p) && /^\d+$/.test(q) ? Number(p) - Number(q) : compareValues(p, q);
    if (order !== 0) return order;
  }
  return x.length - y.length;
}
