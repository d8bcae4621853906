import { evalExpr } from 'mingo/core';
import { type Options } from 'mingo/types';
import { $range } from 'mingo/operators/expression';
import { CommandError } from '../errors';

/** As many as MongoDB has room for in the 100 MB that it gives a range. */
const MOST_IN_RANGE = 6_500_000;

/** Expressions of whose operands a few bytes would make an array that ends the process. */
export const boundedExpressions = {
  $range: (document: unknown, operands: unknown, options: Options): unknown => {
    const [start, end, step = 1] = evalExpr(document, operands, options) as (number | undefined)[];
    if (Math.abs((Number(end) - Number(start)) / Number(step)) > MOST_IN_RANGE)
      throw new CommandError('ExceededMemoryLimit', `$range would have more than ${MOST_IN_RANGE} elements`);
    return $range(document as never, operands, options);
  },
};
