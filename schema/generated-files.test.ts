import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findStaleFiles, putGeneratedFiles } from './generated-files';

const generated = new Map([
  ['schema/api.graphql', 'type Query'],
  ['schema/subgraphs/plan.graphql', 'type Plan'],
  ['types.generated.ts', 'export type Plan = object;'],
]);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'generated-'));
  mkdirSync(join(root, 'schema'));
  writeFileSync(join(root, 'schema/api.graphql'), 'type Query');
  writeFileSync(join(root, 'types.generated.ts'), 'export type Plan = null;');
});
afterEach(() => {
  process.exitCode = undefined;
  jest.restoreAllMocks();
  rmSync(root, { recursive: true });
});

const stale = () => [...findStaleFiles(generated, root).keys()];

it('a file is stale when it is missing or different', () => {
  expect(stale()).toEqual(['schema/subgraphs/plan.graphql', 'types.generated.ts']);
});

it('a check names stale files, makes the command fail and writes nothing', () => {
  const messages = jest.spyOn(console, 'error').mockImplementation();

  putGeneratedFiles(generated, { args: ['--check'], command: 'compose', root });

  expect(messages.mock.calls.flat()).toEqual([
    'schema/subgraphs/plan.graphql is not the file that its sources give. npm run compose writes it.',
    'types.generated.ts is not the file that its sources give. npm run compose writes it.',
  ]);
  expect(process.exitCode).toBe(1);
  expect(readFileSync(join(root, 'types.generated.ts'), 'utf8')).toBe('export type Plan = null;');
});

it('without a check stale files are written, and then a check passes', () => {
  const messages = jest.spyOn(console, 'log').mockImplementation();

  putGeneratedFiles(generated, { args: [], command: 'compose', root });
  putGeneratedFiles(generated, { args: ['--check'], command: 'compose', root });

  expect(messages.mock.calls.flat()).toEqual([
    'wrote schema/subgraphs/plan.graphql',
    'wrote types.generated.ts',
  ]);
  expect(stale()).toEqual([]);
  expect(process.exitCode).toBeUndefined();
});
