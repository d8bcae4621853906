import type { DocumentNode } from 'graphql';
import type { Caller } from '../../subgraphs/kit';
import type { SourceResponse } from './failure';

/** The client's request that a fetch is a part of. */
export interface RequestOrigin extends Caller {
  readonly requestId: string;
  /** Aborted when nobody waits for the answer any more; its reason is the error for everything that is left undone. */
  readonly signal: AbortSignal;
}

/** One operation for one subgraph. */
export interface SubgraphRequest {
  /** Whether it is a mutation. */
  readonly isWrite: boolean;
  readonly document: DocumentNode;
  /** The document's text. */
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly origin: RequestOrigin;
}

/** A subgraph as the gateway reaches it, in this process or over HTTP. */
export interface Source {
  /** Whether every answer is known to be of the schema's types, which holds for subgraphs of this process. */
  readonly trusted: boolean;
  /** @throws SourceFailure, or the reason of the request's signal when that is aborted */
  fetch(request: SubgraphRequest): Promise<SourceResponse>;
  /** @throws SourceFailure when the subgraph does not answer */
  ping(): Promise<void>;
  /**
   * The schema that the subgraph says it serves, null when it does not say. Only remote subgraphs are asked.
   * @throws SourceFailure when the subgraph does not answer
   */
  readSchema?(): Promise<string | null>;
  close(): Promise<void>;
}

/** In milliseconds, each for one whole answer from the moment that the subgraph is asked. */
export interface Timeouts {
  readonly query: number;
  /** Long, because a write takes the time that it needs: the deadline is for a subgraph that has fallen silent. */
  readonly mutation: number;
}

/**
 * The client as the subgraph may know it. The `Authorization` header goes to the owner of a mutation's field and never along
 * with a query.
 */
export function callerOf({ isWrite, origin }: SubgraphRequest): Pick<RequestOrigin, 'requestId'> & Caller {
  const { authorization, requestId } = origin;
  return { requestId, ...(isWrite && authorization && { authorization }) };
}

/** The signal that breaks a query off. A write has none: once begun, it goes on when its client leaves. */
export const signalOf = ({ isWrite, origin }: SubgraphRequest): AbortSignal | undefined =>
  isWrite ? undefined : origin.signal;
