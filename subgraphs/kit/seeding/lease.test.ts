import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryStore, type TemporaryStore } from 'embedded-mongo/testing';
import { withLease } from './lease';

let temporary: TemporaryStore;
beforeAll(async () => (temporary = await temporaryStore()));
afterAll(() => temporary.close());
afterEach(() => temporary.db.dropDatabase());

const leases = () => temporary.db.collection<{ _id: string; holder?: string; beat?: number }>('seeding');

test('one runs after the other, and nothing stays', async () => {
  let running = 0;
  const work = async () => {
    const others = running++;
    await sleep(50);
    running--;
    return others;
  };

  const others = await Promise.all([1, 2, 3].map(() => withLease(temporary.db, work)));

  expect(others).toEqual([0, 0, 0]);
  expect(await leases().countDocuments()).toBe(0);
});

test('a holder that works for longer than others’ patience keeps its lease', async () => {
  const ended: string[] = [];
  const long = withLease(temporary.db, () => sleep(1_500).then(() => ended.push('long')), 500);
  await sleep(100);

  await withLease(temporary.db, () => Promise.resolve(ended.push('waiting')), 1_000);
  await long;

  expect(ended).toEqual(['long', 'waiting']);
});

test('the lease of a holder that died is taken over, by one', async () => {
  await leases().insertOne({ _id: 'lease', holder: 'dead', beat: 7 });
  let running = 0;
  const work = async () => {
    const others = running++;
    await sleep(50);
    running--;
    return others;
  };

  const others = await Promise.all([1, 2].map(() => withLease(temporary.db, work, 500)));

  expect(others).toEqual([0, 0]);
});

test('is let go when the work fails', async () => {
  const failing = withLease(temporary.db, () => Promise.reject(new Error('no seeds')));

  await expect(failing).rejects.toThrow('no seeds');
  expect(await leases().countDocuments()).toBe(0);
});
