import { Long, type Document } from 'bson';
import { type Options } from 'mingo/types';
import { CommandError } from '../errors';
import { compileExpression, compilerOf, variablesOf } from '../expressions/compile';
import { compileVariables } from '../expressions/variables';
import { mingoOptions } from '../query/mingo-context';
import { setField } from '../values/documents';
import { encodeKeyText } from '../values/key-encoding';
import { toSafeInteger } from '../values/numbers';
import { MISSING, valuesAt } from '../values/paths';
import { isDocument } from '../values/types';
import { type PipelineContext, type RunPipeline, type Stage } from './context';

/*
 * The stages that read collections. Each reads what it needs by a pipeline that is planned on its own, so that indexes
 * serve it.
 */

/** A source of documents after those that come in. */
interface Union {
  readonly coll?: string;
  readonly pipeline: readonly Document[];
}

/**
 * The documents that come in, then those of each union. Unions that follow one another are one stage, since a chain of
 * 900 would pass every document through 900 generators.
 */
export function unionStage(operands: readonly unknown[], run: RunPipeline): Stage {
  const unions = operands.map(parseUnion);
  return function* (documents, context) {
    yield* documents;
    for (const { coll = '', pipeline } of unions) yield* run(coll, pipeline, context);
  };
}

function parseUnion(operand: unknown): Union {
  const spec: unknown = typeof operand === 'string' ? { coll: operand } : operand;
  if (!isDocument(spec) || (spec.coll === undefined && spec.pipeline === undefined))
    throw new CommandError('FailedToParse', 'the $unionWith stage specification must be an object or string');
  const { coll, pipeline = [] } = spec as Partial<Union>;
  if (coll === undefined && !pipeline[0]?.$documents)
    throw new CommandError(
      'FailedToParse',
      '$unionWith stage without explicit collection must have a pipeline with $documents as first stage',
    );
  return { coll, pipeline };
}

interface Lookup {
  readonly from?: string;
  readonly localField?: string;
  readonly foreignField?: string;
  readonly let?: Document;
  readonly pipeline?: readonly Document[];
  readonly as: string;
}

/** Each document looks up its own matches. */
export function lookupStage(operand: unknown, options: Options, run: RunPipeline): Stage {
  const spec = parseLookup(operand);
  const { from = '', localField, foreignField, pipeline = [], as } = spec;
  const { variables = {} } = options;
  const bind = compileVariables(spec.let ?? {}, compilerOf(Object.keys(variables)));
  const now = new Date();
  return function* (documents, context) {
    for (const document of documents) {
      const bound = bind(variablesOf(document, { NOW: now, ...variables }));
      const joined = localField && foreignField ? [matchLocal(document, localField, foreignField)] : [];
      const inner = spec.let ? { ...context, options: mingoOptions(bound) } : context;
      yield withField(document, as, [...run(from, [...joined, ...pipeline], inner)]);
    }
  };
}

function parseLookup(operand: unknown): Lookup {
  if (!isDocument(operand))
    throw new CommandError('FailedToParse', 'the $lookup stage specification must be an object');
  const { from, pipeline, as } = operand as Partial<Lookup>;
  if (typeof as !== 'string')
    throw new CommandError('FailedToParse', "must specify 'as' field for a $lookup");
  if (typeof from !== 'string' && !pipeline?.[0]?.$documents)
    throw new CommandError('FailedToParse', "must specify 'pipeline' when 'from' is empty");
  return operand as Lookup;
}

/** A copy with the value at a dotted path. */
function withField(document: Document, path: string, value: unknown): Document {
  const [name = '', ...rest] = path.split('.');
  const copy = { ...document };
  const inner: unknown = copy[name];
  const next = rest.length === 0 ? value : withField(isDocument(inner) ? inner : {}, rest.join('.'), value);
  setField(copy, name, next);
  return copy;
}

function matchLocal(document: Document, localField: string, foreignField: string): Document {
  return { $match: { [foreignField]: { $in: elementsAt(document, localField) } } };
}

/** The values at a path, with an array and each of its elements; null for a missing field. */
function elementsAt(document: Document, path: string): unknown[] {
  return valuesAt(document, path)
    .flatMap((value) => (Array.isArray(value) ? [...(value as unknown[]), value] : [value]))
    .map((value) => (value === MISSING ? null : value));
}

interface GraphLookup {
  readonly from: string;
  readonly startWith: unknown;
  readonly connectFromField: string;
  readonly connectToField: string;
  readonly as: string;
  readonly maxDepth?: unknown;
  readonly depthField?: string;
  readonly restrictSearchWithMatch?: Document;
}

const GRAPH_FIELDS = ['from', 'startWith', 'connectFromField', 'connectToField', 'as'];

/** All documents that are reached from a value, step by step, each once. */
export function graphLookupStage(operand: unknown, { variables = {} }: Options, run: RunPipeline): Stage {
  const missing = isDocument(operand) ? GRAPH_FIELDS.find((field) => !(field in operand)) : 'from';
  if (missing) throw new CommandError('Location40105', `$graphLookup requires '${missing}' to be specified`);
  const spec = operand as GraphLookup;
  const start = compileExpression(spec.startWith, Object.keys(variables));
  return function* (documents, context) {
    for (const document of documents) {
      const from = start(variablesOf(document, variables)) ?? null;
      yield withField(document, spec.as, reach(Array.isArray(from) ? from : [from], spec, context, run));
    }
  };
}

function reach(
  start: readonly unknown[],
  spec: GraphLookup,
  context: PipelineContext,
  run: RunPipeline,
): Document[] {
  const { from, connectFromField, connectToField, depthField, restrictSearchWithMatch } = spec;
  const deepest = toSafeInteger(spec.maxDepth) ?? Infinity;
  const found = new Map<string, Document>();
  let frontier = start;
  for (let depth = 0; frontier.length > 0 && depth <= deepest; depth++) {
    const filter = { $and: [{ [connectToField]: { $in: frontier } }, restrictSearchWithMatch ?? {}] };
    const fresh = [...run(from, [{ $match: filter }], context)].filter(
      ({ _id }) => !found.has(encodeKeyText(_id)),
    );
    for (const each of fresh)
      found.set(
        encodeKeyText(each._id),
        depthField ? withField(each, depthField, Long.fromNumber(depth)) : each,
      );
    frontier = fresh.flatMap((each) => elementsAt(each, connectFromField));
  }
  return [...found.values()];
}

/** Documents of an expression, in a pipeline that has no collection. */
export function documentsStage(operand: unknown, { variables = {} }: Options): Stage {
  const compute = compileExpression(operand, Object.keys(variables));
  return function* () {
    const documents = compute(variablesOf({}, variables));
    if (!Array.isArray(documents) || !documents.every(isDocument))
      throw new CommandError('Location5858203', '$documents must evaluate to an array of documents');
    yield* documents;
  };
}
