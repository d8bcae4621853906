import { type Document } from 'bson';
import { countFound, countMethod, isCountCovered } from '../query/count';
import { explainFind } from '../query/explain';
import { planFind, type FindPlan } from '../query/find';
import { type Collection } from '../storage/collection';
import { withCollation } from './collation';
import { type Command, type CommandDefinition } from './command';
import { hintOf } from './find';
import { compileFilter } from '../query/filter';

function planOf(command: Command, collection: Collection): FindPlan {
  const filter = command.document('query') ?? {};
  return planFind(collection, {
    filter,
    options: withCollation(command.options, command.body.collation, filter),
    skip: command.count('skip'),
    limit: Math.abs(command.number('limit') ?? 0),
    hint: hintOf(command.body.hint),
    wanted: [],
  });
}

async function count(command: Command): Promise<Document> {
  const found = await command.readCollection();
  if (!found) {
    compileFilter(command.document('query') ?? {});
    return { n: 0, ok: 1 };
  }
  return { n: countFound(planOf(command, found.collection), { keys: 0, documents: 0 }), ok: 1 };
}

export async function explainCount(command: Command, verbosity: string): Promise<Document> {
  const found = await command.readCollection();
  const plan = found && planOf(command, found.collection);
  return explainFind(command.namespace, plan, { verbosity, ...(plan ? countExplanation(plan) : {}) });
}

/** How `explain` shows a count. */
export function countExplanation(
  plan: FindPlan,
): Pick<Parameters<typeof explainFind>[2], 'around' | 'withoutFetch' | 'run'> {
  const method = countMethod(plan);
  return {
    around: [{ stage: method }],
    withoutFetch: isCountCovered(plan),
    run: (statistics) => countFound(plan, statistics),
  };
}

export const countCommands: Readonly<Record<string, CommandDefinition>> = {
  count: { fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'], run: count },
};
