import { performance } from 'node:perf_hooks';

/** Milliseconds after which a deadline asks again how busy this process was. */
const step = 50;
/** Time in which this process was busy counts at least this share, so that every deadline ends. */
const busyShare = 1 / 4;

/**
 * Calls `onExpired` when a subgraph has had `milliseconds` for its answer. Time in which this process was too busy to read an
 * answer counts a quarter, so that a busy gateway blames no subgraph: 8 seconds of blocked event loop use up 2 seconds.
 * @returns a function that ends the deadline
 */
export function startDeadline(milliseconds: number, onExpired: () => void): () => void {
  let left = milliseconds;
  let timer: NodeJS.Timeout;
  let turn: NodeJS.Immediate;
  const wait = () => {
    const most = Math.min(step, left);
    const before = performance.eventLoopUtilization();
    timer = setTimeout(() => {
      const { idle } = performance.eventLoopUtilization(before);
      left -= Math.min(most, Math.max(idle, most * busyShare));
      if (left >= 1) wait();
      // An answer that has arrived while the process was busy is read before this turn of the event loop ends.
      else turn = setImmediate(onExpired);
    }, most);
  };
  wait();
  return () => {
    clearTimeout(timer);
    clearImmediate(turn);
  };
}

/**
 * Settles as `work` does, or rejects with `expired()` when the deadline comes first, or with the signal's reason when the
 * signal is aborted first. The work itself goes on.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
  expired: () => Error,
  signal?: AbortSignal,
): Promise<T> {
  let end = () => undefined as void;
  const tooLate = new Promise<never>((_, reject) => {
    const onAbort = () => reject(signal?.reason as Error);
    const stop = startDeadline(milliseconds, () => reject(expired()));
    signal?.addEventListener('abort', onAbort);
    end = () => {
      stop();
      signal?.removeEventListener('abort', onAbort);
    };
  });
  return Promise.race([work, tooLate]).finally(end);
}
