import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMiscounts } from '../lists/answer/stored/recount';
import { openDatabases, type Databases } from './databases';
import { generatePlan, type Environment } from './generate-plan';
import { checkView } from './measure';
import { cellsOf, shapeOf } from './plan-shape';
import { departmentCodes } from '../schema/departments';
import { openSystem, type System } from './system';
import { createViews } from './views';
import { walkPages } from './walk';

const size = 1000;
const dataDir = mkdtempSync(join(tmpdir(), 'plan-scale-'));
const env: Environment = {
  ...process.env,
  DATA_DIR: dataDir,
  DATABASE_PREFIX: `scale_test_${process.pid}_${Date.now().toString(36)}_`,
};
let databases: Databases;
let system: System;

beforeAll(async () => {
  await generatePlan(size, env, () => undefined);
  databases = await openDatabases(env);
  system = await openSystem(env);
}, 60_000);

afterAll(async () => {
  await system.close();
  if (env.MONGODB_URI) await databases.drop();
  await databases.close();
  if (existsSync(dataDir)) rmSync(dataDir, { recursive: true });
});

describe('a generated plan', () => {
  it.each(departmentCodes)('counts %s as it is', async (code) => {
    const department = databases.departments.find((each) => each.code === code);

    expect(department && (await findMiscounts(department.db))).toEqual([]);
  });

  it('has as many targets as asked for, each once on the pages of all', async () => {
    const seen = new Set<string>();
    const walked = await walkPages(system, Infinity, seen);

    expect(walked).toMatchObject({ targets: size, whole: true });
    expect(seen.size).toBe(size);
  });

  it('has facets that sum up to its total', async () => {
    const facets = 'departments { count } chapters { count } kinds { count } statuses { count }';
    const data = await system.ask(`{ targets { totalCount facets { ${facets} } } }`, {});
    const { targets } = data as {
      targets: { totalCount: number; facets: Record<string, { count: number }[]> };
    };

    expect(targets.totalCount).toBe(size);
    for (const each of Object.values(targets.facets))
      expect(each.reduce((sum, { count }) => sum + count, 0)).toBe(size);
  });

  it('shows in every view what the databases hold', async () => {
    const views = await createViews(databases, shapeOf(size));

    for (const view of views) await checkView(system, view, 0);
    expect(views.length).toBeGreaterThan(20);
  });

  it('is left as it is by a second run, and refused as another size', async () => {
    const lines: string[] = [];
    await generatePlan(size, env, (line) => lines.push(line));

    expect(lines).toEqual([...departmentCodes, 'plan'].map((name) => `${name}: generated before`));
    await expect(generatePlan(2000, env, () => undefined)).rejects.toThrow(
      /must be empty, but holds: synthetic/,
    );
  });
});

describe('a shape', () => {
  it.each([1, 999, 12_345])('of %d targets has just so many in all departments', (targets) => {
    const shape = shapeOf(targets);
    const all = departmentCodes.flatMap((code) => [...cellsOf(code, shape)].map((cell) => cell.targets));

    expect(all.reduce((sum, each) => sum + each, 0)).toBe(targets);
  });

  it('refuses a size that is no number of targets', () => {
    expect(() => shapeOf(1.5)).toThrow('A size must be a whole number from 1, but got: 1.5.');
  });
});
