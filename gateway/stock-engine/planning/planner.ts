import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { QueryPlan, QueryPlannerConfig } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import { tooComplex } from '../../limits/limits';

interface PlannerOptions {
  readonly supergraphSdl: string;
  /** Milliseconds that one plan may take. */
  readonly deadline: number;
}

interface Task {
  readonly query: string;
  readonly resolve: (plan: QueryPlan) => void;
  readonly reject: (error: Error) => void;
}

type Message =
  | { readonly ready: true }
  | { readonly plan: string }
  | { readonly error: { readonly message: string; readonly extensions?: Record<string, unknown> } };

const workerFile = join(__dirname, 'plan-worker.js');
const resourceLimits = { maxOldGenerationSizeMb: 192 };
const plannerConfig: QueryPlannerConfig = {
  exposeDocumentNodeInFetchNode: true,
  // The planner spends seconds on nested lists to find fragments that it can use again, and saves some bytes of a request.
  reuseQueryFragments: false,
};

/**
 * Plans one operation after the other in a worker thread. The worker is replaced when a plan takes too long or too much
 * memory.
 */
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

  /**
   * @param query a document of one operation
   * @throws QUERY_TOO_COMPLEX when the plan takes longer than the deadline or more memory than a worker has
   */
  plan(query: string): Promise<QueryPlan> {
    if (this.#isClosed) return Promise.reject(new Error('The planner must be open, but is closed.'));
    return new Promise((resolve, reject) => {
      this.#queue.push({ query, resolve, reject });
      if (!this.#worker) this.#start();
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
    // No `execArgv`: the worker does not need the loaders of the main thread, such as tsx.
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
    worker.unref();
  }

  #next(): void {
    if (!this.#isReady || this.#current) return;
    const task = this.#queue.shift();
    if (!task) return;
    this.#current = task;
    this.#timer = setTimeout(() => {
      // A plan that arrived while this process was blocked is received between the timer and the immediate.
      setImmediate(() => this.#giveUp(task));
    }, this.options.deadline);
    this.#worker?.postMessage({ query: task.query });
  }

  #giveUp(task: Task): void {
    const { deadline } = this.options;
    if (task === this.#current) this.#replace(this.#worker, tooComplex('planning', deadline + 1, deadline));
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
    // The worker may still fail for lack of memory before it ends; nobody waits for it.
    worker?.on('error', () => undefined);
    void worker?.terminate();
    this.#end()?.reject(error);
    this.#start();
  }

  /** A worker that cannot start is not started again by itself, which would not end. The next request starts one. */
  #abandon(error: Error): void {
    this.#worker = undefined;
    this.#rejectAll(error);
  }

  #rejectAll(error: Error): void {
    this.#end()?.reject(error);
    for (const { reject } of this.#queue.splice(0)) reject(error);
  }

  #failure(error: Error & { readonly code?: string }): Error {
    const { deadline } = this.options;
    return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooComplex('planning', deadline + 1, deadline) : error;
  }

  #end(): Task | undefined {
    clearTimeout(this.#timer);
    const task = this.#current;
    this.#current = undefined;
    return task;
  }
}
