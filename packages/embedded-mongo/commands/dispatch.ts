import { type Document } from 'bson';
import { CommandError, searchNotEnabled } from '../errors';
import { type Dispatch } from '../wire/connection';
import { aggregateCommands } from './aggregate';
import { bulkWriteCommands } from './bulk-write';
import { collectionCommands } from './collections';
import { Command, type CommandDefinition, type Engine } from './command';
import { countCommands } from './count';
import { distinctCommands } from './distinct';
import { explainCommands } from './explain';
import { findAndModifyCommands } from './find-and-modify';
import { findCommands } from './find';
import { serverCommands } from './hello';
import { indexCommands } from './indexes';
import { writeCommands } from './write';

const COMMANDS: ReadonlyMap<string, CommandDefinition> = new Map(
  Object.entries({
    ...serverCommands,
    ...findCommands,
    ...writeCommands,
    ...findAndModifyCommands,
    ...bulkWriteCommands,
    ...collectionCommands,
    ...indexCommands,
    ...countCommands,
    ...distinctCommands,
    ...aggregateCommands,
    ...explainCommands,
  }),
);

/** Commands that MongoDB has and this server has not. */
const NOT_SUPPORTED = new Set([
  'commitTransaction',
  'abortTransaction',
  'saslStart',
  'saslContinue',
  'authenticate',
  'createUser',
  'mapReduce',
  'collMod',
  'validate',
  'compact',
  'replSetGetStatus',
  'fsync',
]);

const SEARCHING = new Set([
  'createSearchIndexes',
  'updateSearchIndex',
  'dropSearchIndex',
  'listSearchIndexes',
]);

/** Finds a command's definition and runs it. */
export function createDispatch(engine: Engine): Dispatch {
  return async (message, connectionId): Promise<Document | Buffer> => {
    const command = new Command(message, engine, connectionId);
    // Before the name is looked up, so that `commitTransaction` is refused with the same code as the writes before it.
    command.refuseTransaction();
    const definition = COMMANDS.get(command.name);
    if (!definition) throw unknownCommand(command.name);
    command.checkFields(definition.fields);
    return definition.run(command);
  };
}

function unknownCommand(name: string): CommandError {
  if (SEARCHING.has(name)) return searchNotEnabled(name);
  if (NOT_SUPPORTED.has(name))
    return new CommandError(
      'CommandNotSupported',
      `${name} is not supported by embedded-mongo; use a MongoDB server`,
    );
  return new CommandError('CommandNotFound', `no such command: '${name}'`);
}
