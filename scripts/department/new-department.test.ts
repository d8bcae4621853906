import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';

const root = join(__dirname, '../..');
const folders = ['schema', 'scripts', 'seeds', 'subgraphs'];
const files = ['.prettierrc.json', 'codegen.ts', 'docker-compose.yml', 'package.json', 'tsconfig.json'];

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'project-'));
  for (const path of [...folders, ...files]) cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const read = (path: string): string => readFileSync(join(copy, path), 'utf8');

/** The content of every file by path, those of `node_modules` aside. */
const contents = (): Map<string, string> =>
  new Map(
    [...folders.flatMap((folder) => filesIn(folder)), ...files].map((path) => [path, read(path)] as const),
  );

const filesIn = (folder: string): string[] =>
  readdirSync(join(copy, folder), { recursive: true })
    .map((path) => `${folder}/${path as string}`)
    .filter((path) => statSync(join(copy, path)).isFile());

it('npm run department touches what docs/adding-a-department.md lists, and what it leaves composes', () => {
  const before = contents();

  const { status, stderr } = spawnSync(
    'npm',
    ['run', '--silent', 'department', '--', '--code', 'culture', '--name', '文旅'],
    { cwd: copy, encoding: 'utf8' },
  );

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const changed = [...contents()].filter(([path, content]) => before.get(path) !== content);
  expect(changed.map(([path]) => path).toSorted()).toEqual(listedInDocs().toSorted());
  const api = buildSchema(read('schema/api.graphql'));
  expect(api.getType('CultureTarget')?.description).toBe('文旅目标。\nA target of the culture department.');
  expect(api.getMutationType()?.getFields()).toHaveProperty('reportCultureProgress');
  expect(JSON.parse(read('schema/departments.json'))).toContainEqual({
    code: 'culture',
    name: '文旅',
    port: 4007,
  });
}, 120_000);

/** The first column of the page's table of files. */
function listedInDocs(): string[] {
  const page = readFileSync(join(root, 'docs/adding-a-department.md'), 'utf8');
  return [...page.matchAll(/^\| `([\w./-]+\.\w+)` +\|/gm)].map(([, path = '']) => path);
}
