import { type Document } from 'bson';
import { type Options } from 'mingo/types';
import { badValue, CommandError } from '../errors';
import { explainFind } from '../query/explain';
import { planFind } from '../query/find';
import { decodePlain, encode } from '../values/codec';
import { isDocument } from '../values/types';
import { withCollation } from './collation';
import { Command, type CommandDefinition } from './command';
import { explainAggregate } from './aggregate';
import { explainCount } from './count';
import { explainDistinct } from './distinct';
import { explainFindCommand, hintOf } from './find';

type Explainer = (command: Command, verbosity: string) => Promise<Document>;

const EXPLAINERS: Readonly<Record<string, Explainer>> = {
  find: explainFindCommand,
  aggregate: explainAggregate,
  count: explainCount,
  distinct: explainDistinct,
  update: (command, verbosity) => explainWrite(command, verbosity, 'updates', 'UPDATE'),
  delete: (command, verbosity) => explainWrite(command, verbosity, 'deletes', 'DELETE'),
  findAndModify: explainFindAndModify,
};

const VERBOSITIES = new Set(['queryPlanner', 'executionStats', 'allPlansExecution']);

async function explain(command: Command): Promise<Document> {
  const explained: unknown = command.body.explain;
  const verbosity: unknown = command.body.verbosity ?? 'allPlansExecution';
  if (!isDocument(explained)) throw new CommandError('TypeMismatch', 'explain needs a command');
  if (typeof verbosity !== 'string' || !VERBOSITIES.has(verbosity)) {
    throw badValue(
      `Enumeration value '${String(verbosity)}' for field 'explain.verbosity' is not a valid value.`,
    );
  }
  const name = Object.keys(explained)[0] ?? '';
  const explainer = EXPLAINERS[name];
  if (!explainer)
    throw new CommandError('CommandNotSupported', `Explain failed due to unknown command: ${name}`);
  const body = encode({ ...(command.typed.explain as Document), $db: command.databaseName });
  const inner = new Command(
    { requestId: 0, opCode: 0, body, sequences: new Map(), moreToCome: false },
    command.engine,
    command.connectionId,
  );
  return explainer(inner, verbosity);
}

/** Explains the find of a write. Nothing is written. */
async function explainWrite(
  command: Command,
  verbosity: string,
  field: 'updates' | 'deletes',
  stage: string,
): Promise<Document> {
  const [raw] = command.rawDocuments(field);
  const statement = raw ? decodePlain(raw) : {};
  const isMulti = field === 'updates' ? statement.multi === true : statement.limit === 0;
  return explainFound(command, verbosity, stage, {
    filter: (statement.q ?? {}) as Document,
    options: withCollation(command.options, statement.collation, statement.q),
    hint: statement.hint,
    limit: isMulti ? 0 : 1,
  });
}

async function explainFindAndModify(command: Command, verbosity: string): Promise<Document> {
  const { query, sort, hint, remove } = command.body;
  const options = withCollation(command.options, command.body.collation, query);
  const filter = (query ?? {}) as Document;
  const found = { filter, sort: sort as unknown, hint: hint as unknown, limit: 1, options };
  return explainFound(command, verbosity, remove ? 'DELETE' : 'UPDATE', found);
}

async function explainFound(
  command: Command,
  verbosity: string,
  stage: string,
  { hint, ...request }: { filter: Document; sort?: unknown; hint: unknown; limit: number; options: Options },
): Promise<Document> {
  const found = await command.readCollection();
  const plan = found && planFind(found.collection, { ...request, hint: hintOf(hint) });
  return explainFind(command.namespace, plan, { verbosity, around: [{ stage }] });
}

export const explainCommands: Readonly<Record<string, CommandDefinition>> = {
  explain: { fields: ['verbosity'], run: explain },
};
