import { temporaryStore, type TemporaryStore } from '../testing/temporary-store';

let temporary: TemporaryStore;
beforeAll(async () => (temporary = await temporaryStore()));
afterAll(() => temporary.close());

test('reads that come while a collection or an index is made are answered', async () => {
  const { db } = temporary;
  for (let round = 0; round < 40; round++) {
    const items = db.collection<{ _id: number; a: number }>(`items${round}`);
    const reads = () => Array.from({ length: 10 }, () => items.find({ a: { $gte: 0 } }).toArray());
    const reading = [...reads()];
    const inserted = items.insertOne({ _id: 1, a: 1 });
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      reading.push(...reads());
    }
    await inserted;
    const indexed = items.createIndex({ a: 1 });
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      reading.push(...reads());
    }
    await indexed;

    for (const found of await Promise.all(reading)) expect([[], [{ _id: 1, a: 1 }]]).toContainEqual(found);
  }
}, 60_000);
