import { departmentCodes } from '../schema/departments';
import { readSubgraphConfig, type Environment, type Log, type Subgraph } from '../subgraphs/kit';
import { subgraphs } from '../subgraphs/registry';

/** The subgraphs of this process, by name. */
export interface LocalSubgraphs {
  readonly local: ReadonlyMap<string, Subgraph>;
  /** The departments that could not be opened, and why. */
  readonly unopened: ReadonlyMap<string, Error>;
}

type Remote = ReadonlyMap<string, unknown>;

/**
 * Opens every subgraph that is not remote, all at once.
 * @throws an Error when the plan office cannot be opened, or when no department is open or remote
 */
export async function openLocalSubgraphs(
  remote: Remote,
  env: Environment,
  log: Log,
): Promise<LocalSubgraphs> {
  const opened = await openEach(remote, env, log);
  const failure = findFailure(opened, remote);
  if (!failure) return opened;
  await closeSubgraphs(opened.local);
  throw failure;
}

export async function closeSubgraphs(local: ReadonlyMap<string, Subgraph>): Promise<void> {
  await Promise.all([...local.values()].map((subgraph) => subgraph.close()));
}

async function openEach(remote: Remote, env: Environment, log: Log): Promise<LocalSubgraphs> {
  const here = subgraphs.filter(({ name }) => !remote.has(name));
  const configs = here.map((entry) => ({ entry, config: readSubgraphConfig(entry.name, entry.port, env) }));
  const opening = configs.map(async ({ entry, config }) => (await entry.load()).open(config, log));
  const settled = await Promise.allSettled(opening);
  const local = new Map<string, Subgraph>();
  const unopened = new Map<string, Error>();
  settled.forEach((each, at) => {
    if (each.status === 'fulfilled') local.set(each.value.name, each.value);
    else unopened.set(here[at]?.name ?? '', each.reason as Error);
  });
  return { local, unopened };
}

/** The error that stops the start. A department needs the plan office and no other department. */
function findFailure({ local, unopened }: LocalSubgraphs, remote: Remote): Error | undefined {
  const hasDepartment = departmentCodes.some((code) => local.has(code) || remote.has(code));
  const [first] = unopened.values();
  return unopened.get('plan') ?? (hasDepartment ? undefined : first);
}
