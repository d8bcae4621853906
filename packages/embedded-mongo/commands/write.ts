import { type Document } from 'bson';
import { CommandError } from '../errors';
import { replyFor } from '../wire/connection';
import { decodePlain, decodeTyped } from '../values/codec';
import { isDocument } from '../values/types';
import { collatedUpdate, withCollation } from './collation';
import { type Command, type CommandDefinition } from './command';
import { hintOf } from './find';
import { missingField, requireBoolean, wrongType } from './generic-fields';
import { insertOne, remove, update, type DeleteStatement, type UpdateStatement } from './write-operations';

const MOST_WRITES = 100_000;

/** Runs each write on its own; a failed one stops the batch when it is ordered. */
function runBatch<T>(
  items: readonly T[],
  ordered: boolean,
  run: (item: T, index: number) => void,
): Document[] {
  const writeErrors: Document[] = [];
  for (const [index, item] of items.entries()) {
    try {
      run(item, index);
    } catch (error) {
      writeErrors.push(writeError(error, index));
      if (ordered) break;
    }
  }
  return writeErrors;
}

export function writeError(error: unknown, index: number): Document {
  if (error instanceof CommandError && error.codeName === 'DataCorruptionDetected') throw error;
  const reply = replyFor(error);
  delete reply.ok;
  delete reply.codeName;
  return { index, ...reply };
}

function checkBatch(items: readonly Buffer[], field: string): void {
  if (items.length === 0 || items.length > MOST_WRITES) {
    throw new CommandError(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${MOST_WRITES}. Got ${items.length} operations (${field}).`,
    );
  }
}

function reply(counts: Document, writeErrors: readonly Document[]): Document {
  return { ...counts, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
}

async function insert(command: Command): Promise<Document> {
  const documents = command.rawDocuments('documents');
  checkBatch(documents, 'documents');
  const name = command.collectionName;
  const database = await command.writeDatabase();
  return database.write(() => {
    const collection = database.ensureCollection(name);
    let n = 0;
    const errors = collection.insertMany(() =>
      runBatch(documents, command.isOrdered, (document) => {
        insertOne(collection, document);
        n++;
      }),
    );
    return reply({ n }, errors);
  });
}

const UPDATE_FIELDS = new Set([
  'q',
  'u',
  'c',
  'multi',
  'upsert',
  'arrayFilters',
  'hint',
  'collation',
  'sort',
  'upsertSupplied',
]);

/** One statement of the update command. */
function parseUpdate(raw: Buffer, command: Command): UpdateStatement {
  const [plain, typed] = [decodePlain(raw), decodeTyped(raw)];
  checkStatement(plain, UPDATE_FIELDS, 'update.updates');
  if (plain.u === undefined) throw missingField('update.updates.u');
  const multi = requireBoolean('update.updates.multi', plain.multi, false);
  if (plain.sort && multi) throw new CommandError('FailedToParse', 'Cannot specify sort with multi=true');
  return {
    filter: requireDocument(plain.q, 'update.updates.q'),
    typedFilter: typed.q as Document,
    update: typed.u as unknown,
    multi,
    upsert: requireBoolean('update.updates.upsert', plain.upsert, false),
    arrayFilters: plain.arrayFilters as Document[] | undefined,
    hint: hintOf(plain.hint),
    sort: plain.sort as unknown,
    options: collatedUpdate(command.options, plain.collation, plain.q, plain.u),
  };
}

function checkStatement(statement: Document, known: ReadonlySet<string>, where: string): void {
  const unknown = Object.keys(statement).find((field) => !known.has(field));
  if (unknown)
    throw new CommandError('Location40415', `BSON field '${where}.${unknown}' is an unknown field.`);
}

function requireDocument(value: unknown, where: string): Document {
  if (isDocument(value)) return value;
  if (value === undefined) throw missingField(where);
  throw wrongType(where, value, 'object');
}

async function updateMany(command: Command): Promise<Document> {
  const statements = command.rawDocuments('updates');
  checkBatch(statements, 'updates');
  const name = command.collectionName;
  const parsed = statements.map((raw) => parseUpdate(raw, command));
  const existing = await command.readDatabase();
  const database =
    existing ?? (parsed.some(({ upsert }) => upsert) ? await command.writeDatabase() : undefined);
  if (!database) return { n: 0, nModified: 0, ok: 1 };
  return database.write(() => {
    const counts = { n: 0, nModified: 0 };
    const upserted: Document[] = [];
    const errors = runBatch(parsed, command.isOrdered, (statement, index) => {
      const outcome = update(database, name, statement);
      counts.n += outcome.matched + (outcome.upserted ? 1 : 0);
      counts.nModified += outcome.modified;
      if (outcome.upserted) upserted.push({ index, _id: outcome.upserted.id });
    });
    return reply({ ...counts, ...(upserted.length > 0 ? { upserted } : {}) }, errors);
  });
}

const DELETE_FIELDS = new Set(['q', 'limit', 'hint', 'collation']);

function parseDelete(raw: Buffer, command: Command): DeleteStatement {
  const plain = decodePlain(raw);
  checkStatement(plain, DELETE_FIELDS, 'delete.deletes');
  if (plain.limit === undefined) throw missingField('delete.deletes.limit');
  if (plain.limit !== 0 && plain.limit !== 1) {
    throw new CommandError(
      'FailedToParse',
      `The limit field in delete objects must be 0 or 1. Got ${String(plain.limit)}`,
    );
  }
  return {
    filter: requireDocument(plain.q, 'delete.deletes.q'),
    multi: plain.limit === 0,
    hint: hintOf(plain.hint),
    options: withCollation(command.options, plain.collation, plain.q),
  };
}

async function deleteMany(command: Command): Promise<Document> {
  const statements = command.rawDocuments('deletes');
  checkBatch(statements, 'deletes');
  const name = command.collectionName;
  const parsed = statements.map((raw) => parseDelete(raw, command));
  const database = await command.readDatabase();
  if (!database) return { n: 0, ok: 1 };
  return database.write(() => {
    let n = 0;
    const errors = runBatch(parsed, command.isOrdered, (statement) => {
      n += remove(database.collection(name), statement).length;
    });
    return reply({ n }, errors);
  });
}

export const writeCommands: Readonly<Record<string, CommandDefinition>> = {
  insert: { fields: ['documents', 'ordered', 'bypassDocumentValidation'], run: insert },
  update: { fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'], run: updateMany },
  delete: { fields: ['deletes', 'ordered', 'let'], run: deleteMany },
};
