import type { Dispatcher } from 'undici';
import { startDeadline } from './deadline';

export interface PostOptions {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** In milliseconds, from this moment to the last byte of the answer: waiting for a connection counts too. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

export interface Posted {
  readonly statusCode: number;
  readonly text: string;
}

/** No answer came. */
export class PostError extends Error {
  constructor(
    message: string,
    /** Whether the request may have reached the other side. */
    readonly sent: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PostError';
  }
}

/**
 * Sends one POST and reads its whole answer.
 * @throws PostError, or the signal's reason when that is aborted
 */
export function post(pool: Dispatcher, options: PostOptions): Promise<Posted> {
  const { path, headers, body, timeout, signal } = options;
  return new Promise((resolve, reject) => {
    const exchange = new Exchange(resolve, reject, () => {
      stop();
      signal?.removeEventListener('abort', onAbort);
    });
    const onAbort = () => exchange.giveUp(signal?.reason as Error);
    const stop = startDeadline(timeout, () =>
      exchange.giveUp(new PostError(`timed out after ${timeout} ms`, exchange.sent)),
    );
    signal?.addEventListener('abort', onAbort);
    pool.dispatch({ method: 'POST', path, headers, body }, exchange);
  });
}

/** undici's events for one request as one outcome, the first that comes: an answer, a failure, or `giveUp`. */
class Exchange implements Dispatcher.DispatchHandler {
  /** Whether the request was given to a connection. */
  sent = false;
  #givenUp: Error | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #statusCode = 0;
  readonly #chunks: Buffer[] = [];

  constructor(
    private readonly resolve: (posted: Posted) => void,
    private readonly reject: (error: Error) => void,
    private readonly settled: () => void,
  ) {}

  /** Settles now, whether the request still waits for a connection or is under way. */
  giveUp(reason: Error): void {
    this.#givenUp = reason;
    this.#fail(reason);
    this.#controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#givenUp) return controller.abort(this.#givenUp);
    this.#controller = controller;
    this.sent = true;
  }

  onResponseStart(_: Dispatcher.DispatchController, statusCode: number): void {
    this.#statusCode = statusCode;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.settled();
    this.resolve({ statusCode: this.#statusCode, text: Buffer.concat(this.#chunks).toString() });
  }

  onResponseError(_: Dispatcher.DispatchController, cause: Error): void {
    this.#fail(new PostError('no answer', this.sent, { cause }));
  }

  #fail(error: Error): void {
    this.settled();
    this.reject(error);
  }
}
