import { CommandError } from './errors';

/** The documents of a result, read lazily. */
export interface RowSource {
  readonly rows: Iterator<Buffer>;
  /** Ends the snapshot. */
  release(): void;
}

interface OpenCursor extends RowSource {
  readonly namespace: string;
  next: IteratorResult<Buffer>;
  lastUsed: number;
}

const DEFAULT_FIRST_BATCH = 101;
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
const MAX_OPEN_CURSORS = 2000;
const SWEEP_MS = 30_000;

interface Batch {
  readonly documents: Buffer[];
  /** 0 when this is the last batch. */
  readonly id: bigint;
}

/** The open cursors of all clients. Each holds a snapshot, so that an idle one is closed. */
export class CursorRegistry {
  readonly #open = new Map<bigint, OpenCursor>();
  readonly #sweeper: NodeJS.Timeout;
  #lastId = BigInt(Date.now()) * 1000n;

  constructor(private readonly idleMs: number) {
    this.#sweeper = setInterval(() => this.#sweep(), Math.min(SWEEP_MS, idleMs)).unref();
  }

  get count(): number {
    return this.#open.size;
  }

  /** The first batch of a result. The cursor of further rows stays open under `id`. */
  open(source: RowSource, namespace: string, batchSize: number | undefined, singleBatch: boolean): Batch {
    const cursor: OpenCursor = {
      ...source,
      namespace,
      lastUsed: Date.now(),
      next: { done: false, value: Buffer.alloc(0) },
    };
    try {
      const size = batchSize ?? DEFAULT_FIRST_BATCH;
      const documents = size === 0 ? this.#advance(cursor, []) : this.#fill(cursor, size, true);
      if (cursor.next.done || singleBatch) {
        this.#end(cursor);
        return { documents, id: 0n };
      }
      if (this.#open.size >= MAX_OPEN_CURSORS)
        throw new CommandError('OperationFailed', `more than ${MAX_OPEN_CURSORS} cursors are open`);
      const id = ++this.#lastId;
      this.#open.set(id, cursor);
      return { documents, id };
    } catch (error) {
      this.#end(cursor);
      throw error;
    }
  }

  more(id: bigint, namespace: string, batchSize: number | undefined): Batch {
    const cursor = this.#open.get(id);
    if (!cursor) throw new CommandError('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace !== namespace) {
      throw new CommandError(
        'Unauthorized',
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    }
    cursor.lastUsed = Date.now();
    try {
      const documents = this.#fill(cursor, batchSize || Infinity, false);
      if (cursor.next.done) this.kill(id);
      return { documents, id: cursor.next.done ? 0n : id };
    } catch (error) {
      this.kill(id);
      throw error;
    }
  }

  kill(id: bigint): boolean {
    const cursor = this.#open.get(id);
    if (cursor) this.#end(cursor);
    return this.#open.delete(id);
  }

  /** Ends the cursors of a collection, which is about to be dropped. */
  killNamespace(namespace: string): void {
    for (const [id, cursor] of this.#open) if (cursor.namespace === namespace) this.kill(id);
  }

  close(): void {
    clearInterval(this.#sweeper);
    for (const id of [...this.#open.keys()]) this.kill(id);
  }

  #advance(cursor: OpenCursor, documents: Buffer[]): Buffer[] {
    cursor.next = cursor.rows.next();
    return documents;
  }

  #fill(cursor: OpenCursor, size: number, isFirst: boolean): Buffer[] {
    const documents: Buffer[] = [];
    let bytes = 0;
    if (isFirst) this.#advance(cursor, documents);
    while (!cursor.next.done && documents.length < size) {
      const { value } = cursor.next;
      if (documents.length > 0 && bytes + value.length > MAX_BATCH_BYTES) break;
      documents.push(value);
      bytes += value.length;
      this.#advance(cursor, documents);
    }
    return documents;
  }

  #end(cursor: OpenCursor): void {
    cursor.rows.return?.();
    cursor.release();
  }

  #sweep(): void {
    const oldest = Date.now() - this.idleMs;
    for (const [id, cursor] of this.#open) if (cursor.lastUsed < oldest) this.kill(id);
  }
}
