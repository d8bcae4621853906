import { compileArguments, named } from './arguments';
import { average, deviation, maximum, minimum, sum, type Accumulator } from './accumulators';
import { percentiles, requireQuantiles } from './percentiles';
import { type Operator, type Operators } from './types';

/** An accumulator's name as an expression: over its arguments, or over the elements of a single one that is an array. */
const over =
  (name: string, create: () => Accumulator): Operator =>
  (operand, compiler) => {
    const computes = compileArguments(name, operand, [0, Infinity], compiler);
    return (variables) => {
      const values = computes.map((compute) => compute(variables));
      const [only] = values;
      const accumulator = create();
      for (const value of values.length === 1 && Array.isArray(only) ? (only as unknown[]) : values)
        accumulator.add(value);
      return accumulator.result();
    };
  };

const numbersOf = (input: unknown): readonly unknown[] => (Array.isArray(input) ? input : [input]);

export const summaries: Operators = {
  $sum: over('$sum', sum),
  $avg: over('$avg', average),
  $min: over('$min', minimum),
  $max: over('$max', maximum),
  $stdDevPop: over('$stdDevPop', deviation(false)),
  $stdDevSamp: over('$stdDevSamp', deviation(true)),
  $median: named(
    '$median',
    { required: ['input', 'method'] },
    ({ input }) => percentiles(numbersOf(input), [0.5])[0],
  ),
  $percentile: named('$percentile', { required: ['input', 'p', 'method'] }, ({ input, p }) =>
    percentiles(numbersOf(input), requireQuantiles(p)),
  ),
};
