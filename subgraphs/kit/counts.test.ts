import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { departmentCodes } from '../../schema/departments';
import { subgraphs } from '../registry';
import { readSubgraphConfig } from './config';
import { applyAllUncounted } from '../../lists/answer/stored/apply-changes';
import type { CountDocument } from '../../lists/answer/stored/counts';
import { createDepartmentStore, type DepartmentStore } from './department-store';
import type { TargetDocument } from './documents';
import { appendEntry, progressEntry } from './progress/progress-entry';
import { findMiscounts, recount } from '../../lists/answer/stored/recount';
import type { Subgraph } from './subgraph';

const code = departmentCodes[0] ?? '';
let dataDir: string;
let subgraph: Subgraph;
let store: DepartmentStore;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'counts-'));
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_PREFIX: `test_${process.pid}_${Date.now().toString(36)}_`,
  };
  const definition = await subgraphs.find(({ name }) => name === code)?.load();
  if (!definition) throw new Error(`${code} has no folder`);
  subgraph = await definition.open(readSubgraphConfig(code, 0, env), () => undefined);
  store = createDepartmentStore(code, subgraph.connection.db);
});
afterEach(async () => {
  if (subgraph.connection.kind === 'server') await subgraph.connection.db.dropDatabase();
  await subgraph.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const db = () => subgraph.connection.db;
const ids = async (): Promise<string[]> =>
  (await db().collection<TargetDocument>('targets').find().sort({ 'sort.plan': 1 }).toArray()).map(
    ({ _id }) => _id,
  );
const counted = async (way: string) => db().collection<CountDocument>('counts').findOne({ _id: way });

/** What a process does that ends right after the write, before it has counted. */
async function writeWithoutCounting(id: string): Promise<void> {
  const targets = db().collection<TargetDocument>('targets');
  const target = await targets.findOne({ _id: id });
  if (!target) throw new Error(`no ${id}`);
  const now = new Date();
  const progress = progressEntry({ targetId: id, note: '完成', expectedRevision: 0 }, target, now, now);
  await targets.updateOne({ _id: id }, appendEntry(target, progress, true));
}

it('are exact after seeding', async () => {
  expect(await findMiscounts(db())).toEqual([]);
  expect((await counted('all'))?.by.statuses).toEqual({ UNREPORTED: (await ids()).length });
});

it('are exact after many reports at once, on many targets and on one', async () => {
  const all = await ids();
  const report = (targetId: string, expectedRevision: number, achieved: boolean) =>
    store.targets
      .fileProgress({ targetId, note: '进展', achieved, expectedRevision }, new Date())
      .catch(() => undefined);

  await Promise.all(
    all.flatMap((id, at) => [report(id, 0, at % 2 === 0), report(id, 0, true), report(id, 0, false)]),
  );
  await Promise.all(all.map((id, at) => report(id, 1, at % 3 === 0)));

  expect(await findMiscounts(db())).toEqual([]);
  expect((await counted('status:UNREPORTED'))?.total).toBe(0);
  expect((await counted('all'))?.total).toBe(all.length);
});

it('are brought up by the next start when a process ended before it had counted', async () => {
  const [first = '', second = ''] = await ids();
  await writeWithoutCounting(first);
  await writeWithoutCounting(second);
  expect(await findMiscounts(db())).not.toEqual([]);

  await store.recover();

  expect(await findMiscounts(db())).toEqual([]);
  expect((await counted('status:ACHIEVED'))?.total).toBe(2);
});

it('hold a change once, when it was counted and the process ended before it was noted as counted', async () => {
  const [first = ''] = await ids();
  await writeWithoutCounting(first);
  const targets = db().collection<TargetDocument>('targets');
  const pending = await targets.findOne({ _id: first });
  await applyAllUncounted(db());
  await targets.updateOne({ _id: first }, { $set: { uncounted: pending?.uncounted } });

  await applyAllUncounted(db());

  expect(await findMiscounts(db())).toEqual([]);
});

it('that are wrong are found by name, and counted anew', async () => {
  await db()
    .collection<CountDocument>('counts')
    .updateOne({ _id: 'item:2' }, { $inc: { 'by.kinds.FIGURE': 5 } });
  await db().collection<CountDocument>('counts').deleteOne({ _id: 'item:3' });
  await db()
    .collection<CountDocument>('counts')
    .insertOne({
      _id: 'item:99',
      total: 1,
      by: { kinds: {}, statuses: {}, units: {}, chapters: {} },
      applied: [],
    });

  const wrong = await findMiscounts(db());
  await recount(db());

  expect(wrong.map((line) => line.slice(0, line.indexOf(': ')))).toEqual(['item:2', 'item:3', 'item:99']);
  expect(await findMiscounts(db())).toEqual([]);
});

it('are exact when they are counted anew while reports come in', async () => {
  const all = await ids();
  const reports = all.map((targetId) =>
    store.targets.fileProgress({ targetId, note: '完成', achieved: true, expectedRevision: 0 }, new Date()),
  );
  await Promise.all([recount(db()), ...reports]);

  expect(await findMiscounts(db())).toEqual([]);
  expect((await counted('status:ACHIEVED'))?.total).toBe(all.length);
});

it('hold a change once, when they are counted anew before it was noted as counted', async () => {
  const [first = ''] = await ids();
  await writeWithoutCounting(first);

  await recount(db());
  await applyAllUncounted(db());

  expect(await findMiscounts(db())).toEqual([]);
});

it('stay with what departments reported when the seeds change', async () => {
  const [first = ''] = await ids();
  await store.targets.fileProgress(
    { targetId: first, note: '完成', achieved: true, expectedRevision: 0 },
    new Date(),
  );
  await db().collection('seeding').deleteMany({});
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_PREFIX: db().databaseName.replace(code, '') };
  const definition = await subgraphs.find(({ name }) => name === code)?.load();
  await (await definition?.open(readSubgraphConfig(code, 0, env), () => undefined))?.close();

  const target = await db().collection<TargetDocument>('targets').findOne({ _id: first });

  expect(target).toMatchObject({ status: 'ACHIEVED', revision: 1, progress: [{ note: '完成' }] });
  expect(target?.ways[0]).toBe('status:ACHIEVED');
  expect(await findMiscounts(db())).toEqual([]);
  expect((await counted('status:ACHIEVED'))?.total).toBe(1);
});
