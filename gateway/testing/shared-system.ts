import { startTestSystem, type TestSystem } from './test-system';

const systems = new Map<string, Promise<TestSystem>>();

/**
 * A system for suites that write nothing: all suites of one test file share one for each list of names. The test file closes
 * them by `closeSharedSystems`.
 * @param alone names of the subgraphs that run alone and are reached over HTTP
 */
export function shareTestSystem(alone: readonly string[] = []): Promise<TestSystem> {
  const key = [...alone].sort().join();
  const system = systems.get(key) ?? startTestSystem({ alone });
  systems.set(key, system);
  return system;
}

export async function closeSharedSystems(): Promise<void> {
  for (const system of systems.values()) await (await system).close();
  systems.clear();
}
