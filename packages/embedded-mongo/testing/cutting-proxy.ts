import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WRITES = new Set(['insert', 'update', 'delete', 'createIndexes', 'findAndModify']);
const HEADER_BYTES = 16;
/** Header, flag bits, the kind of the first section, its document's length, the type of the first field. */
const COMMAND_NAME_OFFSET = HEADER_BYTES + 4 + 1 + 4 + 1;

/** Stands before a store, and breaks off for good at a client's write command, as when the client's process ends. */
export interface CuttingProxy {
  readonly uri: string;
  /** Write commands that were let through. */
  readonly writes: number;
  readonly isCut: boolean;
  close(): Promise<void>;
}

/** @param most how many write commands get through */
export async function startCuttingProxy(storeUri: string, most: number): Promise<CuttingProxy> {
  const directory = mkdtempSync(join(tmpdir(), 'cut-'));
  const path = join(directory, 'mongodb.sock');
  const target = decodeURIComponent(new URL(storeUri).hostname);
  const sockets = new Set<Socket>();
  let writes = 0;
  let isCut = false;
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((client) => {
    if (isCut) return void client.destroy();
    const store = connect(target);
    for (const socket of [client, store]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => void [client.destroy(), store.destroy(), sockets.delete(socket)]);
    }
    store.pipe(client);
    readMessages(client, (message) => {
      if (WRITES.has(commandName(message)) && writes++ === most) cut();
      else store.write(message);
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    uri: `mongodb://${encodeURIComponent(path)}/?directConnection=true&serverSelectionTimeoutMS=200`,
    get writes() {
      return writes;
    },
    get isCut() {
      return isCut;
    },
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function readMessages(socket: Socket, take: (message: Buffer) => void): void {
  let received: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    while (received.length >= HEADER_BYTES && received.length >= received.readInt32LE(0)) {
      const size = received.readInt32LE(0);
      const message = received.subarray(0, size);
      received = received.subarray(size);
      take(message);
    }
  });
}

function commandName(message: Buffer): string {
  const end = message.indexOf(0, COMMAND_NAME_OFFSET);
  return message.toString('utf8', COMMAND_NAME_OFFSET, end);
}
