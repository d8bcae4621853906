import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Absence } from './absence/absence';
import type { RequestOrigin } from './sources/source';

/** A client's request, as far as its fetches need to know of it and remember in it. */
export interface RequestContext extends RequestOrigin {
  readonly absence: Absence;
}

/** Takes over a caller's request id when it is a plain one, so that a request can be followed across machines. */
export function createRequestContext(
  { headers }: IncomingMessage,
  signal: AbortSignal = new AbortController().signal,
): RequestContext {
  const given = headers['x-request-id'];
  const requestId = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
  // Every fetch of the request listens, and node warns of more than ten listeners.
  setMaxListeners(0, signal);
  return { requestId, authorization: headers.authorization, absence: new Absence(), signal };
}
