import type { RequiredInputs } from '../supergraph/required-inputs';
import type { Source } from '../sources/source';

/** What compiled plans need of the engine. */
export interface PlanEnvironment {
  /** @throws when the subgraph has no source */
  readonly sourceOf: (subgraph: string) => Source;
  readonly isOfType: (typename: string, condition: string) => boolean;
  /** Whether the subgraph is the one that must know an entity of the type. */
  readonly owns: (subgraph: string, typename: unknown) => boolean;
  /** Whether fetches of one subgraph that are ready together go as one request. */
  readonly joinsFetches: boolean;
  readonly inputs: RequiredInputs;
  /** Told of every request to a subgraph. */
  readonly onFetch: (subgraph: string) => void;
}
