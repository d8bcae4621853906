import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Caller } from '../subgraphs/kit';
import type { FailureCode } from './sources/failure';

/** What the gateway knows of a request while it is worked on. */
export interface RequestContext extends Caller {
  readonly requestId: string;
  readonly absence: Absence;
  /** Aborted when nobody waits for the answer any more; its reason is the error of what was not done. */
  readonly signal: AbortSignal;
}

/** Subgraphs that a request goes on without. */
export interface Absence {
  /** Not asked any more: every fetch to them fails at once. */
  readonly absent: Set<string>;
  /** Answered for a list and then could not give what it had listed. */
  readonly lost: Set<string>;
  /** Why each of them is gone, where it was lost. */
  readonly causes: Map<string, FailureCode>;
}

export const noAbsence = (): Absence => ({ absent: new Set(), lost: new Set(), causes: new Map() });

/** Notes that a subgraph, asked for what it had listed, could not give it. The first cause is the one that is told. */
export function giveUpOn({ lost, causes }: Absence, subgraph: string, cause: FailureCode): void {
  lost.add(subgraph);
  if (!causes.has(subgraph)) causes.set(subgraph, cause);
}

/** Takes over a caller's request id when it is a plain one, so that a request can be followed across machines. */
export function createRequestContext(
  { headers }: IncomingMessage,
  signal: AbortSignal = new AbortController().signal,
): RequestContext {
  const given = headers['x-request-id'];
  const requestId = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
  // Every fetch of the request listens.
  setMaxListeners(0, signal);
  return { requestId, authorization: headers.authorization, absence: noAbsence(), signal };
}
