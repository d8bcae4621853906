import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preProcessFile } from 'typescript';

const root = join(__dirname, '..');

/** By top-level folder, the folders that it may import. docs/architecture.md draws the same arrows. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  bench: ['gateway', 'subgraphs', 'lists', 'schema', 'seeds'],
  gateway: ['subgraphs', 'console', 'schema', 'seeds'],
  subgraphs: ['lists', 'schema', 'seeds', 'packages'],
  lists: ['schema', 'seeds'],
  seeds: ['schema'],
  schema: [],
  console: [],
  packages: [],
};
const folders = Object.keys(arrows);

const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((path) => `${folder}/${path as string}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules/')),
);
const isTest = (path: string): boolean => path.endsWith('.test.ts') || path.includes('/testing/');

/** A file's imports of other files, types included: `bench/view.ts` → `["subgraphs/kit/index.ts", …]`. */
function importsOf(file: string): string[] {
  const { importedFiles } = preProcessFile(readFileSync(join(root, file), 'utf8'));
  return importedFiles.flatMap(({ fileName }) => resolveImport(file, fileName) ?? []);
}

function resolveImport(file: string, specifier: string): string | undefined {
  const path = specifier.startsWith('.')
    ? join(file, '..', specifier)
    : specifier.replace(/^embedded-mongo/, 'packages/embedded-mongo');
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return candidates.find((candidate) => /\.tsx?$/.test(candidate) && existsSync(join(root, candidate)));
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));
const folderOf = (path: string): string => path.split('/')[0] ?? '';

/** Whether the file imports itself by way of others. */
function isOnCircle(file: string): boolean {
  const reached = new Set(imports.get(file));
  for (const target of reached) for (const next of imports.get(target) ?? []) reached.add(next);
  return reached.has(file);
}

describe.each(folders)('%s', (folder) => {
  const own = files.filter((file) => folderOf(file) === folder);

  it('imports the folders below it only', () => {
    const upward = own
      .filter((file) => !isTest(file))
      .flatMap((file) => (imports.get(file) ?? []).map((target) => [file, target] as const))
      .filter(([, target]) => ![folder, ...(arrows[folder] ?? [])].includes(folderOf(target)))
      .map(([file, target]) => `${file} → ${target}`);

    expect(own.length).toBeGreaterThan(0);
    expect(upward).toEqual([]);
  });
});

it.each(folders)('%s has no circle of imports', (folder) => {
  expect(files.filter((file) => folderOf(file) === folder && isOnCircle(file))).toEqual([]);
});
