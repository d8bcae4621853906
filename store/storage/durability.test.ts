import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectStore, type StoreConnection } from '../index';
import { errorOf, summarise, temporaryDirectory } from '../testing/temporary-store';

interface Child {
  readonly process: ChildProcess;
  /** Resolves with all lines so far, once one of them matches. */
  line(pattern: RegExp): Promise<string[]>;
  readonly lines: string[];
}

const script = join(__dirname, '..', 'testing', 'child-process.ts');

const children: ChildProcess[] = [];

function startChild(dataDir: string, work: string): Child {
  const child = spawn(process.execPath, ['-r', 'tsx/cjs', script, dataDir, work], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean)));
  const line = async (pattern: RegExp): Promise<string[]> => {
    while (!lines.some((each) => pattern.test(each))) await once(child.stdout, 'data');
    return lines;
  };
  return { process: child, line, lines };
}

async function kill(child: Child): Promise<void> {
  const exited = once(child.process, 'exit');
  child.process.kill('SIGKILL');
  await exited;
}

function lastStored(lines: readonly string[]): number {
  return Math.max(...lines.map((each) => Number(/^stored (\d+)/.exec(each)?.[1] ?? -1)));
}

/** Every document is in the index and every entry of the index has its document. */
async function expectConsistent({ db }: StoreConnection): Promise<number> {
  const items = db.collection('items');
  const [all, byKey] = [
    await items.find().hint({ $natural: 1 }).toArray(),
    await items.find().sort({ group: 1, _id: 1 }).toArray(),
  ];
  expect(byKey).toHaveLength(all.length);
  expect(new Set(byKey.map(({ _id }) => String(_id))).size).toBe(all.length);
  const count = await db.command({
    explain: { count: 'items', query: { group: { $gte: 0 } } },
    verbosity: 'executionStats',
  });
  expect(summarise(count)).toMatchObject({ returned: all.length, documents: 0 });
  expect(await items.countDocuments({ _id: { $gte: 0 } as never })).toBe(all.length);
  return all.length;
}

describe('the files of the store', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = temporaryDirectory()));
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('hold every acknowledged write after kill -9, and open again without clean-up', async () => {
    const child = startChild(dataDir, 'one by one');
    await child.line(/^stored 3\d/);
    await kill(child);
    const store = await connectStore({ dataDir, database: 'test' });
    const count = await expectConsistent(store);
    expect(count).toBeGreaterThan(lastStored(child.lines));
    await store.close();
  });

  test('hold whole commands and consistent indexes after kill -9 in a large unordered bulk', async () => {
    const child = startChild(dataDir, 'in bulk');
    await child.line(/^stored 10000/);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await kill(child);
    const store = await connectStore({ dataDir, database: 'test' });
    const count = await expectConsistent(store);
    expect(count).toBeGreaterThanOrEqual(lastStored(child.lines));
    expect(count % 5_000).toBe(0);
    await store.close();
  });

  test('are refused to a second process, by the directory’s name and with what to do', async () => {
    const store = await connectStore({ dataDir, database: 'test' });
    const child = startChild(dataDir, 'hold');
    const [line] = await child.line(/^(failed|ready)/);
    expect(line).toContain(join(dataDir, 'test'));
    expect(line).toContain(`process ${process.pid}`);
    expect(line).toContain('DATA_DIR');
    await store.close();
  });

  test('serve one database here and another in a second process', async () => {
    const store = await connectStore({ dataDir, database: 'other' });
    const child = startChild(dataDir, 'hold');
    expect(await child.line(/^(failed|ready)/)).toEqual(['ready']);
    await kill(child);
    await store.db.collection('items').insertOne({ a: 1 });
    await store.close();
  });

  test.each<[string, (file: string) => void]>([
    ['overwritten', (file) => writeFileSync(file, 'this is not a database'.repeat(1_000))],
    ['emptied', (file) => truncateSync(file, 0)],
    ['shortened', (file) => truncateSync(file, 4_096 * 3)],
    ['removed', (file) => rmSync(file)],
  ])('are named and left alone when one was %s', async (_how, damage) => {
    const store = await connectStore({ dataDir, database: 'test' });
    await store.db
      .collection('items')
      .insertMany(Array.from({ length: 2_000 }, (_, i) => ({ i, text: 'x'.repeat(100) })));
    await store.close();
    const file = join(dataDir, 'test', 'data.mdb');
    damage(file);
    const before = read(file);
    const error = await errorOf(connectStore({ dataDir, database: 'test' }));
    expect(error.message).toContain(file);
    expect(error).toMatchObject({ codeName: 'DataCorruptionDetected', code: 275 });
    expect(read(file)).toEqual(before);
  });
});

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
