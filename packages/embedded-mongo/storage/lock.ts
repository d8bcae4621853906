import { createHash, randomUUID } from 'node:crypto';
import { statSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../errors';

/** sun_path holds 108 bytes on Linux and 104 on macOS, the closing NUL included. */
const LONGEST_SOCKET_PATH = 100;
const ANSWER_TIMEOUT_MS = 500;
const ATTEMPTS = 5;

function locked(directory: string, holder: string): CommandError {
  return new CommandError(
    'LockBusy',
    `${directory} is open in another process (${holder}). Stop that process, ` +
      `use another data directory, or share one MongoDB server.`,
  );
}

export interface DirectoryLock {
  /** A name for this holding of the lock, different each time. */
  readonly owner: string;
  release(): Promise<void>;
}

/**
 * Takes a directory for this process. The lock is a listening Unix socket: the kernel ends it with its
 * process, however that ends, so it needs no clean-up and a reused pid cannot keep it alive.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = socketPath(directory);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const owner = randomUUID();
    const server = await listen(path, owner);
    if (server) return { owner, release: () => close(server) };
    const seen = inodeOf(path);
    const holder = await probe(path);
    if (holder !== undefined) throw locked(directory, holder);
    // Nobody listens: the socket is left from a process that was killed. It is removed unless another process has made it anew meanwhile.
    if (seen !== undefined && inodeOf(path) === seen) unlinkSync(path);
  }
  throw locked(directory, 'several are starting at once');
}

function socketPath(directory: string): string {
  const beside = join(directory, 'open.sock');
  if (Buffer.byteLength(beside) <= LONGEST_SOCKET_PATH) return beside;
  const digest = createHash('sha256').update(directory).digest('hex').slice(0, 24);
  return join(tmpdir(), `store-${digest}.sock`);
}

/** A server on the path, or undefined when a socket file is there already. */
function listen(path: string, owner: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(`process ${process.pid}, ${owner}`);
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(path, () => resolve(server.unref()));
  });
}

/** How the holder names itself; undefined when nobody listens. */
function probe(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let connected = false;
    let answer = '';
    const socket = connect(path, () => (connected = true));
    const finish = (): void => {
      socket.destroy();
      resolve(connected ? answer.split(',')[0] || 'it does not answer' : undefined);
    };
    socket.setTimeout(ANSWER_TIMEOUT_MS, finish);
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('end', finish);
    socket.on('error', finish);
  });
}

function inodeOf(path: string): bigint | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
