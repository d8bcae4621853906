import { evalExpr } from 'mingo/core';
import { type Options } from 'mingo/types';
import { compareValues } from '../values/compare';

type Expression = (document: unknown, operands: unknown, options: Options) => unknown;

function comparing(judge: (order: number) => unknown): Expression {
  return (document, operands, options) => {
    const [a, b] = evalExpr(document, operands, options) as [unknown, unknown];
    return judge(compareValues(a, b));
  };
}

/** The comparison expressions of aggregation, in BSON's order. */
export const compareOperators = {
  $cmp: comparing(Math.sign),
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
};
