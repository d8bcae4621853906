import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startTestSystem, type TestSystem } from '../gateway/testing/test-system';
import { departmentCodes } from '../schema/departments';
import type { IndexDeclaration } from '../lists/answer/stored/indexes';
import { resultIndexes, targetIndexes } from '../subgraphs/kit/documents';
import { indexes as planIndexes } from '../subgraphs/plan/documents';
import { readConfigNames } from './config-names';

const root = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));
type Manifest = Record<'scripts' | 'dependencies' | 'devDependencies', object>;
const manifest = json('package.json') as Manifest;
const workspaces = readdirSync(join(root, 'packages')).map(
  (name) => json(`packages/${name}/package.json`) as Manifest,
);
const dependenciesOf = (of: Manifest) => Object.keys({ ...of.dependencies, ...of.devDependencies });

const folders = ['docs', 'gateway', 'schema', 'seeds', 'packages', 'lists', 'console', 'subgraphs', 'bench'];
const pages = [
  ...['README.md', 'README.zh-CN.md', 'CHANGELOG.md'],
  ...folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((path) => `${folder}/${path as string}`),
    )
    .filter((path) => path.endsWith('.md')),
];
const fence = /^```(\w+)\n(.*?)^```$/gms;
const blocks = (path: string) =>
  [...read(path).matchAll(fence)].map(([, language, text = '']) => ({ language, text }));
const prose = (path: string): string => read(path).replace(fence, '');
const tableNames = (path: string): string[] =>
  [...read(path).matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );

describe.each(pages)('%s', (page) => {
  it('links to what is there', () => {
    const links = [...prose(page).matchAll(/\]\((?!https?:)([^)#]+)(#[^)]*)?\)/g)].map(
      ([, link = '']) => link,
    );

    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  it('names commands that exist', () => {
    const named = [
      ...read(page).matchAll(/\bnpm (?:run (?:--silent )?([a-z]+(?::[a-z]+)*)|(start|test)\b)/g),
    ];

    for (const [, script, own] of named) expect(manifest.scripts).toHaveProperty([script ?? own ?? '']);
  });
});

describe('the two READMEs', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'] as const;
  const levels = (path: string) => [...prose(path).matchAll(/^(#+) /gm)].map(([, marks]) => marks);

  it('have the same headings and the same code', () => {
    expect(levels(chinese)).toEqual(levels(english));
    expect(blocks(chinese)).toEqual(blocks(english));
  });

  it.each([english, chinese])('%s fits on few screens and begins with the way to the other', (path) => {
    const lines = read(path).split('\n');

    expect(lines.length).toBeLessThanOrEqual(150);
    expect(lines[0]).toContain(path === english ? `(${chinese})` : `(${english})`);
  });

  it.each([english, chinese])('%s has every variable that is read, and no other', (path) => {
    const variables = tableNames(path).filter((name) => /^[A-Z<][A-Z_<>]+$/.test(name));
    const known = readConfigNames().map((name) =>
      name.replace(
        new RegExp(`^(${[...departmentCodes, 'plan'].join('|').toUpperCase()})_`),
        '<DEPARTMENT>_',
      ),
    );

    expect(variables.toSorted()).toEqual([...new Set(known)].toSorted());
  });
});

describe('a first query', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem();
  }, 60_000);
  afterAll(() => system.close());

  it('answers as the README says', async () => {
    const [query, answer] = blocks('README.md').filter(({ language }) => /graphql|json/.test(language ?? ''));

    expect((await system.query(query?.text ?? '')).body).toEqual(JSON.parse(answer?.text ?? ''));
  });
});

it('docs/errors.md has every code that we give', () => {
  const sources = [
    ...['subgraphs/kit/errors.ts', 'gateway/http/refusals.ts', 'gateway/admission/overloaded.ts'],
    ...['gateway/graphql/operation-checks.ts', 'gateway/graphql/server.ts'],
  ];
  const codes = sources.flatMap((path) =>
    [...read(path).matchAll(/'([A-Z_]{6,})'/g)].map(([, code]) => code),
  );

  expect(codes).toEqual(
    expect.arrayContaining(['DEPARTMENT_UNAVAILABLE', 'NOT_FOUND', 'INTERNAL_SERVER_ERROR']),
  );
  expect(tableNames('docs/errors.md')).toEqual(expect.arrayContaining(codes));
});

it('docs/dependencies.md has a reason for every dependency, and for no other', () => {
  const listed = tableNames('docs/dependencies.md');

  expect(listed.toSorted()).toEqual(
    [...new Set([manifest, ...workspaces].flatMap(dependenciesOf))].toSorted(),
  );
});

describe('the pages about the subgraphs', () => {
  const namesOf = (indexes: readonly IndexDeclaration[]) =>
    indexes.map(({ key, options }) => `\`${options?.name ?? Object.keys(key).join(', ')}\``);
  const entries = (path: string) => (json(path) as unknown[]).length;

  it.each(departmentCodes)('%s counts its seeds', (code) => {
    const counts = `${entries(`seeds/${code}/targets.json`)} targets and ${entries(`seeds/${code}/results.json`)} results`;

    expect(read(`subgraphs/${code}/README.md`)).toContain(counts);
  });

  it('plan counts its places', () => {
    expect(read('subgraphs/plan/README.md')).toContain(
      `gazetteer of ${entries('seeds/plan/places.json')} places`,
    );
  });

  it.each([
    ['docs/architecture.md', [...targetIndexes, ...resultIndexes]],
    ['subgraphs/plan/README.md', [...planIndexes.items, ...planIndexes.places]],
  ])('%s has every index', (path, indexes) => {
    const page = read(path);

    expect(namesOf(indexes).filter((name) => !page.includes(name))).toEqual([]);
  });
});
