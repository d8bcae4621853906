import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const NOT_IN_THE_BUNDLE = /\.test\.ts$|\.md$/;

/**
 * Twelve hex digits of a hash over the page's sources and the lock file. A changed source or package gives another
 * fingerprint.
 */
export async function fingerprint(sources: string, lockFile: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(sources, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.filter((path) => !NOT_IN_THE_BUNDLE.test(path)).sort()) {
    hash.update(`${relative(sources, path)}\0`).update(await readFile(path));
  }
  hash.update(await readFile(lockFile).catch(() => 'no lock file'));
  return hash.digest('hex').slice(0, 12);
}
