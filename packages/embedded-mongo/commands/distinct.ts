import { type Document } from 'bson';
import { distinctPath, readDistinct } from '../query/distinct-scan';
import { explainFind } from '../query/explain';
import { compileFilter } from '../query/filter';
import { planFind } from '../query/find';
import { type ReadStatistics } from '../query/read-statistics';
import { type Collection } from '../storage/collection';
import { decodeTyped } from '../values/codec';
import { compareWith, type Collation } from '../values/collation';
import { encodeKey } from '../values/key-encoding';
import { MISSING, valuesAt } from '../values/paths';
import { withCollation } from './collation';
import { type Command, type CommandDefinition } from './command';
import { hintOf } from './find';
import { missingField, wrongType } from './generic-fields';

async function distinct(command: Command): Promise<Document> {
  const field = fieldOf(command);
  const found = await command.readCollection();
  if (!found) {
    compileFilter(command.document('query') ?? {});
    return { values: [], ok: 1 };
  }
  return { values: distinctValues(command, found.collection, field, { keys: 0, documents: 0 }), ok: 1 };
}

function fieldOf(command: Command): string {
  const field: unknown = command.body.key;
  if (typeof field === 'string') return field;
  if (field === undefined) throw missingField('distinct.key');
  throw wrongType('distinct.key', field, 'string');
}

function distinctValues(
  command: Command,
  collection: Collection,
  field: string,
  statistics: ReadStatistics,
): unknown[] {
  const filter = command.document('query') ?? {};
  const options = withCollation(command.options, command.body.collation, filter);
  const byKeys = command.body.hint === undefined && !options.collation;
  const path = byKeys ? distinctPath(collection, filter, field, true) : undefined;
  if (path) {
    const found = [...readDistinct(path, collection, statistics)].flatMap(({ values }) => values);
    // The key of null is that of a missing field too, which is no value: only documents tell the two apart.
    if (!found.some((value) => value === null || value === MISSING || value === undefined)) return found;
  }
  const plan = planFind(collection, { filter, hint: hintOf(command.body.hint), options });
  const values = new Map<string, unknown>();
  for (const { bytes } of plan.runAll(statistics)) {
    for (const value of valuesAt(decodeTyped(bytes), field).flatMap((each) => each)) {
      const key = encodeKey(value).toString('latin1');
      if (value !== MISSING && !values.has(key)) values.set(key, value);
    }
  }
  if (options.collation) return collatedValues([...values.values()], options.collation);
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

/** In a language's order, the first of values that are equal in it. */
function collatedValues(values: readonly unknown[], collation: Collation): unknown[] {
  const compare = compareWith(collation);
  const sorted = [...values].sort(compare);
  return sorted.filter((value, i) => i === 0 || compare(value, sorted[i - 1]) !== 0);
}

export async function explainDistinct(command: Command, verbosity: string): Promise<Document> {
  const field = fieldOf(command);
  const found = await command.readCollection();
  const filter = command.document('query') ?? {};
  if (!found) return explainFind(command.namespace, undefined, { verbosity });
  const options = withCollation(command.options, command.body.collation, filter);
  const path = options.collation ? undefined : distinctPath(found.collection, filter, field, true);
  const plan = planFind(found.collection, { filter, hint: hintOf(command.body.hint), options });
  const run = (statistics: ReadStatistics): number =>
    distinctValues(command, found.collection, field, statistics).length;
  if (!path) return explainFind(command.namespace, plan, { verbosity, run });
  return explainFind(
    command.namespace,
    { ...plan, access: path.path },
    { verbosity, run, around: [{ stage: 'DISTINCT_SCAN' }], withoutFetch: true },
  );
}

export const distinctCommands: Readonly<Record<string, CommandDefinition>> = {
  distinct: { fields: ['key', 'query', 'hint', 'collation'], run: distinct },
};
