import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Contents by path below the repository's root: `schema/api.graphql`. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/**
 * Ends a generator's command: writes the files that are not as generated, or, with `--check`, names them and makes the
 * command fail.
 * @param args of the command line
 * @param command the npm script that writes the files, for the message
 */
export function putGeneratedFiles(
  files: GeneratedFiles,
  { args, command, root = join(__dirname, '..') }: PutOptions,
): void {
  const stale = findStaleFiles(files, root);
  if (!args.includes('--check')) return writeFiles(stale, root);
  for (const path of stale.keys())
    console.error(`${path} is not the file that its sources give. npm run ${command} writes it.`);
  if (stale.size > 0) process.exitCode = 1;
}

interface PutOptions {
  readonly args: readonly string[];
  readonly command: string;
  /** The repository's root by default. */
  readonly root?: string;
}

/** @returns the files that are missing or different below the root */
export function findStaleFiles(files: GeneratedFiles, root: string): GeneratedFiles {
  return new Map([...files].filter(([path, content]) => readFile(join(root, path)) !== content));
}

function writeFiles(files: GeneratedFiles, root: string): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    console.log(`wrote ${path}`);
  }
}

/** @returns undefined when there is no such file */
function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
