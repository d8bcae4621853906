import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { nameOf, splitLeading } from '../aggregate/leading-stages';
import { countedConstant, simpleProjection } from '../aggregate/shapes';
import { badValue, notImplemented } from '../errors';
import { mingoOptions } from '../query/mingo-context';
import { type Collation } from '../values/collation';
import { isDocument } from '../values/types';
import { missingField, wrongType } from './generic-fields';

/*
 * Collations of commands: languages' orders at the first three strengths, without indexes. What would
 * compare strings without regard to them is refused.
 */

const TAKEN = new Set(['locale', 'strength', 'numericOrdering']);
const COMPARING = ['$addToSet', '$max', '$min', '$pull', '$pullAll', '$push'];

/** Undefined for the order that everything is stored in. */
function parseCollation(spec: unknown): Collation | undefined {
  if (spec === undefined || spec === null) return undefined;
  if (!isDocument(spec)) throw wrongType('collation', spec, 'object');
  const { locale, strength = 3 } = spec as Record<string, unknown>;
  if (locale === undefined) throw missingField('collation.locale');
  if (locale === 'simple') return undefined;
  if (typeof locale !== 'string' || !/^[a-z]{2,3}(_[A-Za-z]+)*$/.test(locale))
    throw badValue(`Field 'locale' is invalid in: ${JSON.stringify(spec)}`);
  const isTaken =
    Object.keys(spec).every((field) => TAKEN.has(field)) && [1, 2, 3].includes(Number(strength));
  const isKnown = Intl.Collator.supportedLocalesOf(locale.replaceAll('_', '-')).length > 0;
  if (!isTaken || !isKnown) throw notImplemented(`The collation ${JSON.stringify(spec)}`);
  return spec as unknown as Collation;
}

/** Options for a filter under a collation, which expressions do not know. */
export function withCollation(options: Options, spec: unknown, filter: unknown): Options {
  const collation = parseCollation(spec);
  if (!collation) return options;
  if (JSON.stringify(filter)?.includes('"$expr":')) throw notImplemented('$expr with a collation');
  return { ...mingoOptions(options.variables ?? {}), collation };
}

/** Options for a pipeline, which under a collation finds, counts, and keeps or leaves out fields. */
export function collatedPipeline(options: Options, spec: unknown, pipeline: readonly Document[]): Options {
  const { filter, rest } = splitLeading(pipeline);
  const collated = withCollation(options, spec, filter);
  const other = rest.find((stage) => !countedConstant(stage) && !simpleProjection(stage));
  if (collated.collation && other) throw notImplemented(`${nameOf(other)} with a collation`);
  return collated;
}

/** Options for an update, which under a collation does not compare values itself. */
export function collatedUpdate(options: Options, spec: unknown, filter: unknown, update: unknown): Options {
  const collated = withCollation(options, spec, filter);
  const other = COMPARING.find((name) => isDocument(update) && name in update);
  if (collated.collation && (other || Array.isArray(update)))
    throw notImplemented(`${other ?? 'A pipeline'} with a collation`);
  return collated;
}
