import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorBody } from './refusals';

/** In milliseconds. */
const defaults = {
  /** Longer than the 60 seconds of load balancers: a request that is sent as the server closes the connection is lost. */
  keepAliveTimeout: 75_000,
  /** From the first byte of a request, or from the opening of its connection. */
  headersTimeout: 20_000,
  /** For a whole request, its body included. */
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
};
/** A connection over which no byte moves for so long is closed. */
const longestStall = 120_000;

/** An HTTP server that closes connections of slow clients, and answers 400 to bytes that are no HTTP. */
export function createHttpServer(listener: RequestListener, timeouts = defaults): Server {
  const server = createServer(timeouts, listener);
  server.timeout = longestStall;
  server.on('clientError', answerClientError);
  return server;
}

const statuses: Readonly<Record<string, readonly [status: number, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: [431, 'The headers and the URL must be at most 16 kB together.'],
};

function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, message] = statuses[error.code ?? ''] ?? [400, 'The request must be HTTP/1.1.'];
  const body = JSON.stringify(errorBody('BAD_REQUEST', message));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
