import { Double, Int32, Long, type Document } from 'mongodb';
import { errorOf, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

let temporary: TemporaryStore;
beforeAll(async () => void (temporary = await temporaryStore()));
afterAll(() => temporary.close());

const things = () => temporary.db.collection<{ _id: number }>('things');
beforeEach(() => things().deleteMany({}));

async function updated(before: Document, update: Document): Promise<Document | null> {
  await things().insertOne({ _id: 1, ...before });
  await things().updateOne({ _id: 1 }, update);
  return things().findOne({ _id: 1 }, { projection: { _id: 0 } });
}

describe('an update refuses a path that leads', () => {
  test.each<[name: string, before: Document, update: Document, code: number, message: string]>([
    [
      '$rename from below a scalar',
      { a: 5 },
      { $rename: { 'a.b': 'c' } },
      28,
      'Cannot use the part (b) of (a.b)',
    ],
    [
      '$rename from below an array',
      { a: [] },
      { $rename: { 'a.b': 'c' } },
      28,
      'Cannot use the part (b) of (a.b)',
    ],
    [
      '$rename from an element',
      { a: [{ b: 1 }] },
      { $rename: { 'a.0.b': 'c' } },
      2,
      'The source field cannot be',
    ],
    [
      '$rename to below a scalar',
      { a: 5, b: 1 },
      { $rename: { b: 'a.c' } },
      28,
      "Cannot create field 'c' in element",
    ],
    [
      '$rename to an element',
      { a: [1], b: 1 },
      { $rename: { b: 'a.0' } },
      2,
      'The destination field cannot be',
    ],
    ['$rename of every element', { a: [{ b: 1 }] }, { $rename: { 'a.$[].b': 'c' } }, 2, 'may not be dynamic'],
    [
      '$rename to every element',
      { a: [{ b: 1 }], b: 1 },
      { $rename: { b: 'a.$[].c' } },
      2,
      'may not be dynamic',
    ],
    [
      '$pop below a scalar',
      { a: 5 },
      { $pop: { 'a.b': 1 } },
      28,
      "Cannot create field 'b' in element {a: 5}",
    ],
    [
      '$pop below an array',
      { a: [1] },
      { $pop: { 'a.b': 1 } },
      28,
      "Cannot create field 'b' in element {a: [1]}",
    ],
    [
      '$pull below a scalar',
      { a: { b: 5 } },
      { $pull: { 'a.b.c': 1 } },
      28,
      "Cannot create field 'c' in element {b: 5}",
    ],
    [
      '$pull below null',
      { a: null },
      { $pull: { 'a.b': 1 } },
      28,
      "Cannot create field 'b' in element {a: null}",
    ],
    [
      '$pullAll below an array',
      { a: [1] },
      { $pullAll: { 'a.b': [1] } },
      28,
      "Cannot create field 'b' in element",
    ],
  ])('%s', async (_name, before, update, code, message) => {
    const error = await errorOf(updated(before, update));
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) as string });
    expect(await things().findOne({ _id: 1 }, { projection: { _id: 0 } })).toEqual(before);
  });
});

describe('an update leaves a document as it is', () => {
  test.each<[name: string, before: Document, update: Document]>([
    ['$pop of a missing field', { a: {} }, { $pop: { 'a.b': 1 } }],
    ['$pull of a position beyond the end', { a: [[1]] }, { $pull: { 'a.1': 1 } }],
    ['$rename of a missing field', { a: {} }, { $rename: { 'a.b': 'c' } }],
    ['$unset below a scalar', { a: 5 }, { $unset: { 'a.b': '' } }],
  ])('%s', async (_name, before, update) => expect(await updated(before, update)).toEqual(before));
});

describe('the order of fields', () => {
  test.each<[name: string, before: Document, update: Document, order: string[]]>([
    ['new fields by name', { z: 1 }, { $set: { c: 1, a: 1 }, $inc: { b: 1 } }, ['z', 'a', 'b', 'c']],
    ['a set field keeps its place', { z: 1, a: 1 }, { $set: { z: 2 } }, ['z', 'a']],
    [
      'a renamed field comes by its new name',
      { z: 1, y: 1 },
      { $rename: { z: 'a' }, $set: { b: 1 } },
      ['y', 'a', 'b'],
    ],
    ['a renamed field takes the place of another', { z: 1, y: 1, a: 1 }, { $rename: { a: 'y' } }, ['z', 'y']],
  ])('%s', async (_name, before, update, order) =>
    expect(Object.keys((await updated(before, update)) ?? {})).toEqual(order),
  );
});

describe('an upsert', () => {
  test.each<[name: string, filter: Document, update: Document, stored: Document]>([
    [
      '_id first, then the filter, then new fields',
      { z: 1, _id: 7 },
      { $set: { b: 1, a: 1 } },
      { _id: 7, z: 1, a: 1, b: 1 },
    ],
    [
      'equalities within lists',
      { _id: 7, a: { $in: [1] }, b: { $all: [2] } },
      { $set: { c: 3 } },
      { _id: 7, a: 1, b: 2, c: 3 },
    ],
    ['no patterns', { _id: 7, a: { $in: [/x/] } }, { $set: { c: 3 } }, { _id: 7, c: 3 }],
    [
      'no $elemMatch',
      { _id: 7, a: { $all: [{ $elemMatch: { x: 1 } }] } },
      { $set: { c: 3 } },
      { _id: 7, c: 3 },
    ],
    [
      'no parents of equalities',
      { _id: 7, 'a.b': 1, 'a.c': 2 },
      { $set: { d: 3 } },
      { _id: 7, a: { b: 1, c: 2 }, d: 3 },
    ],
  ])('stores %s', async (_name, filter, update, stored) => {
    await things().updateOne(filter, update, { upsert: true });
    expect(JSON.stringify(await things().findOne({ _id: 7 }))).toBe(JSON.stringify(stored));
  });

  test.each<[name: string, filter: Document, code: number]>([
    ['with $expr', { $expr: { $eq: ['$a', 1] } }, 224],
    ['with $expr in $and', { $and: [{ a: 1 }, { $expr: { $eq: ['$a', 1] } }] }, 224],
    ['of a field and of a field in it', { a: { x: 1 }, 'a.b': 1 }, 54],
    ['of a field in another and of that', { 'a.b': 1, a: { x: 1 } }, 54],
    ['of two values', { $and: [{ a: 1 }, { a: 2 }] }, 54],
  ])('is refused %s', async (_name, filter, code) => {
    const upserted = things().updateOne(filter, { $set: { b: 1 } }, { upsert: true });
    expect(await errorOf(upserted)).toMatchObject({ code });
    expect(await things().countDocuments()).toBe(0);
  });

  test('is refused with $expr although a document matches, and by findAndModify', async () => {
    await things().insertOne({ _id: 1, a: 1 } as never);
    const filter = { $expr: { $eq: ['$a', 1] } };
    const found = things().findOneAndUpdate(filter, { $set: { b: 1 } }, { upsert: true });
    expect(await errorOf(found)).toMatchObject({ code: 224, codeName: 'QueryFeatureNotAllowed' });
    expect((await things().updateOne(filter, { $set: { b: 1 } })).modifiedCount).toBe(1);
  });
});

test('an update keeps the types of all other numbers', async () => {
  await things().insertOne({ _id: 1, long: Long.fromNumber(1), double: new Double(2), n: 1 } as never);
  await things().updateOne({ _id: 1 }, { $inc: { n: 1 } });
  const typed = await things().findOne<Document>({ _id: 1 }, { promoteValues: false, promoteLongs: false });
  expect([typed?.long, typed?.double, typed?.n]).toEqual([Long.fromNumber(1), new Double(2), new Int32(2)]);
});
