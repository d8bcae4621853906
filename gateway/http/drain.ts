import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as acceptAll, setTimeout as wait } from 'node:timers/promises';

export interface Drain {
  /** Whether the end has begun. */
  readonly isStopping: boolean;
  /**
   * Ends the server without resetting a request. Through `notice` it takes requests as before, but each response closes
   * its connection, so that clients and load balancers go elsewhere; then it takes no more and finishes those under way.
   * @param notice milliseconds
   */
  stop(notice: number): Promise<void>;
}

/** In milliseconds. With the default notice the whole is under the ten seconds after which supervisors kill. */
const longestFinish = 6_000;
const sweepInterval = 250;

/** Watches a server's connections from its first request on, so that it can be stopped gracefully. */
export function createDrain(server: Server): Drain {
  const sockets = new Set<Socket>();
  const responses = new Set<ServerResponse>();
  let isStopping = false;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.prependListener('request', (_request, response) => {
    if (isStopping) closeAfter(response);
    responses.add(response);
    response.once('close', () => responses.delete(response));
  });
  return {
    get isStopping() {
      return isStopping;
    },
    stop: async (notice) => {
      isStopping = true;
      responses.forEach(closeAfter);
      if (notice > 0) await wait(notice);
      // Closing the port resets connections that the system has taken and this process has not.
      await acceptAll();
      await finish(server, sockets);
    },
  };
}

function closeAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}

async function finish(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const sweep = setInterval(() => {
    // A connection that was kept by a response whose head was sent before.
    server.closeIdleConnections();
    // One that was opened ahead, as browsers do, and over which nothing came: node does not count it as idle.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  }, sweepInterval);
  const end = setTimeout(() => server.closeAllConnections(), longestFinish);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}
