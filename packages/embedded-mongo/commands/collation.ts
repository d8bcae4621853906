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
 * Collations of commands: languages' orders at the first three strengths, without indexes. A command is refused where a
 * part of it would compare strings in BSON's order nevertheless.
 */

const TAKEN = new Set(['locale', 'strength', 'numericOrdering']);
const COMPARING = ['$addToSet', '$max', '$min', '$pull', '$pullAll', '$push'];

/** @returns undefined for BSON's order, which is also that of the locale 'simple' */
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

/** Options for a filter. @throws for `$expr` under a collation, since expressions compare in BSON's order */
export function withCollation(options: Options, spec: unknown, filter: unknown): Options {
  const collation = parseCollation(spec);
  if (!collation) return options;
  if (JSON.stringify(filter)?.includes('"$expr":')) throw notImplemented('$expr with a collation');
  return { ...mingoOptions(options.variables ?? {}), collation };
}

/** Options for a pipeline. @throws under a collation for stages other than a find's, counts and plain projections */
export function collatedPipeline(options: Options, spec: unknown, pipeline: readonly Document[]): Options {
  const { filter, rest } = splitLeading(pipeline);
  const collated = withCollation(options, spec, filter);
  const other = rest.find((stage) => !countedConstant(stage) && !simpleProjection(stage));
  if (collated.collation && other) throw notImplemented(`${nameOf(other)} with a collation`);
  return collated;
}

/** Options for an update. @throws under a collation for operators that compare, and for pipelines */
export function collatedUpdate(options: Options, spec: unknown, filter: unknown, update: unknown): Options {
  const collated = withCollation(options, spec, filter);
  const other = COMPARING.find((name) => isDocument(update) && name in update);
  if (collated.collation && (other || Array.isArray(update)))
    throw notImplemented(`${other ?? 'A pipeline'} with a collation`);
  return collated;
}
