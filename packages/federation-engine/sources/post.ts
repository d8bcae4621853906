import type { Dispatcher } from 'undici';

export interface PostOptions {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds for the whole answer. */
  readonly timeout: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Sends a POST request and reads the answer as text, through `dispatch`: no stream and no abort signal per request, which
 * cost as much as the request itself.
 * @throws when there is no whole answer within the timeout
 */
export function post(dispatcher: Dispatcher, { timeout, ...options }: PostOptions): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let controller: Dispatcher.DispatchController | undefined;
    const deadline = setTimeout(() => {
      const error = new Error(`The whole answer must come within ${timeout} ms.`);
      controller?.abort(error);
      reject(error);
    }, timeout);
    dispatcher.dispatch(
      { method: 'POST', ...options },
      {
        onRequestStart: (started) => {
          controller = started;
        },
        onResponseStart: (_, statusCode) => {
          status = statusCode;
        },
        onResponseData: (_, chunk) => {
          chunks.push(chunk);
        },
        onResponseEnd: () => {
          clearTimeout(deadline);
          resolve({ status, text: decode(chunks) });
        },
        onResponseError: (_, error) => {
          clearTimeout(deadline);
          reject(error);
        },
      },
    );
  });
}

const decode = (chunks: readonly Buffer[]): string => {
  const [only] = chunks;
  return only && chunks.length === 1 ? only.toString('utf8') : Buffer.concat(chunks).toString('utf8');
};
