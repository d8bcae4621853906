import type { Source } from '../sources/source';

/** What compiled plans need of the engine. */
export interface PlanEnvironment {
  /** @throws when the subgraph has no source */
  sourceOf(subgraph: string): Source;
  isOfType(typename: string, condition: string): boolean;
  /** Whether the subgraph is the one that must know an entity of the type. */
  owns(subgraph: string, typename: unknown): boolean;
  /** Told of every request to a subgraph. */
  onFetch(subgraph: string): void;
}
