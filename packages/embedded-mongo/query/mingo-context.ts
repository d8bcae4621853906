import { Context, ProcessingMode } from 'mingo/core';
import { type Options } from 'mingo/types';
import * as queries from 'mingo/operators/query';
import { Query } from 'mingo/query';
import { compileExpression, variablesOf } from '../expressions/compile';
import { isTrue } from '../expressions/truth';
import { matchOperators } from './match-operators';

let prepared: Options | undefined;

/**
 * Mingo copies its whole table of operators for every query, except when it is given options that it has
 * prepared itself; an operator gets to see such options.
 */
const capture = {
  $capture: (_path: string, _operand: unknown, options: Options) => {
    prepared = options;
    return () => true;
  },
};

/** `$expr` computes with the store's own expressions, which keep the types of numbers. */
function expression(
  _path: string,
  operand: unknown,
  { variables = {} }: Options,
): (document: unknown) => boolean {
  const compute = compileExpression(operand, Object.keys(variables));
  return (document) => isTrue(compute(variablesOf(document, variables)));
}

/**
 * Mingo's query operators, with the store's own where values are compared: mingo compares JavaScript values by rules of
 * its own, the store by BSON's, the same in filters, sorts and index keys.
 */
const context = Context.init({
  query: { ...queries, ...(matchOperators as unknown as typeof queries), ...capture, $expr: expression },
});

const plainOptions = mingoOptions({});

/** Options for mingo, with the variables that a command's `let` defines. */
export function mingoOptions(variables: Readonly<Record<string, unknown>>): Options {
  return {
    idKey: '_id',
    scriptEnabled: false,
    useStrictMode: true,
    failOnError: true,
    processingMode: ProcessingMode.CLONE_OFF,
    context,
    variables,
  };
}

export function defaultOptions(): Options {
  if (!prepared) new Query({ field: { $capture: 1 } }, plainOptions);
  return prepared ?? plainOptions;
}
