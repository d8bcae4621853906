import { type Document } from 'bson';
import { badValue, CommandError } from '../errors';
import { decodePlain, decodeTyped, encode } from '../values/codec';
import { isDocument } from '../values/types';
import { type Database } from '../storage/database';
import { cursorReply } from '../wire/cursor-reply';
import { collatedUpdate } from './collation';
import { checkCollectionName, type Command, type CommandDefinition } from './command';
import { hintOf } from './find';
import { missingField, requireBoolean } from './generic-fields';
import { writeError } from './write';
import { insertOne, remove, update } from './write-operations';

/** The counts of a whole `bulkWrite` so far. */
interface Totals {
  nErrors: number;
  nInserted: number;
  nMatched: number;
  nModified: number;
  nUpserted: number;
  nDeleted: number;
}

interface Namespace {
  readonly database: Database;
  readonly collection: string;
}

/** The command behind `client.bulkWrite`, which writes to any collections of any databases, one operation after the other. */
async function bulkWrite(command: Command): Promise<Buffer> {
  if (command.databaseName !== 'admin')
    throw new CommandError('Unauthorized', 'bulkWrite may only be run against the admin database.');
  const operations = command.rawDocuments('ops');
  if (operations.length === 0)
    throw new CommandError(
      'InvalidLength',
      'Write batch sizes must be between 1 and 100000. Got 0 operations.',
    );
  const namespaces = await Promise.all(
    command.rawDocuments('nsInfo').map((raw) => openNamespace(decodePlain(raw), command)),
  );
  const totals: Totals = { nErrors: 0, nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0 };
  const results: Document[] = [];
  const ordered = command.isOrdered;
  for (let at = 0; at < operations.length;) {
    const namespace = namespaceOf(operations[at], namespaces);
    const end = endOfRun(operations, at, namespaces, namespace.database);
    const from = at;
    const failed = await namespace.database.write(() =>
      runOperations(operations.slice(from, end), from, namespaces, command, totals, results),
    );
    if (failed && ordered) break;
    at = end;
  }
  return reply(command, totals, results);
}

/** Operations that follow one another in one database share a transaction. */
function endOfRun(
  operations: readonly Buffer[],
  from: number,
  namespaces: readonly Namespace[],
  database: Database,
): number {
  let end = from + 1;
  while (end < operations.length && namespaceOf(operations[end], namespaces).database === database) end++;
  return end;
}

async function openNamespace(info: Document, command: Command): Promise<Namespace> {
  const ns = String(info.ns);
  const dot = ns.indexOf('.');
  if (dot < 0) throw new CommandError('InvalidNamespace', `Invalid namespace specified '${ns}'`);
  checkCollectionName(ns.slice(dot + 1), ns);
  return { database: await command.engine.directory.open(ns.slice(0, dot)), collection: ns.slice(dot + 1) };
}

function namespaceOf(raw: Buffer | undefined, namespaces: readonly Namespace[]): Namespace {
  const operation = raw ? decodePlain(raw) : {};
  const at: unknown = Object.values(operation)[0];
  const namespace = typeof at === 'number' ? namespaces[at] : undefined;
  if (!namespace) throw badValue(`BulkWrite ops entry has an invalid nsInfo index: ${String(at)}`);
  return namespace;
}

/** @returns whether an operation failed; an ordered bulk then runs none of the operations after it */
function runOperations(
  operations: readonly Buffer[],
  offset: number,
  namespaces: readonly Namespace[],
  command: Command,
  totals: Totals,
  results: Document[],
): boolean {
  let failed = false;
  for (const [i, raw] of operations.entries()) {
    try {
      results.push({
        ok: 1,
        idx: offset + i,
        ...runOperation(raw, namespaceOf(raw, namespaces), command, totals),
      });
    } catch (error) {
      const { index: idx, ...rest } = writeError(error, offset + i);
      results.push({ ok: 0, idx: idx as number, n: 0, ...rest });
      totals.nErrors++;
      failed = true;
      if (command.isOrdered) return true;
    }
  }
  return failed;
}

function runOperation(
  raw: Buffer,
  { database, collection }: Namespace,
  command: Command,
  totals: Totals,
): Document {
  const [plain, typed] = [decodePlain(raw), decodeTyped(raw)];
  const common = {
    filter: (plain.filter ?? {}) as Document,
    hint: hintOf(plain.hint),
    sort: plain.sort as unknown,
    multi: requireBoolean('bulkWrite.ops.multi', plain.multi, false),
    options: collatedUpdate(command.options, plain.collation, plain.filter, plain.updateMods),
  };
  if ('insert' in plain) {
    insertOne(database.ensureCollection(collection), encode(typed.document as Document));
    totals.nInserted++;
    return { n: 1 };
  }
  if ('delete' in plain) {
    const n = remove(database.collection(collection), common).length;
    totals.nDeleted += n;
    return { n };
  }
  if (!('update' in plain))
    throw new CommandError('FailedToParse', `Unknown bulkWrite operation: ${Object.keys(plain)[0] ?? ''}`);
  if (!isDocument(plain.filter)) throw missingField('bulkWrite.ops.filter');
  const arrayFilters = plain.arrayFilters as Document[] | undefined;
  const outcome = update(database, collection, {
    ...common,
    typedFilter: typed.filter as Document,
    update: typed.updateMods as unknown,
    upsert: requireBoolean('bulkWrite.ops.upsert', plain.upsert, false),
    arrayFilters,
  });
  totals.nMatched += outcome.matched;
  totals.nModified += outcome.modified;
  totals.nUpserted += outcome.upserted ? 1 : 0;
  return {
    n: outcome.matched + (outcome.upserted ? 1 : 0),
    nModified: outcome.modified,
    ...(outcome.upserted ? { upserted: { _id: outcome.upserted.id } } : {}),
  };
}

function reply(command: Command, totals: Totals, results: readonly Document[]): Buffer {
  const shown = command.body.errorsOnly === true ? results.filter(({ ok }) => ok === 0) : results;
  const source = { rows: shown.map((each) => encode(each)).values(), release: () => undefined };
  const { documents, id } = command.engine.cursors.open(
    source,
    'admin.$cmd.bulkWrite',
    command.batchSize ?? Infinity,
    false,
  );
  return cursorReply('firstBatch', documents, id, 'admin.$cmd.bulkWrite', totals);
}

export const bulkWriteCommands: Readonly<Record<string, CommandDefinition>> = {
  bulkWrite: {
    fields: ['ops', 'nsInfo', 'ordered', 'errorsOnly', 'cursor', 'let', 'bypassDocumentValidation'],
    run: bulkWrite,
  },
};
