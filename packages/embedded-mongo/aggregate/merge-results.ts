import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { findForWrite, insertOne, update } from '../commands/write-operations';
import { CommandError } from '../errors';
import { compilerOf, variablesOf } from '../expressions/compile';
import { compileVariables } from '../expressions/variables';
import { mingoOptions } from '../query/mingo-context';
import { type Collection } from '../storage/collection';
import { type Database } from '../storage/database';
import { decodePlain, decodeTyped } from '../values/codec';
import { MISSING, valuesAt } from '../values/paths';
import { isDocument } from '../values/types';

/** Merges results into a collection, one after the other, each by the document that has the same values in `on`. */
export function mergeResults(
  database: Database,
  name: string,
  spec: unknown,
  results: readonly Buffer[],
  options: Options,
): void {
  const {
    on = '_id',
    whenMatched = 'merge',
    whenNotMatched = 'insert',
  } = (isDocument(spec) ? spec : {}) as {
    on?: string | string[];
    whenMatched?: unknown;
    whenNotMatched?: string;
  };
  const fields = [on].flat();
  checkUnique(database.collection(name), fields);
  const collection = database.ensureCollection(name);
  for (const result of results) {
    const plain = decodePlain(result);
    const filter = keyFilter(plain, fields);
    if (findForWrite(collection, { filter, multi: false }).length === 0)
      notMatched(database, name, result, whenNotMatched);
    else
      matched(database, name, {
        filter,
        result,
        whenMatched,
        options: withNew(decodeTyped(result), spec, options),
      });
  }
}

/** Refuses `on` fields without a unique index, without which a result could match several documents. */
function checkUnique(collection: Collection | undefined, fields: readonly string[]): void {
  if (fields.length === 1 && fields[0] === '_id') return;
  const wanted = [...fields].sort().join('\n');
  const isUnique = collection?.indexes.some(
    ({ spec: { key, unique, partialFilterExpression } }) =>
      unique && !partialFilterExpression && Object.keys(key).sort().join('\n') === wanted,
  );
  if (!isUnique)
    throw new CommandError('Location51183', 'Cannot find index to verify that join fields will be unique');
}

/** Options with the variables of a `whenMatched` pipeline: `$$new`, which is the result, and those of `let`. */
function withNew(result: Document, spec: unknown, options: Options): Options {
  const given: unknown = isDocument(spec) ? spec.let : undefined;
  const variables = { ...options.variables, new: result };
  const bind = compileVariables(isDocument(given) ? given : {}, compilerOf(Object.keys(variables)));
  return mingoOptions(bind(variablesOf(result, variables)));
}

function keyFilter(document: Document, fields: readonly string[]): Document {
  return Object.fromEntries(
    fields.map((field) => {
      const [value] = valuesAt(document, field);
      if (value === MISSING || value === null)
        throw new CommandError(
          'Location51132',
          `$merge write error: 'on' field '${field}' cannot be missing, null, undefined or an array`,
        );
      return [field, value];
    }),
  );
}

function notMatched(database: Database, name: string, result: Buffer, action: string): void {
  if (action === 'discard') return;
  if (action === 'fail')
    throw new CommandError(
      'MergeStageNoMatchingDocument',
      '$merge could not find a matching document in the target collection for at least one document in the source collection',
    );
  insertOne(database.ensureCollection(name), result);
}

function matched(
  database: Database,
  name: string,
  {
    filter,
    result,
    whenMatched,
    options,
  }: { filter: Document; result: Buffer; whenMatched: unknown; options: Options },
): void {
  if (whenMatched === 'keepExisting') return;
  if (whenMatched === 'fail')
    throw new CommandError(
      'DuplicateKey',
      `$merge failed due to a DuplicateKey error :: caused by :: E11000 duplicate key error collection: ${database.name}.${name} dup key: ${JSON.stringify(filter)}`,
      { keyPattern: Object.fromEntries(Object.keys(filter).map((field) => [field, 1])), keyValue: filter },
    );
  const { _id, ...fields } = decodeTyped(result);
  const change: unknown = Array.isArray(whenMatched)
    ? whenMatched
    : whenMatched === 'replace'
      ? { _id: _id as unknown, ...fields }
      : { $set: fields };
  update(database, name, {
    filter,
    typedFilter: filter,
    update: change,
    multi: false,
    upsert: false,
    options,
  });
}
