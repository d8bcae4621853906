import { Double, type Document } from 'bson';
import { CommandError } from '../errors';
import { isDocument } from '../values/types';
import { checkNames } from './arguments';
import { type Compiler, type Compute, type Operator, type Operators, type Variables } from './types';

const NAME = /^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/;

export function checkVariableName(name: string): void {
  if (!NAME.test(name) && name !== 'CURRENT')
    throw new CommandError(
      'FailedToParse',
      `'${name}' starts with or contains an invalid character for a user variable name`,
    );
}

/** Compiles `{name: expression, …}` to the variables that expressions inside see further. */
export function compileVariables(
  expressions: Document,
  compiler: Compiler,
): (variables: Variables) => Variables {
  const computes = Object.entries(expressions).map(([name, expression]): [string, Compute] => {
    checkVariableName(name);
    return [name, compiler.compile(expression)];
  });
  return (variables) => ({
    ...variables,
    ...Object.fromEntries(computes.map(([name, compute]) => [name, compute(variables)])),
  });
}

const letIn: Operator = (operand, compiler) => {
  const { vars, in: inner } = checkNames('$let', operand, { required: ['vars', 'in'] });
  if (!isDocument(vars))
    throw new CommandError('Location10065', 'invalid parameter: expected an object (vars)');
  const bind = compileVariables(vars, compiler);
  const compute = compiler.with(Object.keys(vars)).compile(inner);
  return (variables) => compute(bind(variables));
};

const random: Operator = (operand) => {
  const takesNone = (isDocument(operand) || Array.isArray(operand)) && Object.keys(operand).length === 0;
  if (!takesNone) throw new CommandError('Location3040501', '$rand does not currently accept arguments');
  return () => new Double(Math.random());
};

export const variables: Operators = {
  $let: letIn,
  $literal: (operand) => () => operand,
  $rand: random,
};
