import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';

export interface PlannerOptions {
  /** As the planner gets it, see usable-keys.ts. */
  readonly supergraphSdl: string;
  /** Milliseconds that one plan may take. */
  readonly deadline: number;
  /** The error of an operation whose plan takes longer than the deadline, or more memory than a worker has. */
  readonly refuse: () => Error;
}

interface Task {
  readonly text: string;
  readonly resolve: (plan: QueryPlan) => void;
  readonly reject: (error: Error) => void;
}

type Message =
  | { readonly ready: true }
  | { readonly plan: string }
  | { readonly error: { readonly message: string; readonly extensions?: Record<string, unknown> } };

const workerFile = join(__dirname, 'plan-worker.js');
const resourceLimits = { maxOldGenerationSizeMb: 192 };
/**
 * Looking for fragments to use again takes seconds on nested lists, and saves some bytes of a request. Of 10,000 candidates,
 * Apollo's default, a union of two subgraphs takes 870 ms where 1,000 take 34 ms and lead to the same plan.
 */
const plannerConfig = { reuseQueryFragments: false, debug: { maxEvaluatedPlans: 1_000 } };

/** Plans one operation after the other in a worker thread, which is replaced when a plan takes too long or too much. */
export class Planner {
  readonly #queue: Task[] = [];
  #worker: Worker | undefined;
  #isReady = false;
  #isClosed = false;
  #current: Task | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: PlannerOptions) {
    this.#start();
  }

  /** @throws what `refuse` gives, for a plan beyond the deadline or the memory of a worker */
  plan(text: string): Promise<QueryPlan> {
    if (this.#isClosed) return Promise.reject(new Error('The planner must be open, but is closed.'));
    return new Promise((resolve, reject) => {
      this.#queue.push({ text, resolve, reject });
      if (!this.#worker) this.#start();
      // The process stays alive for an operation that is to be planned, and for nothing else here.
      this.#worker?.ref();
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#rejectAll(new Error('The planner was closed.'));
    const worker = this.#worker;
    // Node 20 aborts the process when a thread is ended while it requires an ES module, as one that starts does.
    if (worker && !this.#isReady) {
      worker.ref();
      await once(worker, 'message').catch(() => undefined);
    }
    await worker?.terminate();
  }

  #start(): void {
    const { supergraphSdl } = this.options;
    // Without the loaders of the main thread, which the worker does not need.
    const worker = new Worker(workerFile, {
      workerData: { supergraphSdl, plannerConfig },
      resourceLimits,
      execArgv: [],
    });
    this.#worker = worker;
    this.#isReady = false;
    worker.on('message', (message: Message) => this.#receive(message));
    worker.on('error', (error) => {
      if (this.#isReady) this.#replace(worker, this.#failure(error));
      else this.#abandon(error);
    });
    if (this.#queue.length === 0) worker.unref();
  }

  #next(): void {
    if (!this.#isReady || this.#current) return;
    const task = this.#queue.shift();
    if (!task) return this.#worker?.unref();
    this.#current = task;
    this.#timer = setTimeout(() => {
      // A plan that arrived while this process was blocked is received between the timer and the immediate.
      setImmediate(() => this.#giveUp(task));
    }, this.options.deadline);
    this.#worker?.postMessage(task.text);
  }

  #giveUp(task: Task): void {
    if (task === this.#current) this.#replace(this.#worker, this.options.refuse());
  }

  #receive(message: Message): void {
    if ('ready' in message) this.#isReady = true;
    else {
      const task = this.#end();
      if ('plan' in message) task?.resolve(JSON.parse(message.plan) as QueryPlan);
      else task?.reject(new GraphQLError(message.error.message, { extensions: message.error.extensions }));
    }
    this.#next();
  }

  #replace(worker: Worker | undefined, error: Error): void {
    if (this.#isClosed || worker !== this.#worker) return;
    worker?.removeAllListeners();
    // Its memory is exhausted or its thread is busy: whatever it still says concerns nobody.
    worker?.on('error', () => undefined);
    void worker?.terminate();
    this.#end()?.reject(error);
    this.#start();
  }

  /** A worker that cannot start would not start again at once: the next request tries. */
  #abandon(error: Error): void {
    this.#worker = undefined;
    this.#rejectAll(error);
  }

  #rejectAll(error: Error): void {
    this.#end()?.reject(error);
    for (const { reject } of this.#queue.splice(0)) reject(error);
  }

  #failure(error: Error & { readonly code?: string }): Error {
    return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.options.refuse() : error;
  }

  #end(): Task | undefined {
    clearTimeout(this.#timer);
    const task = this.#current;
    this.#current = undefined;
    return task;
  }
}
