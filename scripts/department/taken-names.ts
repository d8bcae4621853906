import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';

/** `own` and `department` stand for every department's code in the schemas. */
const standIns = ['own', 'department'];
/** The types to which every department adds a field that is named by its code. */
const sharedTypes = ['TargetConnection', 'ResultConnection', 'SearchConnection', 'Department'];

/** The codes that a new department cannot have, whether or not a department has them: names of folders and of fields. */
export function readTakenNames(root: string): ReadonlySet<string> {
  const folders = ['subgraphs', 'seeds'].flatMap((path) => readdirSync(join(root, path)));
  const { definitions } = parse(readFileSync(join(root, 'schema/subgraphs/plan.graphql'), 'utf8'));
  const fields = definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && sharedTypes.includes(node.name.value)
      ? (node.fields ?? []).map(({ name }) => name.value)
      : [],
  );
  return new Set([...standIns, ...folders, ...fields]);
}
