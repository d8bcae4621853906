import { overloaded } from './overloaded';

export interface GateOptions {
  /** Tasks that may be inside at once. */
  readonly atOnce: number;
  /** Tasks that may wait. */
  readonly queued: number;
  /** Milliseconds that a task may wait. */
  readonly longestWait: number;
}

interface Waiting {
  readonly enter: () => void;
}

/** Bounds the tasks that run at once. Further tasks wait in the order of their arrival; when too many wait, they are refused. */
export class Gate {
  #inside = 0;
  readonly #queue = new Set<Waiting>();

  constructor(private readonly options: GateOptions) {}

  /** Whether the next task is refused. */
  get isFull(): boolean {
    return this.#inside >= this.options.atOnce && this.#queue.size >= this.options.queued;
  }

  /**
   * Waits for a place.
   * @returns a function that gives the place back
   * @throws OVERLOADED when too many wait already or the wait is too long, or the signal's reason when that is aborted
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.isFull) throw overloaded();
    if (this.#inside < this.options.atOnce) this.#inside += 1;
    else await this.#wait(signal);
    return () => this.#leave();
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = () => {
        this.#queue.delete(waiting);
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
      };
      const waiting: Waiting = { enter: () => (end(), resolve()) };
      const onAbort = () => (end(), reject(signal.reason as Error));
      const timer = setTimeout(() => (end(), reject(overloaded())), this.options.longestWait);
      signal.addEventListener('abort', onAbort);
      this.#queue.add(waiting);
    });
  }

  /** The place goes to the first task that waits, so that a new task cannot overtake it. */
  #leave(): void {
    const [next] = this.#queue;
    if (next) next.enter();
    else this.#inside -= 1;
  }
}
