import { createServer, type Server, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDispatch } from './commands/dispatch';
import { CursorRegistry } from './cursors';
import { DataDirectory } from './storage/directory';
import { Connection } from './wire/connection';

export interface EmbeddedMongoOptions {
  /** The directory of the databases, one directory for each. Made when missing. */
  readonly dataDir: string;
  /** A loopback port; 0 takes any. Defaults to a Unix socket. */
  readonly port?: number;
  /** A loopback address, beside a port. Defaults to 127.0.0.1. */
  readonly host?: string;
  /** Idle time after which a cursor is closed, in milliseconds. Defaults to ten minutes. */
  readonly cursorTimeoutMs?: number;
}

export interface EmbeddedMongo {
  /** The connection string for the driver. */
  readonly uri: string;
  readonly dataDir: string;
  /** Opens a database, making it when missing; throws when it is locked or damaged. */
  open(database: string): Promise<void>;
  /** Closes connections, cursors and databases. Every acknowledged write is on disk already. */
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const CURSOR_TIMEOUT_MS = 10 * 60_000;

/** Starts a server that speaks MongoDB's wire protocol over a data directory, for this machine only. */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const host = options.host ?? '127.0.0.1';
  if (!LOOPBACK.has(host)) throw new Error(`host must be a loopback address, but got: ${host}`);
  const directory = new DataDirectory(options.dataDir);
  const cursors = new CursorRegistry(options.cursorTimeoutMs ?? CURSOR_TIMEOUT_MS);
  const dispatch = createDispatch({ directory, cursors, startedAt: new Date() });
  const connections = new Set<Connection>();
  let lastId = 0;
  const server = createServer((socket: Socket) => {
    const connection = new Connection(socket, ++lastId, dispatch, () => connections.delete(connection));
    connections.add(connection);
  });
  const address = await listen(server, options.port, host);
  return {
    uri: address.uri,
    dataDir: directory.path,
    async open(database) {
      await directory.open(database);
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const connection of connections) connection.close();
      await closed;
      cursors.close();
      await directory.close();
      address.remove();
    },
  };
}

async function listen(
  server: Server,
  port: number | undefined,
  host: string,
): Promise<{ uri: string; remove: () => void }> {
  // `mkdtemp` makes the directory for this user alone; its path is short, as a socket's may have about 100 bytes.
  const socketDirectory = port === undefined ? mkdtempSync(join(tmpdir(), 'store-')) : undefined;
  const path = socketDirectory && join(socketDirectory, 'mongodb.sock');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    if (path) server.listen(path, resolve);
    else server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  const target = path ? encodeURIComponent(path) : `${host.includes(':') ? `[${host}]` : host}:${actual}`;
  return {
    uri: `mongodb://${target}/?directConnection=true`,
    remove: () => socketDirectory && rmSync(socketDirectory, { recursive: true, force: true }),
  };
}
