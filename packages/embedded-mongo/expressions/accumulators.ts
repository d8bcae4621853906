import { Double, type Document } from 'bson';
import { CommandError } from '../errors';
import { compareValues } from '../values/compare';
import { encodeKeyText } from '../values/key-encoding';
import { integerOf, isNumeric, toDouble } from '../values/numbers';
import { isDocument } from '../values/types';
import { requireAmount } from './array-checks';
import { compareBy } from './array-walks';
import { checkNames } from './arguments';
import { mergeInto } from './objects';
import { percentiles, requireQuantiles } from './percentiles';
import { Sum } from './sum';
import { isNullish } from './truth';
import { type Compiler, type Compute } from './types';

/** Takes the values of a group one after the other, in the order of its documents. */
export interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

/** What a group computes of each document, and what takes the values. */
export interface CompiledAccumulator {
  readonly compute: Compute;
  create(): Accumulator;
}

type Definition = (operand: unknown, compiler: Compiler) => CompiledAccumulator;

export function sum(): Accumulator {
  const total = new Sum();
  return { add: (value) => isNumeric(value) && total.add(value), result: () => total.total() };
}

export function average(): Accumulator {
  const total = new Sum();
  let count = 0;
  return {
    add(value) {
      if (!isNumeric(value)) return;
      total.add(value);
      count++;
    },
    result: () => (count === 0 ? null : total.mean(count)),
  };
}

/** The first value of an order that is neither null nor missing; null without one. Arrays are values as any other. */
const extreme = (isBefore: (order: number) => boolean) => (): Accumulator => {
  let best: unknown = null;
  return {
    add(value) {
      if (isNullish(value)) return;
      if (best === null || isBefore(compareValues(value, best))) best = value;
    },
    result: () => best,
  };
};

export const minimum = extreme((order) => order < 0);
export const maximum = extreme((order) => order > 0);

/** By Welford's method. Of fewer than two numbers a sample has no deviation, of none a population. */
export const deviation = (isSample: boolean) => (): Accumulator => {
  let [count, mean, squares] = [0, 0, 0];
  return {
    add(value) {
      if (!isNumeric(value)) return;
      const number = toDouble(value);
      const distance = number - mean;
      mean += distance / ++count;
      squares += distance * (number - mean);
    },
    result() {
      const divisor = isSample ? count - 1 : count;
      return divisor <= 0 ? null : new Double(Math.sqrt(squares / divisor));
    },
  };
};

function count(): Accumulator {
  let documents = 0;
  return { add: () => void documents++, result: () => integerOf(BigInt(documents), 'int') };
}

/** A missing value is null. */
function first(): Accumulator {
  let found: { readonly value: unknown } | undefined;
  return { add: (value) => void (found ??= { value }), result: () => found?.value ?? null };
}

/** A missing value is null. */
function last(): Accumulator {
  let found: unknown;
  return { add: (value) => void (found = value), result: () => found ?? null };
}

/** Missing values are passed over, null is a value. */
function push(): Accumulator {
  const values: unknown[] = [];
  return { add: (value) => void (value !== undefined && values.push(value)), result: () => values };
}

/** Each value once, in the order of first appearance; missing values are passed over. */
function addToSet(): Accumulator {
  const values = new Map<string, unknown>();
  return {
    add(value) {
      if (value === undefined) return;
      const key = encodeKeyText(value);
      if (!values.has(key)) values.set(key, value);
    },
    result: () => [...values.values()],
  };
}

function merge(): Accumulator {
  const merged: Document = {};
  return { add: (value) => mergeInto(merged, value), result: () => merged };
}

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
