import { type Document } from 'bson';
import { type Transaction } from 'lmdb';
import { Aggregator } from 'mingo/aggregator';
import { Lazy } from 'mingo/lazy';
import { type Options } from 'mingo/types';
import { countFound } from '../query/count';
import { type IndexPath } from '../query/access-path';
import { distinctPath, readDistinct, type GroupCount } from '../query/distinct-scan';
import { planFind, type FindPlan, type FindRequest } from '../query/find';
import { cutForStage } from '../query/needed-fields';
import { readGroupCounts } from '../query/group-counts';
import { isCovering } from '../query/covering';
import { compileProjection, type Projection } from '../query/projection';
import { type ReadStatistics } from '../query/read-statistics';
import { MISSING } from '../values/paths';
import { type Collection } from '../storage/collection';
import { type Database } from '../storage/database';
import { decodePlain, encodeComputed } from '../values/codec';
import { splitLeading, type LeadingStages } from './leading-stages';
import { countedConstant, countedFields, simpleProjection } from './shapes';
import { rewriteStages } from './store-stages';

/** What a pipeline reads from. */
export interface PipelineContext {
  readonly database: Database | undefined;
  readonly transaction: Transaction | undefined;
  readonly statistics: ReadStatistics;
  readonly options: Options;
  readonly hint?: unknown;
}

/** How a pipeline begins: by counting, by grouping the keys of an index, or by finding documents. */
export interface PipelinePlan {
  readonly kind: 'count' | 'distinct' | 'group' | 'find' | 'nothing';
  readonly find?: FindPlan;
  /** Stages that are computed over what was found. */
  readonly rest: readonly Document[];
  readonly projection?: Projection;
  run(context: PipelineContext): Generator<Buffer>;
}

export function planPipeline(
  collectionName: string,
  pipeline: readonly Document[],
  context: PipelineContext,
): PipelinePlan {
  const leading = splitLeading(pipeline);
  const collection = context.database?.collection(collectionName);
  if (!collection)
    return {
      kind: 'nothing',
      rest: pipeline,
      run: (running) => computeRest([], leading.rest, collectionName, leading, running),
    };
  const request = { ...leading, hint: context.hint, options: context.options };
  return (
    planCount(collection, request) ??
    planGroupCounts(collection, request) ??
    planRows(planFind(collection, request), leading)
  );
}

type PipelineRequest = FindRequest & LeadingStages;

/** `$count`, or a `$group` of everything that only counts: what `countDocuments` sends. */
function planCount(collection: Collection, request: PipelineRequest): PipelinePlan | undefined {
  const { rest, sort } = request;
  const counted = sort ? undefined : countedConstant(rest[0]);
  if (!counted) return undefined;
  const find = planFind(collection, { ...request, wanted: [] });
  const left = rest.slice(1);
  function* run(context: PipelineContext): Generator<Buffer> {
    const count = countFound(find, context.statistics, context.transaction);
    yield* computeRest(
      count === 0 ? [] : [counted?.(count) ?? {}],
      left,
      find.collection.name,
      undefined,
      context,
    );
  }
  return { kind: 'count', find, rest: left, run };
}

/** `$group` by fields that only counts, where the keys of an index tell the fields. */
function planGroupCounts(collection: Collection, request: PipelineRequest): PipelinePlan | undefined {
  const { filter, sort, skip, limit, hint, rest } = request;
  const counted = countedFields(rest[0]);
  if (!counted || sort || skip !== undefined || limit !== undefined || request.options?.collation)
    return undefined;
  const { fields, build } = counted;
  const find = planFind(collection, { ...request, wanted: fields });
  const { access } = find;
  const [only = '', ...others] = fields;
  const distinct =
    hint === undefined && others.length === 0 ? distinctPath(collection, filter, only, false) : undefined;
  if (!distinct && !isCovering(access, fields)) return undefined;
  const read = (statistics: ReadStatistics, transaction?: Transaction): Iterable<GroupCount> =>
    distinct
      ? readDistinct(distinct, collection, statistics, transaction)
      : readGroupCounts(access as IndexPath, fields, { collection, statistics, transaction });
  const left = rest.slice(1);
  const orNull = (value: unknown): unknown => (value === MISSING || value === undefined ? null : value);
  function* documents({ statistics, transaction }: PipelineContext): Generator<Document> {
    for (const { values, count } of read(statistics, transaction)) yield build(values.map(orNull), count);
  }
  const run = (context: PipelineContext): Generator<Buffer> =>
    computeRest(documents(context), left, collection.name, undefined, context);
  return distinct
    ? { kind: 'distinct', find: { ...find, access: distinct.path }, rest: left, run }
    : { kind: 'group', find, rest: left, run };
}

function planRows(find: FindPlan, leading: LeadingStages): PipelinePlan {
  const { rest } = leading;
  const simple = simpleProjection(rest[0]);
  const projection = simple && compileProjection(simple);
  const left = projection ? rest.slice(1) : rest;
  const shape = projection ?? cutForStage(left[0]);
  function* rows({ statistics, transaction }: PipelineContext): Generator<Buffer> {
    for (const { bytes } of find.run(statistics, transaction)) yield shape(bytes);
  }
  function* decoded(context: PipelineContext): Generator<Document> {
    for (const bytes of rows(context)) yield decodePlain(bytes);
  }
  const run = (context: PipelineContext): Generator<Buffer> =>
    left.length === 0
      ? rows(context)
      : computeRest(decoded(context), left, find.collection.name, projection ? undefined : leading, context);
  return { kind: 'find', find, rest: left, projection, run };
}

/** What a find cannot do is computed by mingo, document by document. */
function* computeRest(
  documents: Iterable<Document>,
  rest: readonly Document[],
  collectionName: string,
  leading: LeadingStages | undefined,
  context: PipelineContext,
): Generator<Buffer> {
  const stages = rewriteStages(rest, { context, collectionName, leading, run: runPipeline });
  for (const document of new Aggregator(stages, context.options).stream(Lazy(documents)))
    yield encodeComputed(document as Document);
}

/** The decoded results of a pipeline that stands inside another. */
export function* runPipeline(
  collectionName: string,
  pipeline: readonly Document[],
  context: PipelineContext,
): Generator<Document> {
  const inner = { ...context, hint: undefined };
  for (const bytes of planPipeline(collectionName, pipeline, inner).run(inner)) yield decodePlain(bytes);
}
