import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlePage } from './bundle';
import { fingerprint } from './fingerprint';

const REPOSITORY = join(__dirname, '..');
const ONE_DAY = 24 * 60 * 60 * 1000;

export interface BuildOptions {
  /** Holds one folder per build. Defaults to `dist/console`, which git ignores. */
  outDir?: string;
  /** Receives one line before a build, which takes seconds. Silent by default. */
  log?: (line: string) => void;
}

export interface BuiltConsole {
  /** The folder of this build, for `consoleRouter`. */
  dir: string;
  /** False when a build of the same sources and packages existed already. */
  built: boolean;
}

/**
 * Bundles the page unless a build of the same sources and packages exists. Needs no network. The finished build is
 * renamed into place in one step, so several processes may start at the same time.
 */
export async function buildConsole(options: BuildOptions = {}): Promise<BuiltConsole> {
  const { outDir = join(REPOSITORY, 'dist', 'console'), log = () => undefined } = options;
  const dir = join(outDir, await fingerprint(__dirname, join(REPOSITORY, 'package-lock.json')));
  if (existsSync(dir)) return { dir, built: false };
  log('正在生成 GraphiQL 页面，约需几秒，仅此一次。 Building the GraphiQL page: a few seconds, only once.');
  await mkdir(outDir, { recursive: true });
  const draft = await mkdtemp(`${dir}.draft-`);
  try {
    await bundlePage(draft);
    const built = await putInPlace(draft, dir);
    await removeOldBuilds(outDir, dir);
    return { dir, built };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** @returns false when another process has put its build of the same sources there first */
async function putInPlace(draft: string, dir: string): Promise<boolean> {
  try {
    await rename(draft, dir);
    return true;
  } catch (error) {
    if (existsSync(dir)) return false;
    throw error;
  }
}

/** Builds of the last 24 hours stay, because a server that still runs may serve one of them. */
async function removeOldBuilds(outDir: string, current: string): Promise<void> {
  for (const name of await readdir(outDir)) {
    const path = join(outDir, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (path !== current && age > ONE_DAY) await rm(path, { recursive: true, force: true });
  }
}
