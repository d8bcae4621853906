import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { departmentCodes } from '../../schema/departments';
import { startTestSystem } from '../testing/test-system';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'unreadable-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const env = () => ({ DATA_DIR: dataDir, DATABASE_PREFIX: 'damaged_' });
const fileOf = (database: string) => join(dataDir, `damaged_${database}`, 'data.mdb');

/** What is there is kept, since somebody may want to repair it. */
function damage(database: string): Buffer {
  const garbage = Buffer.concat([Buffer.alloc(8192, 'x'), readFileSync(fileOf(database)).subarray(8192)]);
  writeFileSync(fileOf(database), garbage);
  return garbage;
}

it('a department whose file is damaged is down and named, and the others are served', async () => {
  await (await startTestSystem({ env: env() })).close();
  const garbage = damage('economy');

  const system = await startTestSystem({ env: env() });
  try {
    const { body } = await system.query('{ targets { totalCount missing { code } } }');
    const health = await fetch(`${system.url}/health/ready`);

    expect([...system.system.unopened].map(([name, { message }]) => [name, message.split(' ')[0]])).toEqual([
      ['economy', fileOf('economy')],
    ]);
    expect(body).toMatchObject({
      data: { targets: { totalCount: 226, missing: [{ code: 'economy' }] } },
      errors: [{ extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'economy' } }],
    });
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ subgraphs: { economy: 'down', safety: 'up', plan: 'up' } });
    expect(readFileSync(fileOf('economy')).equals(garbage)).toBe(true);
  } finally {
    await system.close();
  }
}, 60_000);

it('without the plan office, or without any department, nothing starts, and the file is named', async () => {
  const plan = readFileSync(fileOf('office'));
  damage('office');
  await expect(startTestSystem({ env: env() })).rejects.toThrow(fileOf('office'));

  writeFileSync(fileOf('office'), plan);
  departmentCodes.forEach(damage);
  await expect(startTestSystem({ env: env() })).rejects.toThrow(fileOf('economy'));
}, 60_000);
