import { departments, planPort } from '../schema/departments';
import type { SubgraphDefinition } from './kit';

export interface SubgraphEntry {
  readonly name: string;
  /** Default port when it runs alone. */
  readonly port: number;
  load(): Promise<SubgraphDefinition>;
}

/** Every subgraph of the supergraph: the departments of `schema/departments.json`, each a folder here, and the plan office. */
export const subgraphs: readonly SubgraphEntry[] = [
  ...departments.map(({ code, port }) => ({ name: code, port, load: () => loadFolder(code) })),
  { name: 'plan', port: planPort, load: () => loadFolder('plan') },
];

async function loadFolder(name: string): Promise<SubgraphDefinition> {
  const { subgraph } = (await import(`./${name}/index`)) as { subgraph: SubgraphDefinition };
  return subgraph;
}
