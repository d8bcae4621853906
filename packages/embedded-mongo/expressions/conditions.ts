import { type Document } from 'bson';
import { CommandError } from '../errors';
import { compareValues } from '../values/compare';
import { isDocument } from '../values/types';
import { binary, checkNames, compileArguments, unary } from './arguments';
import { isNullish, isTrue } from './truth';
import { type Compiler, type Compute, type Operator, type Operators } from './types';

const comparing = (name: string, judge: (order: number) => unknown): Operator =>
  binary(name, (a, b) => judge(compareExpressionValues(a, b)));

/** In BSON's order, where a missing field comes before null. */
function compareExpressionValues(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined) || 0;
  return compareValues(a, b);
}

const MANY = [0, Infinity] as const;

const every: Operator = (operand, compiler) => {
  const computes = compileArguments('$and', operand, MANY, compiler);
  return (variables) => computes.every((compute) => isTrue(compute(variables)));
};

const some: Operator = (operand, compiler) => {
  const computes = compileArguments('$or', operand, MANY, compiler);
  return (variables) => computes.some((compute) => isTrue(compute(variables)));
};

/** `[if, then, else]`, or the three by name. */
const conditional: Operator = (operand, compiler) => {
  const given =
    isDocument(operand) && !isOperatorDocument(operand)
      ? byName(checkNames('$cond', operand, { required: ['if', 'then', 'else'] }))
      : operand;
  const [test, then, otherwise] = compileArguments('$cond', given, [3, 3], compiler);
  return (variables) => (isTrue(test?.(variables)) ? then?.(variables) : otherwise?.(variables));
};

const isOperatorDocument = (document: Document): boolean =>
  Object.keys(document)[0]?.startsWith('$') ?? false;
const byName = ({ if: test, then, else: otherwise }: Document): unknown[] => [test, then, otherwise];

/** The first argument that is neither null nor missing, or the last. */
const ifNull: Operator = (operand, compiler) => {
  if (!Array.isArray(operand) || operand.length < 2)
    throw new CommandError('Location1257300', '$ifNull needs at least two arguments');
  const computes = compileArguments('$ifNull', operand, [2, Infinity], compiler);
  return (variables) => {
    let value: unknown;
    for (const compute of computes) {
      value = compute(variables);
      if (!isNullish(value)) return value;
    }
    return value;
  };
};

const branching: Operator = (operand, compiler) => {
  const { branches, default: given } = checkNames('$switch', operand, {
    required: ['branches'],
    optional: ['default'],
  }) as { branches: unknown; default?: unknown };
  if (!Array.isArray(branches) || branches.length === 0)
    throw new CommandError('Location40068', '$switch requires at least one branch');
  const compiled = branches.map((branch: unknown) => compileBranch(branch, compiler));
  const otherwise = given === undefined ? undefined : compiler.compile(given);
  return (variables) => {
    const taken = compiled.find(({ test }) => isTrue(test(variables)));
    if (taken) return taken.then(variables);
    if (otherwise) return otherwise(variables);
    throw new CommandError(
      'Location40066',
      '$switch could not find a matching branch for an input, and no default was specified',
    );
  };
};

function compileBranch(branch: unknown, compiler: Compiler): { test: Compute; then: Compute } {
  const { case: test, then } = checkNames('$switch', branch, { required: ['case', 'then'] });
  return { test: compiler.compile(test), then: compiler.compile(then) };
}

export const conditions: Operators = {
  $cmp: comparing('$cmp', Math.sign),
  $eq: comparing('$eq', (order) => order === 0),
  $ne: comparing('$ne', (order) => order !== 0),
  $gt: comparing('$gt', (order) => order > 0),
  $gte: comparing('$gte', (order) => order >= 0),
  $lt: comparing('$lt', (order) => order < 0),
  $lte: comparing('$lte', (order) => order <= 0),
  $and: every,
  $or: some,
  $not: unary('$not', (value) => !isTrue(value)),
  $cond: conditional,
  $ifNull: ifNull,
  $switch: branching,
};
