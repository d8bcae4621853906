import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { CommandError, notImplemented } from '../errors';
import { compileExpression, variablesOf } from '../expressions/compile';
import { type Compute, type Variables } from '../expressions/types';
import { compareValues } from '../values/compare';
import { toSafeInteger } from '../values/numbers';
import { isDocument, tagOf, typeName } from '../values/types';
import { type Stage } from './context';
import { collectGroups, compileFields, Group } from './grouping';

const COUNT = { count: { $sum: 1 } };

interface Bucketing {
  readonly groupBy: unknown;
  readonly output?: Document;
  readonly boundaries?: unknown;
  readonly default?: unknown;
  readonly buckets?: unknown;
  readonly granularity?: unknown;
}

function parse(name: string, operand: unknown, required: string): Bucketing {
  if (isDocument(operand) && 'groupBy' in operand && required in operand) return operand as Bucketing;
  throw new CommandError(
    name === '$bucket' ? 'Location40198' : 'Location40246',
    `${name} requires 'groupBy' and '${required}' to be specified.`,
  );
}

/** Groups by ranges, each from one boundary to before the next; whatever lies in none goes to the default bucket. */
export function bucketStage(operand: unknown, options: Options): Stage {
  const spec = parse('$bucket', operand, 'boundaries');
  const { variables = {} } = options;
  const names = Object.keys(variables);
  const constant = (expression: unknown): unknown => compileExpression(expression, names)(variables);
  const bounds = requireBoundaries(spec.boundaries).map(constant);
  checkBoundaries(bounds);
  const fallback = 'default' in spec ? { id: constant(spec.default) } : undefined;
  const idOf = bucketOf(compileExpression(spec.groupBy, names), bounds, fallback);
  const fields = compileFields(spec.output ?? COUNT, options);
  return (documents) =>
    collectGroups(documents, idOf, fields, options)
      .sort((a, b) => compareValues(a.id, b.id))
      .map((group) => group.document());
}

/** The lower boundary of the range that a value lies in. */
function bucketOf(
  valueOf: Compute,
  bounds: readonly unknown[],
  fallback?: { readonly id: unknown },
): Compute {
  return (variables: Variables) => {
    const value = valueOf(variables) ?? null;
    const at = bounds.findLastIndex((bound) => compareValues(bound, value) <= 0);
    if (at >= 0 && at < bounds.length - 1) return bounds[at];
    if (fallback) return fallback.id;
    throw new CommandError(
      'Location40066',
      '$switch could not find a matching branch for an input, and no default was specified',
    );
  };
}

function requireBoundaries(given: unknown): readonly unknown[] {
  if (!Array.isArray(given))
    throw new CommandError(
      'Location40200',
      `The $bucket 'boundaries' field must be an array, but found ${typeName(given)}`,
    );
  if (given.length < 2)
    throw new CommandError('Location40192', "The $bucket 'boundaries' field must have at least 2 values");
  return given;
}

function checkBoundaries(bounds: readonly unknown[]): void {
  for (const [i, bound] of bounds.slice(1).entries()) {
    if (tagOf(bound) !== tagOf(bounds[i]))
      throw new CommandError(
        'Location40193',
        "All values in the 'boundaries' option to $bucket must have the same type",
      );
    if (compareValues(bounds[i], bound) >= 0)
      throw new CommandError('Location40194', "The 'boundaries' option to $bucket must be sorted");
  }
}

interface Valued {
  readonly value: unknown;
  readonly scope: Variables;
}

/** Groups of about the same size, with equal values in the same group. */
export function bucketAutoStage(operand: unknown, options: Options): Stage {
  const spec = parse('$bucketAuto', operand, 'buckets');
  if (spec.granularity !== undefined) throw notImplemented("$bucketAuto with 'granularity'");
  const buckets = toSafeInteger(spec.buckets);
  if (buckets === undefined || buckets <= 0)
    throw new CommandError(
      'Location40243',
      "The $bucketAuto 'buckets' field must be an integer greater than 0",
    );
  const { variables = {} } = options;
  const valueOf = compileExpression(spec.groupBy, Object.keys(variables));
  const fields = compileFields(spec.output ?? COUNT, options);
  return function* (documents) {
    const rows = [...documents].map((document): Valued => {
      const scope = variablesOf(document, variables);
      return { scope, value: valueOf(scope) ?? null };
    });
    rows.sort((a, b) => compareValues(a.value, b.value));
    const parts = split(rows, buckets);
    for (const [i, part] of parts.entries()) {
      const max = parts[i + 1]?.[0] ?? part.at(-1);
      const group = new Group({ min: part[0]?.value, max: max?.value }, fields);
      for (const { scope } of part) group.add(scope);
      yield group.document();
    }
  };
}

/** The last part takes what is left. */
function split(rows: readonly Valued[], buckets: number): (readonly Valued[])[] {
  const size = Math.max(Math.round(rows.length / buckets), 1);
  const parts: Valued[][] = [];
  for (let start = 0; start < rows.length;) {
    const isLast = parts.length === buckets - 1;
    let end = isLast ? rows.length : Math.min(start + size, rows.length);
    while (end < rows.length && compareValues(rows[end]?.value, rows[end - 1]?.value) === 0) end++;
    parts.push(rows.slice(start, end));
    start = end;
  }
  return parts;
}
