/** In milliseconds. How much a timer may count: one that fires later shows that this process was blocked. */
const step = 50;

/**
 * Calls `onExpired` once `milliseconds` have passed in which this process was free to listen: a deadline measures the
 * one who is asked, so time in which the process was blocked does not count.
 * @returns ends the deadline
 */
export function startDeadline(milliseconds: number, onExpired: () => void): () => void {
  let left = milliseconds;
  let timer: NodeJS.Timeout;
  let turn: NodeJS.Immediate;
  const wait = () => {
    const counted = Math.min(step, left);
    timer = setTimeout(() => {
      left -= counted;
      if (left > 0) wait();
      // An answer that has arrived while the process was blocked is read before this turn of the event loop ends.
      else turn = setImmediate(onExpired);
    }, counted);
  };
  wait();
  return () => {
    clearTimeout(timer);
    clearImmediate(turn);
  };
}

/**
 * Settles as `work` does, or rejects with `expired()` when the deadline comes first, or with the signal's reason when
 * that is aborted. The work itself goes on.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
  expired: () => Error,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal?.reason as Error);
    const stop = startDeadline(milliseconds, () => reject(expired()));
    signal?.addEventListener('abort', onAbort);
    void work.then(resolve, reject).finally(() => {
      stop();
      signal?.removeEventListener('abort', onAbort);
    });
  });
}
