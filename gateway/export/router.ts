import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ApolloServer } from '@apollo/server';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import { createRequestContext, type RequestContext } from '../request-context';
import { csvStream } from './csv';
import { badRequest, ExportError, unavailable } from './export-error';
import type { ListExport } from './list-export';
import { createPageReader, pagesFrom, presentOn } from './pages';
import { readParameters } from './parameters';
import { results } from './results';
import { targets } from './targets';

export interface ExportOptions {
  readonly graphql: ApolloServer<RequestContext>;
  readonly logger: Logger;
  /** Rows per page; by default 500, the longest that a list gives. */
  readonly pageSize?: number;
}

const longestPage = 500;

/** Whole lists of the graph as CSV, streamed: `/export/targets.csv`, `/export/results.csv`. */
export function exportRouter(options: ExportOptions): Router {
  const router = express.Router();
  router.all('/export/targets.csv', createHandler(targets, options));
  router.all('/export/results.csv', createHandler(results, options));
  return router;
}

function createHandler<Node>(list: ListExport<Node>, options: ExportOptions): RequestHandler {
  const { graphql, logger, pageSize = longestPage } = options;
  return async (request, response) => {
    const context = createRequestContext(request);
    const ask = createPageReader(graphql, list, { context, pageSize });
    response.set('cache-control', 'no-store');
    try {
      const args = readRequest(request);
      const page = await ask(args);
      const missing = page.missing.map(({ code }) => code);
      if (missing.length > 0 && presentOn(page, args).length === 0) throw unavailable(missing);
      setHead(response, list.name, missing);
      if (request.method === 'HEAD') return void response.end();
      const pieces = csvStream(list.columns, pagesFrom(ask, args, page));
      await send(pieces, response, logger.child({ requestId: context.requestId, export: list.name }));
    } catch (error) {
      if (!(error instanceof ExportError)) throw error;
      response.status(error.status).json({ errors: error.errors });
    }
  };
}

function readRequest({ method, originalUrl }: Request) {
  if (method === 'GET' || method === 'HEAD') return readParameters(originalUrl);
  throw badRequest(`The method must be GET, but got: ${method}.`);
}

function setHead(response: Response, name: string, missing: readonly string[]): void {
  response.set({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="jingan-plan-${name}.csv"`,
    'x-content-type-options': 'nosniff',
    ...(missing.length > 0 && { 'x-missing-departments': missing.join(',') }),
  });
}

/** A file that cannot be finished is broken off, so that nobody takes its beginning for the whole. */
async function send(pieces: Readable, response: Response, logger: Logger): Promise<void> {
  // Reset, since a plain close is how a file ends for who speaks HTTP/1.0, as some proxies do.
  pieces.once('error', () => response.socket?.resetAndDestroy());
  try {
    await pipeline(pieces, response);
  } catch (err) {
    if (hasClientLeft(err)) logger.info('export: the client left');
    else logger.error({ err }, 'export: broken off');
  }
}

/** The response was closed by its other end, while a page was written or before. */
const hasClientLeft = (error: unknown): boolean =>
  ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE'].includes(
    String((error as { readonly code?: unknown }).code),
  );
