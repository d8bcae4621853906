import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { departments, type DepartmentEntry } from '../../schema/departments';
import { addContainer } from './containers';
import { departmentFiles } from './files';
import { readRequest } from './request';
import { readTakenNames } from './taken-names';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** `npm run department -- --code culture --name 文旅`: begins a department, as docs/adding-a-department.md tells. */
async function main(): Promise<void> {
  const added = readRequest(process.argv.slice(2), { departments, takenNames: readTakenNames(root) });
  const files = departmentFiles(added, departments, read('schema/new-department.graphql'));
  const compose = await writeCompose(added);
  for (const [path, content] of [...files, ['docker-compose.yml', compose] as const]) write(path, content);
  for (const script of ['compose', 'codegen']) run(script);
}

async function writeCompose(added: DepartmentEntry): Promise<string> {
  const path = 'docker-compose.yml';
  const neighbour = departments.at(-1);
  if (!neighbour) throw new Error('schema/departments.json must have a department, but is empty.');
  const filepath = join(root, path);
  return format(addContainer(read(path), neighbour, added), { ...(await resolveConfig(filepath)), filepath });
}

function write(path: string, content: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`wrote ${path}`);
}

function run(script: string): void {
  const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm run ${script} failed.`);
}

main().catch((error: unknown) => {
  console.error(`Cannot add a department: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
