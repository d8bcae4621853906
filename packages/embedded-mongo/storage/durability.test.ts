import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type OpenDatabase } from '../testing/open-database';
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
async function expectConsistent({ db }: OpenDatabase): Promise<number> {
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
    const store = await openDatabase(dataDir);
    const count = await expectConsistent(store);
    expect(count).toBeGreaterThan(lastStored(child.lines));
    await store.close();
  });

  test('hold whole commands and consistent indexes after kill -9 in a large unordered bulk', async () => {
    const child = startChild(dataDir, 'in bulk');
    await child.line(/^stored 10000/);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await kill(child);
    const store = await openDatabase(dataDir);
    const count = await expectConsistent(store);
    expect(count).toBeGreaterThanOrEqual(lastStored(child.lines));
    expect(count % 5_000).toBe(0);
    await store.close();
  });

  test('are refused to a second process, by the directory’s name and with what to do', async () => {
    const store = await openDatabase(dataDir);
    const child = startChild(dataDir, 'hold');
    const [line] = await child.line(/^(failed|ready)/);
    expect(line).toContain(join(dataDir, 'test'));
    expect(line).toContain(`process ${process.pid}`);
    expect(line).toContain('another data directory');
    await store.close();
  });

  test('serve one database here and another in a second process', async () => {
    const store = await openDatabase(dataDir, 'other');
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
    ['given another page size', (file) => overwrite(file, 48, Buffer.from([0, 0, 1, 0]))],
    ['given half a header', (file) => overwrite(file, 4096, Buffer.alloc(4096))],
    ['replaced by a directory', (file) => (rmSync(file), mkdirSync(file))],
  ])('are named and left alone when one was %s', async (_how, damage) => {
    const store = await openDatabase(dataDir);
    await store.db
      .collection('items')
      .insertMany(Array.from({ length: 2_000 }, (_, i) => ({ i, text: 'x'.repeat(100) })));
    await store.close();
    const file = join(dataDir, 'test', 'data.mdb');
    damage(file);
    const before = read(file);
    const error = await errorOf(openDatabase(dataDir));
    expect(error.message).toContain(file);
    expect(error).toMatchObject({ codeName: 'DataCorruptionDetected', code: 275 });
    expect(read(file)).toEqual(before);
  });

  test.each([['{"format":'], [''], ['null'], ['{"format":7}']])(
    'are named when what says their format is %j',
    async (text) => {
      await (await openDatabase(dataDir)).close();
      const file = join(dataDir, 'test', 'format.json');
      writeFileSync(file, text);
      const error = await errorOf(openDatabase(dataDir));

      expect(error).toMatchObject({ code: 275 });
      expect(error.message).toContain(file);
    },
  );

  test('open after a first start that was killed before it had said their format', async () => {
    await (await openDatabase(dataDir)).close();
    rmSync(join(dataDir, 'test', 'format.json'));
    const store = await openDatabase(dataDir);
    expect(await store.db.collection('items').insertOne({ a: 1 })).toMatchObject({ acknowledged: true });
    await store.close();
  });

  test.each<[string, () => string]>([
    ['a database’s directory', () => join(dataDir, 'test')],
    ['the data directory', () => join(dataDir, 'elsewhere')],
  ])('are named when a file stands in the place of %s', async (_what, place) => {
    writeFileSync(place(), '');
    const error = await errorOf(openDatabase(place() === join(dataDir, 'test') ? dataDir : place()));

    expect(error.message).toContain(`${place()} must be a directory`);
  });

  test('hold an index whole or not at all after kill -9 while it is built', async () => {
    const store = await openDatabase(dataDir);
    const documents = Array.from({ length: 60_000 }, (_, i) => ({ _id: i as never, group: i % 7 }));
    await store.db.collection('items').insertMany(documents, { ordered: false });
    await store.close();
    for (const delay of [20, 150, 300]) {
      const child = startChild(dataDir, 'build');
      await child.line(/^building/);
      await new Promise((resolve) => setTimeout(resolve, delay));
      await kill(child);
      const again = await openDatabase(dataDir);
      await again.db.collection('items').createIndex({ group: 1, _id: 1 });
      expect(await expectConsistent(again)).toBe(documents.length);
      await again.db.collection('items').dropIndexes();
      await again.close();
    }
  }, 180_000);
});

function overwrite(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
