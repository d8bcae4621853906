import { CommandError } from '../errors';
import { compareValues } from '../values/compare';
import { isDocument } from '../values/types';
import {
  addToSet, average, count, deviation, first, last, maximum, merge, minimum, push, sum, type Accumulator,
} from './accumulators'; // prettier-ignore
import { requireAmount } from './array-checks';
import { compareBy } from './array-walks';
import { checkNames } from './arguments';
import { percentiles, requireQuantiles } from './percentiles';
import { isNullish } from './truth';
import { type Compiler, type Compute } from './types';

/** The expression whose value a group takes of each document, and the accumulator that takes the values. */
export interface CompiledAccumulator {
  readonly compute: Compute;
  create(): Accumulator;
}

type Definition = (operand: unknown, compiler: Compiler) => CompiledAccumulator;

/** An accumulator of one expression. */
const of =
  (create: () => Accumulator): Definition =>
  (operand, compiler) => ({
    compute: compiler.compile(operand),
    create,
  });

/** `{input, n}`: so many of the values that `keep` lets in, chosen when all are there. */
const several =
  (
    name: string,
    keep: (value: unknown) => boolean,
    choose: (values: readonly unknown[], amount: number) => unknown[],
  ): Definition =>
  (operand, compiler) => {
    const { input, n } = checkNames(name, operand, { required: ['input', 'n'] });
    const amount = requireAmount(name, compiler.compile(n)({}));
    return {
      compute: compiler.compile(input),
      create() {
        const values: unknown[] = [];
        return {
          add: (value) => void (keep(value) && values.push(value ?? null)),
          result: () => choose(values, amount),
        };
      },
    };
  };

const isPresent = (value: unknown): boolean => !isNullish(value);

/** `{sortBy, output}`, with `n` where several are asked for: outputs in the order of their documents. */
const ordered =
  (name: string, isTop: boolean, isSeveral: boolean): Definition =>
  (operand, compiler) => {
    const { sortBy, output, n } = checkNames(name, operand, {
      required: isSeveral ? ['sortBy', 'output', 'n'] : ['sortBy', 'output'],
    });
    if (!isDocument(sortBy)) throw new CommandError('Location5788604', `${name}'s sortBy must be a document`);
    const compare = compareBy(sortBy);
    const amount = isSeveral ? requireAmount(name, compiler.compile(n)({})) : 1;
    const compute = compiler.compile(output);
    return {
      compute: (variables) => ({ document: variables.ROOT, output: compute(variables) ?? null }),
      create() {
        const rows: Row[] = [];
        return {
          add: (row) => void rows.push(row as Row),
          result() {
            const sorted = rows.toSorted((a, b) => compare(a.document, b.document));
            const chosen = (isTop ? sorted.slice(0, amount) : sorted.slice(-amount)).map((row) => row.output);
            return isSeveral ? chosen : chosen[0];
          },
        };
      },
    };
  };

interface Row {
  readonly document: unknown;
  readonly output: unknown;
}

const quantiles =
  (name: '$median' | '$percentile'): Definition =>
  (operand, compiler) => {
    const spec = checkNames(name, operand, {
      required: name === '$median' ? ['input', 'method'] : ['input', 'p', 'method'],
    });
    const wanted = name === '$median' ? [0.5] : requireQuantiles(compiler.compile(spec.p)({}));
    return {
      compute: compiler.compile(spec.input),
      create() {
        const values: unknown[] = [];
        return {
          add: (value) => void values.push(value),
          result: () => {
            const found = percentiles(values, wanted);
            return name === '$median' ? found[0] : found;
          },
        };
      },
    };
  };

const ACCUMULATORS: Readonly<Record<string, Definition>> = {
  $sum: of(sum),
  $avg: of(average),
  $min: of(minimum),
  $max: of(maximum),
  $stdDevPop: of(deviation(false)),
  $stdDevSamp: of(deviation(true)),
  $first: of(first),
  $last: of(last),
  $push: of(push),
  $addToSet: of(addToSet),
  $mergeObjects: of(merge),
  $count: (operand) => {
    if (!isDocument(operand) || Object.keys(operand).length > 0)
      throw new CommandError('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
    return { compute: () => null, create: count };
  },
  $firstN: several(
    '$firstN',
    () => true,
    (values, amount) => values.slice(0, amount),
  ),
  $lastN: several(
    '$lastN',
    () => true,
    (values, amount) => values.slice(-amount),
  ),
  $minN: several('$minN', isPresent, (values, amount) => values.toSorted(compareValues).slice(0, amount)),
  $maxN: several('$maxN', isPresent, (values, amount) =>
    values.toSorted((a, b) => compareValues(b, a)).slice(0, amount),
  ),
  $top: ordered('$top', true, false),
  $topN: ordered('$topN', true, true),
  $bottom: ordered('$bottom', false, false),
  $bottomN: ordered('$bottomN', false, true),
  $median: quantiles('$median'),
  $percentile: quantiles('$percentile'),
};

/** Compiles `{$sum: expression}` and its like. */
export function compileAccumulator(name: string, operand: unknown, compiler: Compiler): CompiledAccumulator {
  const definition = Object.hasOwn(ACCUMULATORS, name) ? ACCUMULATORS[name] : undefined;
  if (!definition) throw new CommandError('Location15952', `unknown group operator '${name}'`);
  return definition(operand, compiler);
}
