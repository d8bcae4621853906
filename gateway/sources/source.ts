import type { DocumentNode } from 'graphql';
import type { RequestContext } from '../request-context';
import type { SourceResponse } from './failure';

/** One operation of a query plan, as a subgraph is asked it. */
export interface SubgraphRequest {
  /** Whether it is a mutation. */
  readonly isWrite: boolean;
  readonly document: DocumentNode;
  /** The document's text. */
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: Pick<RequestContext, 'authorization' | 'requestId' | 'signal'>;
}

/** A subgraph as the gateway reaches it, in this process or over HTTP. */
export interface Source {
  /** Whether its answers are known to be of the schema's types: those of this process are. */
  readonly trusted: boolean;
  /** @throws SourceFailure, or the reason of the request's signal when that is aborted */
  fetch(request: SubgraphRequest): Promise<SourceResponse>;
  /** @throws SourceFailure when the subgraph does not answer */
  ping(): Promise<void>;
  /**
   * The schema that the subgraph says it serves, null when it does not say; of remote subgraphs only.
   * @throws SourceFailure when the subgraph does not answer
   */
  readSchema?(): Promise<string | null>;
  close(): Promise<void>;
}

/** In milliseconds, each for one whole answer from the moment that the subgraph is asked. */
export interface Timeouts {
  readonly query: number;
  /** Writes take the time that they need: this ends those of which nothing will be heard any more. */
  readonly mutation: number;
}

/**
 * Who asks, as a subgraph may know it: the right to write goes to the owner of a mutation's field, never along with a
 * query.
 */
export function callerOf({ isWrite, context }: SubgraphRequest) {
  const { authorization, requestId } = context;
  return { requestId, ...(isWrite && authorization && { authorization }) };
}

/** A write that was begun is not broken off when its client leaves. */
export const signalOf = ({ isWrite, context }: SubgraphRequest): AbortSignal | undefined =>
  isWrite ? undefined : context.signal;
