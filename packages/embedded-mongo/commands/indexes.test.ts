import { type CreateIndexesOptions, type Document } from 'mongodb';
import { errorOf, explained, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

let temporary: TemporaryStore;
beforeAll(async () => void (temporary = await temporaryStore()));
afterAll(() => temporary.close());

const things = () => temporary.db.collection<{ _id: number }>('things');
const listed = async (name: string) => (await things().indexes()).find((index) => index.name === name);

describe('createIndexes refuses', () => {
  test.each<[name: string, key: Document, options: CreateIndexesOptions, code: number]>([
    ['a wildcard index of everything', { '$**': 1 }, {}, 238],
    ['a wildcard index of a field', { 'a.$**': 1 }, {}, 238],
    ['a wildcard index with a projection', { a: 1 }, { wildcardProjection: { a: 1 } }, 238],
    ['a text index', { a: 'text' }, {}, 238],
    ['a hashed index', { a: 'hashed' }, {}, 238],
    ['an index of no kind that there is', { a: 'nothing' }, {}, 67],
    ['a field with a dollar', { $a: 1 }, {}, 67],
    ['a field with a dollar in another', { 'a.$b': 1 }, {}, 67],
    ['an empty name', { 'a..b': 1 }, {}, 67],
    ['a direction of 0', { a: 0 }, {}, 67],
    ['expiry', { a: 1 }, { expireAfterSeconds: 1 }, 238],
    ['a hidden _id index', { _id: 1 }, { hidden: true }, 2],
  ])('%s', async (_name, key, options, code) => {
    const created = things().createIndex(key, options);
    expect(await errorOf(created)).toMatchObject({ code });
  });
});

describe('a hidden index', () => {
  beforeAll(async () => {
    await things().insertMany([{ _id: 1, a: 1 } as never, { _id: 2, a: 2 } as never]);
    await things().createIndex({ a: 1 }, { hidden: true, unique: true, name: 'hidden' });
  });

  test('is listed as such', async () => {
    expect(await listed('hidden')).toMatchObject({ hidden: true, unique: true });
    expect(await listed('_id_')).not.toHaveProperty('hidden');
  });

  test('is read by no plan', async () => {
    expect((await explained(things().find({ a: 1 } as Document))).stages).toContain('COLLSCAN');
    expect((await explained(things().find().sort({ a: 1 }))).stages).toContain('SORT');
    expect(await things().distinct('a' as never)).toEqual([1, 2]);
    expect(await things().countDocuments({ a: { $gt: 1 } })).toBe(1);
  });

  test('is no index to hint at', async () => {
    expect(await errorOf(things().find().hint('hidden').toArray())).toMatchObject({ code: 2 });
  });

  test('keeps its values unique all the same', async () => {
    expect(await errorOf(things().insertOne({ _id: 3, a: 2 } as never))).toMatchObject({ code: 11000 });
  });

  test('is the same as one that is not', async () => {
    await things().createIndex({ a: 1 }, { unique: true, name: 'hidden' });
    expect(await listed('hidden')).toMatchObject({ hidden: true });
  });
});
