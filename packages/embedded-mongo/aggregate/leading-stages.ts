import { type Document } from 'bson';
import { CommandError, notImplemented, searchNotEnabled } from '../errors';
import { toPlain } from '../values/codec';
import { toSafeInteger } from '../values/numbers';
import { isDocument, typeName } from '../values/types';
import { checkOperand } from './check-stages';

/** A pipeline as the find that does its first stages, and the stages after it. */
export interface LeadingStages {
  readonly filter: Document;
  readonly sort?: Document;
  readonly skip?: number;
  readonly limit?: number;
  readonly rest: readonly Document[];
}

const KNOWN = new Set([
  '$addFields', '$bucket', '$bucketAuto', '$collStats', '$count', '$documents', '$facet', '$graphLookup', '$group', '$indexStats',
  '$limit', '$lookup', '$match', '$merge', '$out', '$project', '$redact', '$replaceRoot', '$replaceWith', '$sample', '$set', '$skip', '$sort', '$sortByCount',
  '$unionWith', '$unset', '$unwind',
]); // prettier-ignore
const REFUSED = new Set([
  '$geoNear',
  '$currentOp',
  '$listLocalSessions',
  '$listSessions',
  '$planCacheStats',
  '$densify',
  '$fill',
  '$setWindowFields',
]);
/** Stages that take no documents. */
const FIRST = new Set(['$collStats', '$indexStats']);
const SEARCHING = new Set(['$search', '$searchMeta', '$vectorSearch', '$listSearchIndexes']);

export function checkPipeline(pipeline: unknown): Document[] {
  if (!Array.isArray(pipeline))
    throw new CommandError('TypeMismatch', "'pipeline' option must be specified as an array");
  for (const stage of pipeline as unknown[]) checkStage(stage);
  const late = (pipeline as Document[])
    .slice(1)
    .map(nameOf)
    .find((name) => FIRST.has(name));
  if (late)
    throw new CommandError('Location40602', `${late} is only valid as the first stage in a pipeline.`);
  const writes = (pipeline as Document[]).findIndex((stage) => '$out' in stage || '$merge' in stage);
  if (writes >= 0 && writes < pipeline.length - 1) {
    throw new CommandError(
      'Location40601',
      `${nameOf((pipeline as Document[])[writes])} can only be the final stage in the pipeline`,
    );
  }
  return pipeline as Document[];
}

function checkStage(stage: unknown): void {
  if (!isDocument(stage))
    throw new CommandError('TypeMismatch', "Each element of the 'pipeline' array must be an object");
  if (Object.keys(stage).length !== 1)
    throw new CommandError(
      'Location40323',
      'A pipeline stage specification object must contain exactly one field.',
    );
  const name = nameOf(stage);
  if (name === '$changeStream')
    throw new CommandError('Location40573', 'The $changeStream stage is only supported on replica sets');
  if (SEARCHING.has(name)) throw searchNotEnabled(`The stage ${name}`);
  if (REFUSED.has(name)) throw notImplemented(`The stage ${name}`);
  if (!KNOWN.has(name))
    throw new CommandError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
  checkOperand(name, stage[name]);
  checkNested(name, stage[name]);
}

function checkNested(name: string, operand: unknown): void {
  if (!isDocument(operand)) return;
  const inner =
    name === '$facet'
      ? Object.values(operand)
      : name === '$unionWith' || name === '$lookup'
        ? [operand.pipeline ?? []]
        : [];
  for (const pipeline of inner) checkPipeline(pipeline);
}

export function nameOf(stage: Document | undefined): string {
  return Object.keys(stage ?? {})[0] ?? '';
}

/**
 * Takes the stages from the front that one find does, since a find filters, then sorts, then skips, then limits:
 * `[$match, $sort, $limit, $skip]` → the first three, with `$skip` left.
 */
export function splitLeading(pipeline: readonly Document[]): LeadingStages {
  const matches: Document[] = [];
  let [at, sort, skip, limit]: [number, Document | undefined, number | undefined, number | undefined] = [
    0,
    undefined,
    undefined,
    undefined,
  ];
  for (; at < pipeline.length; at++) {
    const stage = pipeline[at] ?? {};
    const untouched = skip === undefined && limit === undefined;
    if ('$match' in stage && untouched) matches.push(requireDocument(toPlain(stage.$match)));
    else if ('$sort' in stage && untouched && !sort) sort = toPlain(stage.$sort) as Document;
    else if ('$skip' in stage && untouched) skip = requireSkip(stage.$skip);
    else if ('$limit' in stage && limit === undefined) limit = requireLimit(stage.$limit);
    else break;
  }
  return { filter: conjunction(matches), sort, skip, limit, rest: pipeline.slice(at) };
}

function conjunction(matches: readonly Document[]): Document {
  const [only, ...others] = matches.filter((match) => Object.keys(match).length > 0);
  if (!only) return {};
  return others.length === 0 ? only : { $and: [only, ...others] };
}

export function requireDocument(match: unknown): Document {
  if (isDocument(match)) return match;
  throw new CommandError(
    'Location15959',
    `the match filter must be an expression in an object, but it is a ${typeName(match)}`,
  );
}

export function requireSkip(value: unknown): number {
  return requireCount(value, '$skip');
}

export function requireLimit(value: unknown): number {
  const limit = requireCount(value, '$limit');
  if (limit === 0) throw new CommandError('Location15958', 'the limit must be positive');
  return limit;
}

function requireCount(value: unknown, stage: '$skip' | '$limit'): number {
  const count = toSafeInteger(value);
  if (count !== undefined && count >= 0) return count;
  throw new CommandError(
    stage === '$skip' ? 'Location5107200' : 'Location5107201',
    `invalid argument to ${stage} stage: Expected a non-negative number in: ${stage}: ${String(value)}`,
  );
}
