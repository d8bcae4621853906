import { type Document } from 'bson';
import { type Transaction } from 'lmdb';
import { type IndexPath } from '../query/access-path';
import { countFound } from '../query/count';
import { distinctPath, readDistinct, type GroupCount } from '../query/distinct-scan';
import { planFind, type FindPlan, type FindRequest } from '../query/find';
import { readGroupCounts } from '../query/group-counts';
import { isCovering } from '../query/covering';
import { cutForStage } from '../query/needed-fields';
import { compileProjection, type Projection } from '../query/projection';
import { type ReadStatistics } from '../query/read-statistics';
import { type Collection } from '../storage/collection';
import { decodeTyped, encodeComputed } from '../values/codec';
import { MISSING } from '../values/paths';
import { compileStages } from './compile-stages';
import { type PipelineContext, type Stage } from './context';
import { splitLeading, type LeadingStages } from './leading-stages';
import { countedConstant, countedFields, simpleProjection } from './shapes';

/** A pipeline as it runs: it begins by counting, by grouping the keys of an index, or by finding documents. */
export interface PipelinePlan {
  readonly kind: 'count' | 'distinct' | 'group' | 'find' | 'nothing';
  readonly find?: FindPlan;
  /** Stages that are computed over the documents that were found. */
  readonly rest: readonly Document[];
  readonly projection?: Projection;
  /** The results, with the BSON types of their values. */
  documents(context: PipelineContext): Iterable<Document>;
  /** The results as bytes; a document that no stage changed is not decoded. */
  run(context: PipelineContext): Generator<Buffer>;
}

/** Plans and compiles a pipeline; nothing is read yet. */
export function planPipeline(
  collectionName: string,
  pipeline: readonly Document[],
  context: PipelineContext,
): PipelinePlan {
  const leading = splitLeading(pipeline);
  const collection = context.database?.collection(collectionName);
  if (!collection) {
    const stage = compileRest(leading.rest, collectionName, leading, context);
    return { kind: 'nothing', rest: pipeline, ...computed(() => [], stage) };
  }
  const request: PipelineRequest = { ...leading, context, hint: context.hint, options: context.options };
  return (
    planCount(collection, request) ??
    planGroupCounts(collection, request) ??
    planRows(planFind(collection, request), request)
  );
}

type PipelineRequest = FindRequest & LeadingStages & { readonly context: PipelineContext };
type Source = (context: PipelineContext) => Iterable<Document>;

function compileRest(
  stages: readonly Document[],
  collectionName: string,
  leading: LeadingStages | undefined,
  { options }: PipelineContext,
): Stage {
  return compileStages(stages, { options, collectionName, leading, run: runPipeline });
}

/** The results of a pipeline that stands inside another. */
function runPipeline(
  collectionName: string,
  pipeline: readonly Document[],
  context: PipelineContext,
): Iterable<Document> {
  const inner = { ...context, hint: undefined };
  return planPipeline(collectionName, pipeline, inner).documents(inner);
}

function computed(source: Source, stage: Stage): Pick<PipelinePlan, 'documents' | 'run'> {
  const documents = (context: PipelineContext): Iterable<Document> => stage(source(context), context);
  return {
    documents,
    *run(context) {
      for (const document of documents(context)) yield encodeComputed(document);
    },
  };
}

/** For `$count`, and for the `$group` by a constant that the driver's `countDocuments` sends. */
function planCount(collection: Collection, request: PipelineRequest): PipelinePlan | undefined {
  const { rest, sort, context } = request;
  const counted = sort ? undefined : countedConstant(rest[0]);
  if (!counted) return undefined;
  const find = planFind(collection, { ...request, wanted: [] });
  const left = rest.slice(1);
  const source: Source = ({ statistics, transaction }) => {
    const count = countFound(find, statistics, transaction);
    return count === 0 ? [] : [counted(count)];
  };
  const stage = compileRest(left, find.collection.name, undefined, context);
  return { kind: 'count', find, rest: left, ...computed(source, stage) };
}

/** For a `$group` that only counts, where an index's keys have all of its fields. */
function planGroupCounts(collection: Collection, request: PipelineRequest): PipelinePlan | undefined {
  const { filter, sort, skip, limit, hint, rest, context } = request;
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
  function* source({ statistics, transaction }: PipelineContext): Generator<Document> {
    for (const { values, count } of read(statistics, transaction)) yield build(values.map(orNull), count);
  }
  const results = computed(source, compileRest(left, collection.name, undefined, context));
  return distinct
    ? { kind: 'distinct', find: { ...find, access: distinct.path }, rest: left, ...results }
    : { kind: 'group', find, rest: left, ...results };
}

function planRows(find: FindPlan, request: PipelineRequest): PipelinePlan {
  const { rest, context } = request;
  const simple = simpleProjection(rest[0]);
  const projection = simple && compileProjection(simple);
  const left = projection ? rest.slice(1) : rest;
  const shape = projection ?? cutForStage(left[0]);
  function* rows({ statistics, transaction }: PipelineContext): Generator<Buffer> {
    for (const { bytes } of find.run(statistics, transaction)) yield shape(bytes);
  }
  function* source(running: PipelineContext): Generator<Document> {
    for (const bytes of rows(running)) yield decodeTyped(bytes);
  }
  const stage = compileRest(left, find.collection.name, projection ? undefined : request, context);
  const results = left.length === 0 ? { documents: source, run: rows } : computed(source, stage);
  return { kind: 'find', find, rest: left, projection, ...results };
}
