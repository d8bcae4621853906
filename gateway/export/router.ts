import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ApolloServer } from '@apollo/server';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import type { Gate } from '../admission/gate';
import { createRequestSignal } from '../admission/request-signal';
import { sendErrors } from '../http/refusals';
import { createRequestContext, type RequestContext } from '../request-context';
import { csvStream } from './csv-stream';
import { badRequest, ExportError, unavailable } from './export-error';
import type { ListExport } from './list-export';
import { createPageReader, pagesFrom, presentOn, type ListArguments } from './pages';
import { readParameters } from './parameters';
import { results } from './results';
import { targets } from './targets';

export interface ExportOptions {
  readonly graphql: ApolloServer<RequestContext>;
  /** An export keeps its place from its first page to its last. */
  readonly gate: Gate;
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
  return async (request, response) => {
    const signal = createRequestSignal(response);
    const context = createRequestContext(request, signal);
    response.set('cache-control', 'no-store');
    try {
      const args = readRequest(request);
      const leave = await options.gate.enter(signal);
      try {
        await answer(list, args, context, response, options);
      } finally {
        leave();
      }
    } catch (error) {
      if (signal.aborted) return logClientLeft(loggerOf(list, context, options));
      if (!(error instanceof ExportError)) throw error;
      sendErrors(request, response, error.status, { errors: error.errors });
    }
  };
}

const loggerOf = ({ name }: ListExport<never>, { requestId }: RequestContext, { logger }: ExportOptions) =>
  logger.child({ requestId, export: name });

async function answer<Node>(
  list: ListExport<Node>,
  args: ListArguments,
  context: RequestContext,
  response: Response,
  options: ExportOptions,
): Promise<void> {
  const { graphql, pageSize = longestPage } = options;
  const ask = createPageReader(graphql, list, { context, pageSize });
  const page = await ask(args);
  const missing = page.missing.map(({ code }) => code);
  if (missing.length > 0 && presentOn(page, args).length === 0) throw unavailable(missing);
  setHead(response, list.name, missing);
  if (response.req.method === 'HEAD') return void response.end();
  const pieces = csvStream(list.columns, pagesFrom(ask, args, page));
  await send(pieces, response, loggerOf(list, context, options));
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

/** Breaks the connection when a page fails, so that no client takes the beginning of a file for the whole. */
async function send(pieces: Readable, response: Response, logger: Logger): Promise<void> {
  // A reset, because an HTTP/1.0 client, such as some proxies, takes a plain close for the end of the file.
  pieces.once('error', () => response.socket?.resetAndDestroy());
  // Without a flush, the compressor keeps the end of a piece until the next page.
  pieces.on('data', () => setImmediate(() => response.flush()));
  try {
    await pipeline(pieces, response);
  } catch (err) {
    if (hasClientLeft(err)) logClientLeft(logger);
    else logger.error({ err }, 'export: broken off');
  }
}

/** Whether the client closed the connection, while a page was written or before. */
const hasClientLeft = (error: unknown): boolean =>
  ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE'].includes(
    String((error as { readonly code?: unknown }).code),
  );

const logClientLeft = (logger: Logger): void => logger.info('export: the client left');
