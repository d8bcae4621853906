import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type Response, type Router } from 'express';

const ONE_YEAR = 365 * 24 * 60 * 60 * 1000;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

/**
 * The page loads from this server only. Two exceptions are Monaco's: it sets style attributes (`unsafe-inline`) and
 * embeds its icon font (`data:`). Its workers are files of this server, so `blob:` is not needed.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves a build of `buildConsole`: the page at `/graphiql`, its files below `/graphiql/assets/`.
 * The page's links are relative, so that it also works behind a reverse proxy that adds a path prefix.
 */
export function consoleRouter(dir: string): Router {
  const page = readFileSync(join(dir, 'index.html'), 'utf8');
  const assets = join(dir, 'assets');
  const names = new Set(readdirSync(assets));
  const router = express.Router();

  router.use('/graphiql', (_request, response, next) => {
    setStrictHeaders(response);
    next();
  });
  router.get('/graphiql', (request, response) => {
    // From `/graphiql/`, the relative link `graphiql/assets/x` would lead to `/graphiql/graphiql/assets/x`.
    if (request.path.endsWith('/')) return response.redirect(308, `../graphiql${searchOf(request.url)}`);
    return response.set('Cache-Control', 'no-cache').type('html').send(page);
  });
  router.get('/graphiql/assets/:name', (request, response) => {
    const { name } = request.params;
    const type = TYPES[extname(name)];
    if (!type || !names.has(name))
      return response.status(404).type('text').send('没有这个文件。 No such file.');
    response.set('Content-Type', type).vary('Accept-Encoding');
    const compressed = names.has(`${name}.gz`) && request.acceptsEncodings('gzip') === 'gzip';
    if (compressed) response.set('Content-Encoding', 'gzip');
    // A changed file has another name, so clients may keep this one.
    const options = { root: assets, maxAge: ONE_YEAR, immutable: true, acceptRanges: false };
    return response.sendFile(compressed ? `${name}.gz` : name, options);
  });
  return router;
}

function searchOf(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at);
}

function setStrictHeaders(response: Response): void {
  response.set({
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
}
