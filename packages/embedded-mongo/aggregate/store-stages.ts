import { type Document } from 'bson';
import { evalExpr } from 'mingo/core';
import { concat, Lazy, type Iterator } from 'mingo/lazy';
import { type Options } from 'mingo/types';
import { mingoOptions } from '../query/mingo-context';
import { decodePlain } from '../values/codec';
import { MISSING, valuesAt } from '../values/paths';
import { type LeadingStages } from './leading-stages';
import { type PipelineContext } from './pipeline';

/** A stage that is a function already; the operator `$store` calls it. */
export type StoreStage = (input: Iterator) => Iterator;

interface Rewriting {
  readonly context: PipelineContext;
  readonly collectionName: string;
  /** What the pipeline's find did, where the stages follow it directly. */
  readonly leading: LeadingStages | undefined;
  readonly run: (
    collection: string,
    pipeline: readonly Document[],
    context: PipelineContext,
  ) => Iterable<Document>;
}

/** Puts functions in the place of the stages that read collections: each reads what it needs, planned on its own. */
export function rewriteStages(stages: readonly Document[], rewriting: Rewriting): Document[] {
  return stages.map((stage, i) => {
    if ('$unionWith' in stage) return { $store: unionWith(stage.$unionWith, rewriting) };
    if ('$lookup' in stage && (stage.$lookup as Document).from)
      return { $store: lookup(stage.$lookup as Document, rewriting) };
    if ('$facet' in stage) return facet(stage.$facet as Document, i === 0, rewriting);
    if ('$graphLookup' in stage)
      return { $graphLookup: withDocuments(stage.$graphLookup as Document, rewriting) };
    return stage;
  });
}

function unionWith(spec: unknown, { context, run }: Rewriting): StoreStage {
  const { coll, pipeline = [] } = (typeof spec === 'string' ? { coll: spec } : spec) as {
    coll?: string;
    pipeline?: Document[];
  };
  return (input) => {
    const [first, ...others] = pipeline;
    if (coll === undefined && first?.$documents)
      return concat(input, Lazy(documentsStage(first.$documents as unknown, others, context, run)));
    return concat(input, Lazy(run(coll ?? '', pipeline, context)));
  };
}

function documentsStage(
  documents: unknown,
  pipeline: readonly Document[],
  context: PipelineContext,
  run: Rewriting['run'],
): Iterable<Document> {
  return run('', [{ $documents: documents }, ...pipeline], context);
}

/** Each document looks up its own matches, by the foreign field's index where there is one. */
function lookup(spec: Document, { context, run }: Rewriting): StoreStage {
  const {
    from,
    localField,
    foreignField,
    as,
    pipeline = [],
  } = spec as { from: string; localField?: string; foreignField?: string; as: string; pipeline?: Document[] };
  return (input) =>
    input.map((document: Document) => {
      const options = spec.let
        ? withVariables(document, spec.let as Document, context.options)
        : context.options;
      const joined =
        localField && foreignField
          ? [{ $match: { [foreignField]: { $in: localValues(document, localField) } } }]
          : [];
      return { ...document, [as]: [...run(from, [...joined, ...pipeline], { ...context, options })] };
    });
}

function localValues(document: Document, path: string): unknown[] {
  const values = valuesAt(document, path).flatMap((value) =>
    Array.isArray(value) ? [...(value as unknown[]), value] : [value],
  );
  return values.map((value) => (value === MISSING ? null : value));
}

function withVariables(document: Document, expressions: Document, options: Options): Options {
  return mingoOptions({ ...options.variables, ...(evalExpr(document, expressions, options) as Document) });
}

/** Facets right after a `$match` are planned each on its own, so that counts come from keys. */
function facet(facets: Document, isFirst: boolean, rewriting: Rewriting): Document {
  const { leading, context, collectionName, run } = rewriting;
  const onlyFilters = leading && !leading.sort && leading.skip === undefined && leading.limit === undefined;
  if (!isFirst || !onlyFilters) {
    const inner = Object.entries(facets).map(([name, stages]) => [
      name,
      rewriteStages(stages as Document[], { ...rewriting, leading: undefined }),
    ]);
    return { $facet: Object.fromEntries(inner) as Document };
  }
  const stage: StoreStage = () => {
    const entries = Object.entries(facets).map(([name, stages]) => [
      name,
      [...run(collectionName, [{ $match: leading.filter }, ...(stages as Document[])], context)],
    ]);
    return Lazy([Object.fromEntries(entries)]);
  };
  return { $store: stage };
}

function withDocuments(spec: Document, { context }: Rewriting): Document {
  const collection = context.database?.collection(String(spec.from));
  const from = collection
    ? [...collection.documents.getRange({ transaction: context.transaction })].map(({ value }) =>
        decodePlain(value),
      )
    : [];
  return { ...spec, from };
}
