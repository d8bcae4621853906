import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { overloaded } from './overloaded';

/**
 * Bounds the bytes of all bodies that the process holds at once, also of those that arrive slowly: a request whose
 * announced body does not fit is refused before the body is read.
 * @param longestBody bytes that a body of no announced length may have
 */
export function boundBodies(mostBytes: number, longestBody: number): RequestHandler {
  let held = 0;
  return ({ headers }, response, next) => {
    const bytes = Math.min(announcedBytes(headers), longestBody);
    if (held + bytes > mostBytes) return next(overloaded());
    held += bytes;
    response.once('close', () => {
      held -= bytes;
    });
    next();
  };
}

/** Infinity for a body that is sent in chunks or compressed, whose length no header tells. */
function announcedBytes(headers: IncomingHttpHeaders): number {
  if (headers['transfer-encoding'] || headers['content-encoding']) return Infinity;
  return Number(headers['content-length'] ?? 0);
}
