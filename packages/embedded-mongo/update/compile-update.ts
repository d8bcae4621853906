import { ObjectId, type Document } from 'bson';
import { type Options } from 'mingo/types';
import { compileDocumentStages } from '../aggregate/document-stages';
import { checkPipeline, nameOf } from '../aggregate/leading-stages';
import { badValue, CommandError } from '../errors';
import { compileFilter, type Filter } from '../query/filter';
import { matchedIndex } from '../query/matched-index';
import { defaultOptions } from '../query/mingo-context';
import { decodeTyped, encode, toPlain } from '../values/codec';
import { isEqualValue } from '../values/compare';
import { isDocument } from '../values/types';
import { applyOperators, checkOperators, immutableId, isOperatorUpdate } from './apply-update';
import { read, type PathContext } from './update-paths';
import { equalitiesOf } from './upsert';

interface UpdateRequest {
  /** Plain, as it selects the documents. */
  readonly filter: Document;
  /** The same filter, typed, as an upsert stores its equalities. */
  readonly typedFilter: Document;
  /** Typed: operators, a replacement, or a pipeline. */
  readonly update: unknown;
  readonly multi: boolean;
  readonly arrayFilters?: readonly Document[];
  readonly options?: Options;
}

interface CompiledUpdate {
  /** The new version of a stored document. */
  apply(document: Buffer): Buffer;
  /** The document that an upsert adds. */
  insert(): Buffer;
}

const PIPELINE_STAGES = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

/** Checks an update once, then applies it to any number of documents. */
export function compileUpdate(request: UpdateRequest): CompiledUpdate {
  const change = compileChange(request);
  return {
    apply(bytes) {
      const before = decodeTyped(bytes);
      const id: unknown = before._id;
      const after = change(before, false);
      if ('_id' in after && !isEqualValue(after._id, id)) throw immutableId();
      after._id = id;
      return encode(idFirst(after));
    },
    insert() {
      const start = equalitiesOf(request.typedFilter);
      const after = change({ ...start }, true);
      if ('_id' in start && '_id' in after && !isEqualValue(after._id, start._id)) throw immutableId();
      if (!('_id' in after)) after._id = '_id' in start ? (start._id as unknown) : new ObjectId();
      return encode(idFirst(after));
    },
  };
}

type Change = (document: Document, isInsert: boolean) => Document;

function compileChange(request: UpdateRequest): Change {
  const { multi } = request;
  const update: unknown = request.update;
  if (Array.isArray(update)) {
    if (request.arrayFilters)
      throw new CommandError('FailedToParse', 'arrayFilters may not be specified for pipeline-style updates');
    return compilePipeline(update as unknown[], request.options);
  }
  if (!isDocument(update))
    throw new CommandError('FailedToParse', 'Update argument must be either an object or an array');
  if (isOperatorUpdate(update)) return compileOperators(update, request);
  if (multi)
    throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update');
  if (request.arrayFilters)
    throw new CommandError(
      'FailedToParse',
      'arrayFilters may not be specified for replacement-style updates',
    );
  const bad = Object.keys(update).find((field) => field.startsWith('$'));
  if (bad)
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${bad}' is not allowed in the context of an update's replacement document.`,
    );
  return () => ({ ...update });
}

function compileOperators(update: Document, request: UpdateRequest): Change {
  checkOperators(update);
  const { options } = request;
  const arrayFilters = namedFilters(request.arrayFilters ?? [], update, options);
  return (document, isInsert) => {
    const context: PathContext = {
      arrayFilters,
      matchedIndex(path) {
        const array = read(toPlain(document) as Document, path);
        return Array.isArray(array) ? matchedIndex(array, path, request.filter, options) : undefined;
      },
    };
    applyOperators(document, update, context, isInsert);
    return document;
  };
}

function namedFilters(
  filters: readonly Document[],
  update: Document,
  options?: Options,
): Map<string, Filter> {
  const named = new Map<string, Filter>();
  const paths = Object.values(update).flatMap((fields) => Object.keys(fields as Document));
  for (const filter of filters) {
    const name = (Object.keys(filter)[0] ?? '').split('.')[0] ?? '';
    const first = name.startsWith('$') ? firstName(filter) : name;
    if (!/^[a-z]\w*$/.test(first))
      throw badValue(
        `Error parsing array filter: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${first}'`,
      );
    if (named.has(first))
      throw new CommandError(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${first}`,
      );
    if (!paths.some((path) => path.includes(`$[${first}]`))) {
      throw new CommandError(
        'FailedToParse',
        `The array filter for identifier '${first}' was not used in the update ${JSON.stringify(update)}`,
      );
    }
    named.set(first, compileFilter(filter, options));
  }
  return named;
}

function firstName(filter: Document): string {
  const [branch] = Object.values(filter)[0] as Document[];
  return (Object.keys(branch ?? {})[0] ?? '').split('.')[0] ?? '';
}

function compilePipeline(stages: readonly unknown[], options: Options = defaultOptions()): Change {
  const pipeline = checkPipeline(stages);
  for (const stage of pipeline) {
    const name = nameOf(stage);
    if (!PIPELINE_STAGES.has(name))
      throw new CommandError('InvalidOptions', `${name} is not allowed to be used within an update`);
  }
  const change = compileDocumentStages(pipeline, options);
  return (document) => change(document);
}

function idFirst({ _id, ...rest }: Document): Document {
  return { _id: _id as unknown, ...rest };
}
