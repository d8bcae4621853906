import { performance } from 'node:perf_hooks';

/** In milliseconds. How often a deadline looks at how busy this process was, and how much it counts at a time. */
const step = 50;
/** Time in which this process was busy counts at least this share, so that every deadline ends. */
const busyShare = 1 / 4;

/**
 * Calls `onExpired` once the one who is asked has had `milliseconds`. A deadline measures the one who is asked: time in
 * which this process was busy with other work, and heard nothing, counts a quarter.
 * @returns ends the deadline
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
 * Settles as `work` does, or rejects with `expired()` when the deadline comes first, or with the signal's reason when
 * that is aborted. The work itself goes on.
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
