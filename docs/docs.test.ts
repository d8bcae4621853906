import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startTestSystem, type TestSystem } from '../gateway/testing/test-system';
import { departmentCodes } from '../schema/departments';
import type { IndexDeclaration } from '../lists/answer/stored/indexes';
import { resultIndexes, targetIndexes } from '../subgraphs/kit/documents';
import { indexes as planIndexes } from '../subgraphs/plan/documents';
import { readConfigNames } from './config-names';
import { blocksIn, proseIn, read, readJson, root, tableNamesIn } from './read-pages';

type Manifest = Readonly<Record<'dependencies' | 'devDependencies', object>>;
const manifests = [
  'package.json',
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/package.json`),
].map((path) => readJson(path) as Manifest);

describe('the two READMEs', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'] as const;
  const levels = (path: string) => [...proseIn(path).matchAll(/^(#+) /gm)].map(([, marks]) => marks);

  it('have the same headings and the same code', () => {
    expect(levels(chinese)).toEqual(levels(english));
    expect(blocksIn(chinese)).toEqual(blocksIn(english));
  });

  it.each([english, chinese])('%s fits on few screens and begins with the way to the other', (path) => {
    const lines = read(path).split('\n');

    expect(lines.length).toBeLessThanOrEqual(150);
    expect(lines[0]).toContain(path === english ? `(${chinese})` : `(${english})`);
  });

  it.each([english, chinese])('%s has every variable that is read, and no other', (path) => {
    const variables = tableNamesIn(path).filter((name) => /^[A-Z<][A-Z_<>]+$/.test(name));
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
    const [query, answer] = blocksIn('README.md').filter(({ language }) =>
      /graphql|json/.test(language ?? ''),
    );

    expect((await system.query(query?.text ?? '')).body).toEqual(JSON.parse(answer?.text ?? ''));
  });
});

it('docs/errors.md has every code that we give', () => {
  const sources = [
    ...['schema/errors.ts', 'subgraphs/kit/errors.ts'],
    ...['gateway/http/refusals.ts', 'gateway/admission/overloaded.ts'],
    ...['gateway/graphql/operation-checks.ts', 'gateway/graphql/server.ts'],
  ];
  const codes = sources.flatMap((path) =>
    [...read(path).matchAll(/'([A-Z_]{6,})'/g)].map(([, code]) => code),
  );

  expect(codes).toEqual(
    expect.arrayContaining(['CONFLICT', 'DEPARTMENT_UNAVAILABLE', 'NOT_FOUND', 'INTERNAL_SERVER_ERROR']),
  );
  expect(tableNamesIn('docs/errors.md')).toEqual(expect.arrayContaining(codes));
});

it('docs/dependencies.md has a reason for every dependency, and for no other', () => {
  const listed = tableNamesIn('docs/dependencies.md');

  expect(listed.toSorted()).toEqual(
    [
      ...new Set(
        manifests.flatMap((manifest) =>
          Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
        ),
      ),
    ].toSorted(),
  );
});

describe('the pages about the subgraphs', () => {
  const namesOf = (indexes: readonly IndexDeclaration[]) =>
    indexes.map(({ key, options }) => `\`${options?.name ?? Object.keys(key).join(', ')}\``);
  const entries = (path: string) => (readJson(path) as unknown[]).length;

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
