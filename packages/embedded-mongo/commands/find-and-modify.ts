import { type Document } from 'bson';
import { CommandError } from '../errors';
import { compileProjection } from '../query/projection';
import { decodeTyped } from '../values/codec';
import { type Database } from '../storage/database';
import { collatedUpdate } from './collation';
import { type Command, type CommandDefinition } from './command';
import { hintOf } from './find';
import { isSet } from './generic-fields';
import { remove, update, type UpdateStatement } from './write-operations';

const FIELDS = [
  'query', 'sort', 'update', 'remove', 'new', 'upsert', 'fields', 'arrayFilters', 'hint', 'let', 'collation', 'bypassDocumentValidation',
]; // prettier-ignore

async function findAndModify(command: Command): Promise<Document> {
  const { body } = command;
  const isRemove = isSet(body.remove);
  if (isRemove === (body.update !== undefined)) {
    throw new CommandError(
      'FailedToParse',
      isRemove
        ? 'Cannot specify both an update and remove=true'
        : 'Either an update or remove=true must be specified',
    );
  }
  if (isRemove && isSet(body.new))
    throw new CommandError(
      'FailedToParse',
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  if (isRemove && isSet(body.upsert))
    throw new CommandError('FailedToParse', 'Cannot specify both upsert=true and remove=true');
  if (isRemove && body.arrayFilters)
    throw new CommandError('FailedToParse', 'Cannot specify arrayFilters and remove=true');
  const statement = statementOf(command);
  const existing = await command.readDatabase();
  const database = existing ?? (statement.upsert ? await command.writeDatabase() : undefined);
  const name = command.collectionName;
  if (!database) return isRemove ? removed(undefined) : updated({ n: 0, updatedExisting: false }, undefined);
  return database.write(() =>
    isRemove ? runRemove(command, database, name, statement) : runUpdate(command, database, name, statement),
  );
}

function statementOf(command: Command): UpdateStatement {
  const { typed } = command;
  return {
    filter: command.document('query') ?? {},
    typedFilter: (typed.query ?? {}) as Document,
    update: typed.update as unknown,
    multi: false,
    upsert: isSet(command.body.upsert),
    arrayFilters: command.body.arrayFilters as Document[] | undefined,
    hint: hintOf(command.body.hint),
    sort: command.document('sort'),
    options: collatedUpdate(command.options, command.body.collation, command.body.query, command.body.update),
  };
}

function runUpdate(command: Command, database: Database, name: string, statement: UpdateStatement): Document {
  const outcome = update(database, name, statement);
  const isNew = isSet(command.body.new);
  if (outcome.upserted) {
    const { id, document } = outcome.upserted;
    return updated(
      { n: 1, updatedExisting: false, upserted: id },
      isNew ? shape(command, document) : undefined,
    );
  }
  if (outcome.matched === 0) return updated({ n: 0, updatedExisting: false }, undefined);
  return updated({ n: 1, updatedExisting: true }, shape(command, isNew ? outcome.after : outcome.before));
}

function runRemove(command: Command, database: Database, name: string, statement: UpdateStatement): Document {
  const [found] = remove(database.collection(name), statement);
  return removed(found && shape(command, found.bytes));
}

function shape(command: Command, bytes: Buffer | undefined): Document | undefined {
  if (!bytes) return undefined;
  const projection = compileProjection(
    command.typedDocument('fields'),
    command.document('query'),
    command.options,
  );
  return decodeTyped(projection ? projection(bytes) : bytes);
}

function updated(lastErrorObject: Document, value: Document | undefined): Document {
  return { lastErrorObject, value: value ?? null, ok: 1 };
}

function removed(value: Document | undefined): Document {
  return { lastErrorObject: { n: value ? 1 : 0 }, value: value ?? null, ok: 1 };
}

export const findAndModifyCommands: Readonly<Record<string, CommandDefinition>> = {
  findAndModify: { fields: FIELDS, run: findAndModify },
  findandmodify: { fields: FIELDS, run: findAndModify },
};
