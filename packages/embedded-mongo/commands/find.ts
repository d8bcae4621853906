import { type Document } from 'bson';
import { badValue, CommandError, notImplemented } from '../errors';
import { compileFilter } from '../query/filter';
import { parseSort } from '../query/sort-spec';
import { planFind, type FindPlan } from '../query/find';
import { compileProjection, type Projection } from '../query/projection';
import { explainFind } from '../query/explain';
import { type Database } from '../storage/database';
import { isDocument } from '../values/types';
import { cursorReply } from '../wire/cursor-reply';
import { type RowSource } from '../cursors';
import { withCollation } from './collation';
import { type Command, type CommandDefinition } from './command';

const FIND_FIELDS = [
  'filter', 'sort', 'projection', 'hint', 'skip', 'limit', 'batchSize', 'singleBatch', 'let', 'collation',
  'allowDiskUse', 'noCursorTimeout', 'allowPartialResults', 'oplogReplay', 'min', 'max', 'returnKey', 'showRecordId', 'tailable', 'awaitData',
]; // prettier-ignore
const REFUSED = ['min', 'max', 'returnKey', 'showRecordId', 'tailable', 'awaitData'];

interface PlannedFind {
  readonly plan: FindPlan;
  readonly projection: Projection | undefined;
}

/** Plans the find in a command's body. */
function planOf(command: Command, collection: FindPlan['collection']): PlannedFind {
  for (const field of REFUSED) if (command.body[field]) throw notImplemented(`find with ${field}`);
  const filter = command.document('filter') ?? {};
  const options = withCollation(command.options, command.body.collation, filter);
  const request = {
    filter,
    sort: command.document('sort'),
    skip: command.count('skip'),
    limit: command.count('limit'),
    hint: hintOf(command.body.hint),
    options,
  };
  const plan = planFind(collection, request);
  return { plan, projection: compileProjection(command.typedDocument('projection'), filter, options) };
}

export function hintOf(hint: unknown): unknown {
  if (hint === undefined || hint === null) return undefined;
  if (typeof hint !== 'string' && !isDocument(hint))
    throw new CommandError('FailedToParse', 'Hint must be a string or an object');
  return hint;
}

async function find(command: Command): Promise<Buffer> {
  const batchSize = command.count('batchSize');
  const singleBatch = command.body.singleBatch === true;
  const { namespace } = command;
  const found = await command.readCollection();
  if (!found) {
    checkWithoutCollection(command);
    return cursorReply('firstBatch', [], 0n, namespace);
  }
  const source = readWith(found.database, planOf(command, found.collection));
  const { documents, id } = command.engine.cursors.open(source, namespace, batchSize, singleBatch);
  return cursorReply('firstBatch', documents, id, namespace);
}

/** A wrong filter is an error also where the collection does not exist. */
function checkWithoutCollection(command: Command): void {
  const filter = command.document('filter') ?? {};
  compileFilter(filter, withCollation(command.options, command.body.collation, filter));
  parseSort(command.document('sort'));
  compileProjection(command.typedDocument('projection'), {}, command.options);
}

/** The rows of a plan over a snapshot, which `release` ends. */
function readWith(database: Database, { plan, projection }: PlannedFind): RowSource {
  const snapshot = database.snapshot();
  function* rows(): Generator<Buffer> {
    for (const { bytes } of plan.run({ keys: 0, documents: 0 }, snapshot))
      yield projection ? projection(bytes) : bytes;
  }
  return { rows: rows(), release: () => snapshot.done() };
}

export async function explainFindCommand(command: Command, verbosity: string): Promise<Document> {
  const found = await command.readCollection();
  const planned = found && planOf(command, found.collection);
  return explainFind(command.namespace, planned?.plan, {
    verbosity,
    projection: planned?.projection !== undefined,
  });
}

async function getMore(command: Command): Promise<Buffer> {
  const id: unknown = command.body.getMore;
  const collection: unknown = command.body.collection;
  if (typeof collection !== 'string')
    throw badValue("BSON field 'getMore.collection' is missing but a required field");
  const namespace = `${command.databaseName}.${collection}`;
  const batch = command.engine.cursors.more(cursorId(id), namespace, command.count('batchSize'));
  return cursorReply('nextBatch', batch.documents, batch.id, namespace);
}

async function killCursors(command: Command): Promise<Document> {
  const ids = command.body.cursors as unknown;
  if (!Array.isArray(ids)) throw badValue("BSON field 'killCursors.cursors' must be an array");
  const killed: unknown[] = [];
  const notFound: unknown[] = [];
  for (const id of ids as unknown[]) (command.engine.cursors.kill(cursorId(id)) ? killed : notFound).push(id);
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

function cursorId(value: unknown): bigint {
  if (typeof value === 'number') return BigInt(value);
  if (typeof value === 'object' && value !== null && 'toBigInt' in value)
    return (value as { toBigInt(): bigint }).toBigInt();
  throw badValue('a cursor id must be a long');
}

export const findCommands: Readonly<Record<string, CommandDefinition>> = {
  find: { fields: FIND_FIELDS, run: find },
  getMore: { fields: ['collection', 'batchSize'], run: getMore },
  killCursors: { fields: ['cursors'], run: killCursors },
};
