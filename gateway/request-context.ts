import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Caller } from '../subgraphs/kit';

/** What the gateway knows of a request, and passes on to every subgraph that it asks. */
export interface RequestContext extends Caller {
  readonly requestId: string;
  readonly absence: Absence;
}

/** Subgraphs that a request goes on without. */
export interface Absence {
  /** Not asked any more: every fetch to them fails at once. */
  readonly absent: Set<string>;
  /** Answered for a list and then could not give what it had listed. */
  readonly lost: Set<string>;
}

export const noAbsence = (): Absence => ({ absent: new Set(), lost: new Set() });

/** Takes over a caller's request id when it is a plain one, so that a request can be followed across machines. */
export function createRequestContext({ headers }: IncomingMessage): RequestContext {
  const given = headers['x-request-id'];
  const requestId = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
  return { requestId, authorization: headers.authorization, absence: noAbsence() };
}
