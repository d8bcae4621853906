import { Context, ProcessingMode } from 'mingo/core';
import { type Options } from 'mingo/types';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import { type Iterator } from 'mingo/lazy';
import * as windows from 'mingo/operators/window';
import { Query } from 'mingo/query';
import { sortStage } from '../aggregate/sort-stage';
import { boundedExpressions } from './bounded-expressions';
import { compareOperators } from './compare-expressions';
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

/**
 * Mingo's operators, with ours where values are compared: mingo compares JavaScript values by rules of
 * its own, the store by BSON's, the same in filters, sorts and index keys.
 */
const context = Context.init({
  accumulator: accumulators,
  expression: {
    ...expressions,
    ...compareOperators,
    ...(boundedExpressions as unknown as typeof expressions),
  },
  pipeline: {
    ...stages,
    $sort: sortStage as unknown as typeof stages.$sort,
    $store: storeStage as unknown as typeof stages.$sort,
  },
  projection: projections,
  query: { ...queries, ...(matchOperators as unknown as typeof queries), ...capture },
  window: windows,
});

/** Applies a stage that the store has made into a function. */
function storeStage(input: Iterator, stage: unknown): Iterator {
  return (stage as (input: Iterator) => Iterator)(input);
}

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
