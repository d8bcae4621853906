import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { buildConsole, consoleRouter, type BuiltConsole } from './index';
import { labelPatches } from './label-patches';

let outDir: string;
let builds: BuiltConsole[];
let dir: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'console-'));
  // Two at the same time, as when two processes start together.
  builds = await Promise.all([buildConsole({ outDir }), buildConsole({ outDir })]);
  dir = builds[0]?.dir ?? '';
  server = express().use(consoleRouter(dir)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);

afterAll(async () => {
  server.close();
  await rm(outDir, { recursive: true, force: true });
});

/** The URLs in the page's links, absolute. */
async function linksOfThePage(): Promise<string[]> {
  const page = await (await fetch(`${origin}/graphiql`)).text();
  const links = [...page.matchAll(/(?:href|src|data-[a-z-]+worker)="([^"]+)"/g)].map(
    ([, link]) => link ?? '',
  );
  return links
    .filter((link) => !link.startsWith('data:'))
    .map((link) => new URL(link, `${origin}/graphiql`).href);
}

describe('buildConsole', () => {
  it('leaves one build when two processes make it at the same time', async () => {
    expect(new Set(builds.map((build) => build.dir))).toEqual(new Set([dir]));
    expect(builds.filter(({ built }) => built)).toHaveLength(1);
    expect(await readdir(outDir)).toHaveLength(1);
  });

  it('does nothing and says nothing when its build is there', async () => {
    const lines: string[] = [];

    const again = await buildConsole({ outDir, log: (line) => lines.push(line) });

    expect(again).toEqual({ dir, built: false });
    expect(lines).toEqual([]);
  });
});

describe('the bundle', () => {
  let code: string;
  beforeAll(async () => {
    const assets = join(dir, 'assets');
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
    code = (await Promise.all(scripts.map((name) => readFile(join(assets, name), 'utf8')))).join('\n');
  });

  const patches = Object.values(labelPatches).flatMap((byName) => Object.entries(byName));

  it.each(patches)('has the Chinese text of the patch "%s"', (_name, [, chinese]) => {
    const words = chinese.match(/\p{Script=Han}+/gu) ?? [];

    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => !code.includes(escapedLikeEsbuild(word)))).toEqual([]);
  });

  /** `设置` → `\u8BBE\u7F6E`: esbuild writes ASCII. */
  function escapedLikeEsbuild(text: string): string {
    return [...text]
      .map((character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
      .join('');
  }
});

describe('consoleRouter', () => {
  it('serves the page with a policy that allows nothing from elsewhere', async () => {
    const response = await fetch(`${origin}/graphiql`);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/https?:|\*/);
    expect(await response.text()).toContain('<title>静安计划图</title>');
  });

  it('serves every file that the page names, for ever and compressed', async () => {
    const links = await linksOfThePage();

    expect(links).toHaveLength(5);
    for (const link of links) {
      const response = await fetch(link);
      expect([link, response.status]).toEqual([link, 200]);
      expect(response.headers.get('content-type')).toMatch(/^text\/(css|javascript); charset=utf-8$/);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('content-encoding')).toBe('gzip');
      expect(response.headers.get('vary')).toContain('Accept-Encoding');
      expect((await response.text()).length).toBeGreaterThan(100);
    }
  });

  it('serves a file as it is to a client that does not take gzip', async () => {
    const [link = ''] = await linksOfThePage();

    const response = await fetch(link, { headers: { 'accept-encoding': 'identity' } });

    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe(
      await readFile(join(dir, 'assets', link.split('/').at(-1) ?? ''), 'utf8'),
    );
  });

  it('takes off a slash at the end, which would bend the links of the page', async () => {
    const response = await fetch(`${origin}/graphiql/?example=chapter-five`, { redirect: 'manual' });

    expect(response.status).toBe(308);
    const target = new URL(response.headers.get('location') ?? '', `${origin}/graphiql/`);
    expect(target.href).toBe(`${origin}/graphiql?example=chapter-five`);
  });

  it.each(['nothing.js', '..%2findex.html', '..%2f..%2fpackage.json', 'page.css.gz'])(
    'has no asset %s',
    async (name) => {
      const response = await fetch(`${origin}/graphiql/assets/${name}`);

      expect(response.status).toBe(404);
    },
  );
});
