import { type Document } from 'bson';
import { CommandError } from '../errors';
import { checkPipeline, nameOf } from '../aggregate/leading-stages';
import { type PipelineContext } from '../aggregate/context';
import { planPipeline, type PipelinePlan } from '../aggregate/pipeline';
import { writeResults } from '../aggregate/write-results';
import { countExplanation } from './count';
import { explainFind } from '../query/explain';
import { type Database } from '../storage/database';
import { cursorReply } from '../wire/cursor-reply';
import { collatedPipeline } from './collation';
import { type Command, type CommandDefinition } from './command';
import { hintOf } from './find';

const FIELDS = [
  'pipeline',
  'cursor',
  'explain',
  'allowDiskUse',
  'hint',
  'let',
  'collation',
  'bypassDocumentValidation',
];

async function aggregate(command: Command): Promise<Document | Buffer> {
  const pipeline = checkPipeline(command.typed.pipeline);
  if (command.body.explain === true) return explainAggregate(command, 'queryPlanner');
  const { batchSize } = command;
  if (!command.document('cursor'))
    throw new CommandError(
      'FailedToParse',
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  const database = await command.readDatabase();
  const last = pipeline.at(-1);
  if (last && ('$out' in last || '$merge' in last)) return aggregateInto(command, pipeline, last, database);
  const collection = sourceName(command, pipeline);
  const context = contextOf(command, pipeline, database);
  const plan = planPipeline(collection, pipeline, context);
  const snapshot = database?.snapshot();
  const rows = plan.run({ ...context, transaction: snapshot });
  const namespace = `${command.databaseName}.${collection || '$cmd.aggregate'}`;
  const { documents, id } = command.engine.cursors.open(
    { rows, release: () => snapshot?.done() },
    namespace,
    batchSize,
    false,
  );
  return cursorReply('firstBatch', documents, id, namespace);
}

function contextOf(
  command: Command,
  pipeline: readonly Document[],
  database: Database | undefined,
): PipelineContext {
  return {
    database,
    transaction: undefined,
    statistics: { keys: 0, documents: 0 },
    options: collatedPipeline(command.options, command.body.collation, pipeline),
    hint: hintOf(command.body.hint),
  };
}

/** The collection's name; empty for `{aggregate: 1}`, which has to begin with `$documents`. */
function sourceName(command: Command, pipeline: readonly Document[]): string {
  if (command.body[command.name] !== 1) return command.collectionName;
  if (nameOf(pipeline[0]) === '$documents') return '';
  throw new CommandError(
    'InvalidNamespace',
    '{aggregate: 1} is not valid for an empty pipeline or one that does not begin with $documents',
  );
}

async function aggregateInto(
  command: Command,
  pipeline: readonly Document[],
  last: Document,
  database: Database | undefined,
): Promise<Buffer> {
  const context = contextOf(command, pipeline, database);
  const source = sourceName(command, pipeline);
  const snapshot = database?.snapshot();
  let results: Buffer[];
  try {
    results = [
      ...planPipeline(source, pipeline.slice(0, -1), context).run({ ...context, transaction: snapshot }),
    ];
  } finally {
    snapshot?.done();
  }
  await writeResults(command.engine, command.databaseName, last, results, context.options);
  return cursorReply('firstBatch', [], 0n, command.namespace);
}

/** Explains the find that a pipeline begins with, and lists the stages after it. */
export async function explainAggregate(command: Command, verbosity: string): Promise<Document> {
  const pipeline = checkPipeline(command.typed.pipeline);
  const database = await command.readDatabase();
  const context = contextOf(command, pipeline, database);
  const plan = planPipeline(command.collectionName, pipeline, context);
  const explained = explainPlan(command.namespace, plan, context, verbosity);
  if (plan.rest.length === 0) return explained;
  const { queryPlanner, executionStats } = explained as Record<string, unknown>;
  const cursor = { queryPlanner, ...(executionStats ? { executionStats } : {}) };
  return { ...explained, stages: [{ $cursor: cursor }, ...plan.rest] };
}

/** The stages of `explain` above the scan of keys that counts groups. */
const AROUND_KEYS: Readonly<Record<string, readonly Document[]>> = {
  distinct: [{ stage: 'DISTINCT_SCAN' }],
  group: [{ stage: 'GROUP' }, { stage: 'PROJECTION_COVERED' }],
};

function explainPlan(
  namespace: string,
  plan: PipelinePlan,
  context: PipelineContext,
  verbosity: string,
): Document {
  if (plan.kind === 'count' && plan.find)
    return explainFind(namespace, plan.find, { verbosity, ...countExplanation(plan.find) });
  const run = (statistics: PipelineContext['statistics']): number =>
    [...plan.run({ ...context, statistics })].length;
  const around = AROUND_KEYS[plan.kind];
  if (around) return explainFind(namespace, plan.find, { verbosity, run, around, withoutFetch: true });
  return explainFind(namespace, plan.find, { verbosity, run, projection: plan.projection !== undefined });
}

export const aggregateCommands: Readonly<Record<string, CommandDefinition>> = {
  aggregate: { fields: FIELDS, run: aggregate },
};
