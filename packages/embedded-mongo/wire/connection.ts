import { type Socket } from 'node:net';
import { type Document } from 'bson';
import { badValue, CommandError } from '../errors';
import { frameReply, HEADER_BYTES, OpCode, parseMessage, type IncomingMessage } from './message';

/** The most that one message may hold, as MongoDB. */
export const MAX_MESSAGE_BYTES = 48_000_000;

export type Dispatch = (message: IncomingMessage, connectionId: number) => Promise<Document | Buffer>;

/** Serves one client: its commands run one after the other, in the order of their arrival. */
export class Connection {
  #chunks: Buffer[] = [];
  #received = 0;
  #queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly socket: Socket,
    private readonly id: number,
    private readonly dispatch: Dispatch,
    onClose: () => void,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', onClose);
  }

  close(): void {
    this.socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#received += chunk.length;
    for (let message = this.#next(); message; message = this.#next()) this.#enqueue(message);
  }

  /** The next whole message; undefined until it has arrived. */
  #next(): Buffer | undefined {
    if (this.#received < HEADER_BYTES) return undefined;
    const first = this.#chunks[0];
    const head = first && first.length >= 4 ? first : this.#join();
    const size = head.readInt32LE(0);
    if (size < HEADER_BYTES || size > MAX_MESSAGE_BYTES) {
      this.#refuseSize(size);
      return undefined;
    }
    if (this.#received < size) return undefined;
    const all = this.#join();
    this.#received -= size;
    this.#chunks = this.#received > 0 ? [all.subarray(size)] : [];
    return all.subarray(0, size);
  }

  #join(): Buffer {
    const [only] = this.#chunks;
    const all = only && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }

  /** The beginning of the next message is unknown, so that the connection ends with the reply. */
  #refuseSize(size: number): void {
    const error = new CommandError(
      'ProtocolError',
      `message of ${size} bytes; the most is ${MAX_MESSAGE_BYTES}`,
    );
    this.#received = 0;
    this.#chunks = [];
    this.socket.end(Buffer.concat(frameReply(error.toReply(), 0, OpCode.message)));
  }

  #enqueue(bytes: Buffer): void {
    this.#queue = this.#queue.then(() => this.#answer(bytes)).catch(() => void this.socket.destroy());
  }

  async #answer(bytes: Buffer): Promise<void> {
    const requestId = bytes.readInt32LE(4);
    let message: IncomingMessage;
    try {
      message = parseMessage(bytes);
    } catch (error) {
      this.#send(frameReply(replyFor(error), requestId, OpCode.message));
      return;
    }
    const reply = await this.dispatch(message, this.id).catch(replyFor);
    if (!message.moreToCome) this.#send(frameReply(reply, requestId, message.opCode));
  }

  #send(parts: readonly Buffer[]): void {
    if (this.socket.destroyed) return;
    this.socket.cork();
    for (const part of parts) this.socket.write(part);
    this.socket.uncork();
  }
}

/** The reply for an error. One that is not MongoDB's becomes InternalError. */
export function replyFor(error: unknown): Document {
  if (error instanceof CommandError) return error.toReply();
  if (isStackOverflow(error))
    return new CommandError('Overflow', 'BSONObj exceeds maximum nested object depth').toReply();
  const message = error instanceof Error ? error.message : String(error);
  const isMingo = error instanceof Error && error.constructor.name === 'MingoError';
  return (isMingo ? badValue(message) : new CommandError('InternalError', message)).toReply();
}

/** Only the nesting of documents makes this server recurse deeply. */
const isStackOverflow = (error: unknown): boolean =>
  error instanceof RangeError && error.message === 'Maximum call stack size exceeded';
