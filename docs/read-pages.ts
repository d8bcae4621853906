import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '..');
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
export const readJson = (path: string): unknown => JSON.parse(read(path));

/** The project's top-level folders. */
export const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !/^\.|^(node_modules|dist)$/.test(entry.name))
  .map(({ name }) => name);

/** Every page of the project, by its path. */
export const pages = [
  ...['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((path) => `${folder}/${path as string}`),
    )
    .filter((path) => path.endsWith('.md') && !path.includes('node_modules/')),
];

const fence = /^```(\w+)\n(.*?)^```$/gms;

/** A page's fenced blocks in order. */
export const blocksIn = (page: string) =>
  [...read(page).matchAll(fence)].map(([, language, text = '']) => ({ language, text }));

/** A page without its fenced blocks. */
export const proseIn = (page: string): string => read(page).replace(fence, '');

/** The names in code style in the first cells of a page's tables: `` | `a`, `b` | … | `` → `["a", "b"]`. */
export const tableNamesIn = (page: string): string[] =>
  [...read(page).matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
