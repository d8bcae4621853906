import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openDatabase, type OpenDatabase } from '../testing/open-database';
import { mountSmallDisk } from '../testing/small-disk';
import { errorOf } from '../testing/temporary-store';

// LMDB prints each commit that fails, and has no option not to.
console.error = () => undefined;

const disk = mountSmallDisk(6);
const onSmallDisk = disk ? describe : describe.skip;
const script = join(__dirname, '..', 'testing', 'child-process.ts');
const dataDir = join(disk?.directory ?? '', 'data');

onSmallDisk('a disk that is full', () => {
  const unhandled: unknown[] = [];
  const onUnhandled = (error: unknown) => unhandled.push(error);
  let connection: OpenDatabase;
  beforeAll(async () => {
    process.on('unhandledRejection', onUnhandled);
    connection = await openDatabase(dataDir);
    await connection.db.collection('items').insertOne({ a: 1 });
    await connection.db.collection('items').createIndex({ a: 1 });
  });
  afterAll(async () => {
    process.off('unhandledRejection', onUnhandled);
    await connection.close();
    disk?.remove();
  });

  const stored = () => connection.db.collection<{ a: number }>('items').find().sort({ a: 1 }).toArray();
  const large = (a: number) => ({ a, text: 'x'.repeat(100_000) });

  it('refuses writes with MongoDB’s code, keeps what is there, and takes writes again when there is room', async () => {
    const { db } = connection;
    disk?.fill();

    const refused = await Promise.all([
      errorOf(db.collection<{ a: number }>('items').insertOne(large(2))),
      errorOf(db.collection('items').updateOne({ a: 1 }, { $set: { text: 'x'.repeat(100_000) } })),
      errorOf(db.collection('items').insertMany([large(3), large(4)])),
      errorOf(db.collection('others').insertOne(large(5))),
    ]);
    const whileFull = await stored();
    const names = (await db.listCollections().toArray()).map(({ name }) => name);
    disk?.makeRoom();
    await db.collection<{ a: number | number[] }>('items').insertMany([large(6), { a: [7, 8] }]);
    await db.collection('others').insertOne({ a: 9 });
    await db.collection('others').createIndex({ a: 1 });

    for (const error of refused) expect(error).toMatchObject({ code: 14031, codeName: 'OutOfDiskSpace' });
    expect(refused[0].message).toMatch(/no room left to write in \S+data\/test \(\d+ bytes free\)/);
    expect(whileFull.map(({ a }) => a)).toEqual([1]);
    expect(names).toEqual(['items']);
    expect((await stored()).map(({ a }) => a)).toEqual([1, 6, [7, 8]]);
    expect(await db.collection('items').countDocuments({ a: 8 })).toBe(1);
    expect(await db.collection('others').countDocuments({ a: 9 })).toBe(1);
    expect(unhandled).toEqual([]);
  });

  it('has lost nothing that was acknowledged when the store is opened again', async () => {
    await connection.close();
    connection = await openDatabase(dataDir);

    expect((await stored()).map(({ a }) => a)).toEqual([1, 6, [7, 8]]);
    expect(await connection.db.collection('others').countDocuments()).toBe(1);
  });

  it('is named when the store cannot be opened on it', async () => {
    disk?.fill();

    const error = await errorOf(openDatabase(dataDir, 'another'));
    disk?.makeRoom();

    expect(error.message).toMatch(/no room left|ENOSPC|No space left/);
  });

  it.each([0, 8, 40])('is named when it has room for %i pages, and ends no process', (pages) => {
    disk?.fill(pages);
    const child = spawnSync(process.execPath, ['-r', 'tsx/cjs', script, dataDir, 'hold', `new${pages}`], {
      encoding: 'utf8',
      timeout: 15_000,
    });
    disk?.makeRoom();

    expect({ status: child.status, signal: child.signal }).toEqual({ status: 1, signal: null });
    expect(child.stdout).toMatch(/^failed .*(no room left|ENOSPC)/);
  });

  it('and one that is read-only, is named with its directory', async () => {
    await connection.close();
    execFileSync('mount', ['-o', 'remount,ro', disk?.directory ?? '']);

    const error = await errorOf(openDatabase(dataDir));
    const elsewhere = await errorOf(openDatabase(join(dataDir, 'elsewhere')));
    execFileSync('mount', ['-o', 'remount,rw', disk?.directory ?? '']);
    connection = await openDatabase(dataDir);

    expect(error.message).toMatch(
      /data\/test must be a directory that this process may write to, but: .*EROFS/,
    );
    expect(elsewhere.message).toMatch(/data\/elsewhere must be a directory .*EROFS/);
  });
});
