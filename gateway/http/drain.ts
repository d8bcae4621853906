import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as acceptAll, setTimeout as wait } from 'node:timers/promises';

export interface Drain {
  /** Whether `stop` was called. */
  readonly isStopping: boolean;
  /**
   * Ends the server without resetting a request. During `notice` it takes requests as before, and each response closes its
   * connection, so that clients and load balancers go elsewhere. Then it takes no more requests and finishes those under way.
   * @param notice milliseconds
   */
  stop(notice: number): Promise<void>;
}

/** In milliseconds. Together with the default notice less than the ten seconds after which supervisors kill a process. */
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
      // Closing the port resets connections that the operating system has accepted and this process has not.
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
    // Connections whose last response had sent its head before it could say `Connection: close`.
    server.closeIdleConnections();
    // Browsers open connections ahead of use. Node does not count a connection without any request as idle.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  }, sweepInterval);
  const end = setTimeout(() => server.closeAllConnections(), longestFinish);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}
