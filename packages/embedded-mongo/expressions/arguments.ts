import { type Document } from 'bson';
import { CommandError } from '../errors';
import { isDocument } from '../values/types';
import { type Compiler, type Compute, type Operator, type Variables } from './types';
import { isNullish } from './truth';

/** An operator whose arguments are computed in order: `{$op: [a, b]}`, or `{$op: a}` for one. */
export function positional(
  name: string,
  [least, most]: readonly [number, number],
  apply: (args: readonly unknown[]) => unknown,
): Operator {
  return (operand, compiler) => {
    const args = compileArguments(name, operand, [least, most], compiler);
    return (variables) => apply(args.map((compute) => compute(variables)));
  };
}

export function compileArguments(
  name: string,
  operand: unknown,
  [least, most]: readonly [number, number],
  compiler: Compiler,
): Compute[] {
  const expressions: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (expressions.length < least || expressions.length > most) {
    const wanted = least === most ? `exactly ${least}` : `at least ${least}, and at most ${most},`;
    throw new CommandError(
      least === most ? 'Location16020' : 'Location28667',
      `Expression ${name} takes ${wanted} arguments. ${expressions.length} were passed in.`,
    );
  }
  return expressions.map((expression) => compiler.compile(expression));
}

/** An operator of one argument. */
export const unary = (name: string, apply: (argument: unknown) => unknown): Operator =>
  positional(name, [1, 1], ([argument]) => apply(argument));

/** An operator of one argument that is null where the argument is null or missing. */
export const unaryOrNull = (name: string, apply: (argument: unknown) => unknown): Operator =>
  unary(name, (argument) => (isNullish(argument) ? null : apply(argument)));

/** An operator of two arguments. */
export const binary = (name: string, apply: (a: unknown, b: unknown) => unknown): Operator =>
  positional(name, [2, 2], ([a, b]) => apply(a, b));

export interface Names {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

/** An operator whose arguments have names; those that were not given are missing. */
export function named(
  name: string,
  names: Names,
  apply: (args: Readonly<Record<string, unknown>>) => unknown,
): Operator {
  return (operand, compiler) => {
    const given = Object.entries(checkNames(name, operand, names));
    const computes = given.map(([key, expression]) => [key, compiler.compile(expression)] as const);
    return (variables) =>
      apply(Object.fromEntries(computes.map(([key, compute]) => [key, compute(variables)])));
  };
}

/** The operand as a document that has all required fields and no unknown one. */
export function checkNames(name: string, operand: unknown, { required, optional = [] }: Names): Document {
  if (!isDocument(operand))
    throw new CommandError('FailedToParse', `${name} requires an object as an argument`);
  const unknown = Object.keys(operand).find((key) => !required.includes(key) && !optional.includes(key));
  if (unknown !== undefined)
    throw new CommandError('FailedToParse', `Unrecognized argument to ${name}: ${unknown}`);
  const missing = required.find((key) => !(key in operand));
  if (missing !== undefined)
    throw new CommandError('FailedToParse', `Missing '${missing}' parameter to ${name}`);
  return operand;
}

/** Computes those of the named arguments that a specification has; the others are no fields of the result. */
export function compileGiven(
  spec: Document,
  names: readonly string[],
  compiler: Compiler,
): (variables: Variables) => Record<string, unknown> {
  const computes = names
    .filter((name) => name in spec)
    .map((name): [string, Compute] => [name, compiler.compile(spec[name])]);
  return (variables) => Object.fromEntries(computes.map(([name, compute]) => [name, compute(variables)]));
}
