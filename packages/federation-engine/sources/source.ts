import type { DocumentNode } from 'graphql';

/** One request to a subgraph, as a query plan has it. */
export interface SubgraphRequest {
  /** The operation's text, and the same parsed: both live as long as the plan. */
  readonly query: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly isMutation: boolean;
  /** Where in the plan the entities stand that are asked for, `@` for each list: `["nodes", "@"]`. Empty at the root. */
  readonly paths: readonly (readonly string[])[];
  readonly variables: Readonly<Record<string, unknown>>;
  /** The request as a JSON body, written when it is read. */
  readonly body: string;
  /** The `context` that the server made for the client's request. */
  readonly context: unknown;
}

/** An error as GraphQL over HTTP has it. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
}

/** How one subgraph is asked. */
export interface Source {
  /**
   * @returns the subgraph's response; the engine merges what it fetches later into its objects
   * @throws when there is no response: the fields that were asked for are null with one error
   */
  fetch(request: SubgraphRequest): Promise<SubgraphResponse>;
  close?(): Promise<void>;
}
