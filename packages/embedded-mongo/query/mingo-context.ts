import { Context, ProcessingMode } from 'mingo/core';
import { type Options } from 'mingo/types';
import * as queries from 'mingo/operators/query';
import { compileExpression, variablesOf } from '../expressions/compile';
import { isTrue } from '../expressions/truth';
import { matchOperators } from './match-operators';

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
 * its own, the store by BSON's, the same in filters, sorts and index keys. Mingo copies this table for every query, so
 * it has no operators but those of queries.
 */
const context = Context.init({
  query: { ...queries, ...(matchOperators as unknown as typeof queries), $expr: expression },
});

/** Options for mingo's queries, with the variables that a command's `let` defines. */
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

const withoutVariables = mingoOptions({});

export function defaultOptions(): Options {
  return withoutVariables;
}
