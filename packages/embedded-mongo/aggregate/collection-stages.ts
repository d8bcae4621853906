import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { CommandError } from '../errors';
import { compileExpression, compilerOf, variablesOf } from '../expressions/compile';
import { compileVariables } from '../expressions/variables';
import { mingoOptions } from '../query/mingo-context';
import { isDocument } from '../values/types';
import { type RunPipeline, type Stage } from './context';
import { elementsAt, withField } from './joined-values';

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

function matchLocal(document: Document, localField: string, foreignField: string): Document {
  return { $match: { [foreignField]: { $in: elementsAt(document, localField) } } };
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
