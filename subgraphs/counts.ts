import { departments } from '../schema/departments';
import { findMiscounts, recount } from '../lists/answer/stored/recount';
import { readSubgraphConfig } from './kit';
import { subgraphs } from './registry';

/**
 * `npm run counts`: compares the counts that departments keep with the documents they count; `-- --repair` writes them anew.
 * `-- economy` checks one department. Exits 1 when a count is wrong and was not repaired.
 */
async function main(): Promise<void> {
  const repair = process.argv.includes('--repair');
  const named = process.argv.slice(2).filter((argument) => argument !== '--repair');
  const codes = departments.map(({ code }) => code);
  const unknown = named.find((name) => !codes.includes(name));
  if (unknown !== undefined) throw new Error(`Departments are ${codes.join(', ')}, but got: ${unknown}.`);
  for (const code of named.length > 0 ? named : codes) await checkDepartment(code, repair);
}

async function checkDepartment(code: string, repair: boolean): Promise<void> {
  const entry = subgraphs.find(({ name }) => name === code);
  if (!entry) throw new Error(`${code} has no subgraph.`);
  const subgraph = await (await entry.load()).open(readSubgraphConfig(code, entry.port), console.log);
  try {
    const { db } = subgraph.connection;
    const wrong = await findMiscounts(db);
    for (const line of wrong) console.log(`${code} ${line}`);
    if (wrong.length > 0 && repair) await recount(db);
    if (wrong.length > 0 && !repair) process.exitCode = 1;
    console.log(
      `${code}: ${wrong.length === 0 ? 'counts are exact' : repair ? 'counted anew' : `${wrong.length} counts are wrong`}`,
    );
  } finally {
    await subgraph.close();
  }
}

main().catch((error: unknown) => {
  console.error(`Cannot check: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
