import { hostname } from 'node:os';
import { Long, type Document } from 'bson';
import { CommandError, notImplemented } from '../errors';
import { type Collection } from '../storage/collection';
import { collectionStatistics } from '../storage/collection-statistics';
import { isDocument, typeName } from '../values/types';
import { requireAtLeast, wholeNumber } from '../values/whole-number';
import { type Stage } from './context';

/*
 * `$collStats` and `$indexStats`, as far as mongosh and Compass ask: sizes, counts, and how often an index was read. Both
 * stand first in a pipeline and take no documents.
 */

const UNMEASURED = ['latencyStats', 'queryExecStats'];
const MEASURED = new Set(['storageStats', 'count']);

/** `{ $collStats: { storageStats: { scale: 1024 }, count: {} } }` → one document. */
export function collStatsStage(operand: unknown, collectionName: string): Stage {
  const spec = requireObject('$collStats', operand);
  const unmeasured = UNMEASURED.find((field) => field in spec);
  if (unmeasured) throw notImplemented(`$collStats with ${unmeasured}`);
  const unknown = Object.keys(spec).find((field) => !MEASURED.has(field));
  if (unknown)
    throw new CommandError('Location40415', `BSON field '$collStats.${unknown}' is an unknown field.`);
  const { storageStats, count } = spec as { storageStats?: unknown; count?: unknown };
  const given = storageStats === undefined ? {} : requireObject('$collStats.storageStats', storageStats);
  const field = '$collStats.storageStats.scale';
  const scale = requireAtLeast(1, field, wholeNumber(field, given.scale)) ?? 1;
  return function* (_documents, { database }) {
    const collection = database?.collection(collectionName);
    if (!database || !collection) throw notFound(collectionName);
    yield {
      ns: collection.namespace,
      host: hostname(),
      localTime: new Date(),
      ...(storageStats === undefined ? {} : { storageStats: collectionStatistics(collection, scale) }),
      ...(count === undefined ? {} : { count: collection.count() }),
    };
  };
}

/** `{ $indexStats: {} }` → a document for each index. */
export function indexStatsStage(operand: unknown, collectionName: string): Stage {
  if (Object.keys(requireObject('$indexStats', operand)).length > 0)
    throw new CommandError('Location28803', 'The $indexStats stage specification must be an empty object');
  return (_documents, { database }) => indexStatistics(database?.collection(collectionName));
}

function indexStatistics(collection: Collection | undefined): Document[] {
  return (collection?.indexes ?? []).map(({ spec: { name, key, ...options }, accesses }) => ({
    name,
    key,
    host: hostname(),
    accesses: { ops: Long.fromNumber(accesses.count), since: accesses.since },
    spec: { v: 2, key, name, ...options },
  }));
}

function requireObject(name: string, operand: unknown): Document {
  if (isDocument(operand)) return operand;
  throw new CommandError('TypeMismatch', `${name} must be an object, but found type: ${typeName(operand)}`);
}

function notFound(collectionName: string): CommandError {
  return new CommandError(
    'NamespaceNotFound',
    `Unable to retrieve storageStats: collection ${collectionName} not found`,
  );
}
