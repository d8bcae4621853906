import type { ServerResponse } from 'node:http';
import { clientLeft, tookTooLong } from './overloaded';

/**
 * Aborted when nobody waits for the response any more: its client has left, or the time for it is over.
 * @param longest milliseconds; without it there is no end
 */
export function createRequestSignal(response: ServerResponse, longest?: number): AbortSignal {
  const controller = new AbortController();
  const timer =
    longest === undefined ? undefined : setTimeout(() => controller.abort(tookTooLong(longest)), longest);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort(clientLeft());
  });
  return controller.signal;
}
