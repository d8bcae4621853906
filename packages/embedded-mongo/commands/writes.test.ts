import { type Collection, type Document } from 'mongodb';
import { errorOf, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

interface Item extends Document {
  _id?: number | null | RegExp;
}

describe('writes', () => {
  let temporary: TemporaryStore;
  let items: Collection<Item>;

  beforeAll(async () => {
    temporary = await temporaryStore();
    items = temporary.db.collection<Item>('items');
  });
  beforeEach(async () => {
    await items.deleteMany({});
    await items.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
  });
  afterAll(() => temporary.close());

  test('take null for an _id that an upsert names', async () => {
    await items.updateOne({ _id: null }, { $set: { n: 3 } }, { upsert: true });
    expect(await items.findOne({ n: 3 })).toEqual({ _id: null, n: 3 });
    await items.deleteOne({ _id: null });
    await items.replaceOne({ n: 4 }, { _id: null, n: 4 }, { upsert: true });
    expect(await items.findOne({ n: 4 })).toEqual({ _id: null, n: 4 });
  });

  test('keep the changes before the one that fails, as MongoDB does', async () => {
    await items.createIndex({ n: 1 }, { unique: true });
    await items.insertOne({ _id: 3, n: 12 });
    const failed = await errorOf(items.updateMany({}, { $inc: { n: 10 } }));
    await items.dropIndex({ n: 1 } as never);
    expect(failed).toMatchObject({ code: 11000 });
    expect((await items.find().sort({ _id: 1 }).toArray()).map(({ n }) => n as unknown)).toEqual([11, 2, 12]);
  });

  test('add nothing of a pattern to what an upsert makes', async () => {
    const { upsertedId } = await items.updateOne({ title: /楼$/ }, { $set: { n: 3 } }, { upsert: true });
    expect(await items.findOne({ n: 3 })).toEqual({ _id: upsertedId, n: 3 });
    await items.updateOne({ _id: /x/ }, { $set: { n: 4 } }, { upsert: true });
    expect(await items.countDocuments({ n: 4 })).toBe(1);
  });

  test('take numbers for yes and no where MongoDB does', async () => {
    const asked = { findAndModify: 'items', query: { _id: 1 }, update: { $inc: { n: 1 } }, new: 1 };
    expect(await temporary.db.command(asked)).toMatchObject({ value: { _id: 1, n: 2 } });
    const removal = { findAndModify: 'items', query: { _id: 1 }, remove: 1 };
    expect(await temporary.db.command(removal)).toMatchObject({ value: { _id: 1, n: 2 } });
    expect(await items.countDocuments()).toBe(1);
  });

  test('name the key when $merge must not meet a document', async () => {
    const merged = temporary.db.aggregate([
      { $documents: [{ _id: 2, n: 9 }] },
      { $merge: { into: 'items', whenMatched: 'fail' } },
    ]);
    expect(await errorOf(merged.toArray())).toMatchObject({
      code: 11000,
      keyPattern: { _id: 1 },
      keyValue: { _id: 2 },
    });
  });

  test('merge on a unique index, by a pipeline that sees the result and what let makes of it', async () => {
    const totals = temporary.db.collection('totals');
    await totals.createIndex({ n: 1 }, { unique: true });
    await totals.insertOne({ n: 1, sum: 10 });
    const into = {
      into: 'totals',
      on: 'n',
      let: { added: { $multiply: ['$n', 5] } },
      whenMatched: [{ $set: { sum: { $add: ['$sum', '$$added'] }, from: '$$new._id' } }],
      whenNotMatched: 'discard',
    };
    await items.aggregate([{ $merge: into }]).toArray();
    expect(await totals.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ n: 1, sum: 15, from: 1 }]);
  });

  test('of a client’s bulk go on after an unknown variable when they are unordered', async () => {
    const none = { $expr: { $eq: ['$_id', '$$none'] } };
    const filters: Document[] = [{ _id: 1 }, none, { _id: 2 }];
    const models = filters.map((filter) => ({ name: 'deleteOne', namespace: 'test.items', filter }) as const);
    const error = await temporary.client.bulkWrite(models, { ordered: false }).catch((each: unknown) => each);
    expect(error).toMatchObject({ partialResult: { deletedCount: 2 } });
    expect([...(error as { writeErrors: Map<number, Document> }).writeErrors]).toMatchObject([
      [1, { code: 17276 }],
    ]);
  });

  test('keep names with dots and dollars, inside and at the top', async () => {
    await items.insertMany([
      { _id: 3, $a: 1 },
      { _id: 4, 'a.b': 1, c: { $d: 1, 'e.f': 2 } },
    ]);
    await items.replaceOne({ _id: 1 }, { 'a.b': 1, c: { $d: 1 } });
    const literal = { field: { $literal: '$a' }, input: '$$ROOT', value: 5 };
    await items.updateOne({ _id: 2 }, [{ $replaceWith: { $setField: literal } }]);
    expect(await items.find({}, { sort: { _id: 1 } }).toArray()).toEqual([
      { _id: 1, 'a.b': 1, c: { $d: 1 } },
      { _id: 2, n: 2, $a: 5 },
      { _id: 3, $a: 1 },
      { _id: 4, 'a.b': 1, c: { $d: 1, 'e.f': 2 } },
    ]);
  });
});
