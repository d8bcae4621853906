import type { ServerResponse } from 'node:http';
import { clientLeft, tookTooLong } from './overloaded';

/**
 * A signal that is aborted when the client leaves before the whole response, or after `longest`.
 * @param longest milliseconds; undefined for no limit
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
