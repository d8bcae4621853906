import { type Document } from 'mongodb';
import { errorOf, explained, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

let temporary: TemporaryStore;
beforeAll(async () => void (temporary = await temporaryStore()));
afterAll(() => temporary.close());

/** Answers must not depend on whether keys or documents are read. */
const READS = ['COLLSCAN', 'IXSCAN'] as const;

async function collectionOf(values: readonly unknown[], index?: Document) {
  const collection = temporary.db.collection<{ _id: number }>(`c${Math.random()}`.replace('.', ''));
  await collection.insertMany(values.map((value, _id) => ({ ...(value as Document), _id })));
  if (index) await collection.createIndex(index);
  return collection;
}

describe.each(READS)('a filter read by %s', (read) => {
  test.each<[name: string, values: Document[], filter: Document, found: number[]]>([
    [
      '$elemMatch takes an element whole',
      [{ b: [[1]] }, { b: [1] }],
      { b: { $elemMatch: { $gte: 1 } } },
      [1],
    ],
    ['$elemMatch with $in', [{ b: [[1]] }, { b: [1] }], { b: { $elemMatch: { $in: [1] } } }, [1]],
    [
      '$elemMatch with $in of an array',
      [{ b: [[1]] }, { b: [1] }],
      { b: { $elemMatch: { $in: [[1]] } } },
      [0],
    ],
    ['$elemMatch with $type', [{ b: [[1]] }, { b: [1] }], { b: { $elemMatch: { $type: 'array' } } }, [0]],
    ['$elemMatch with $not', [{ b: [[1]] }, { b: [1] }], { b: { $elemMatch: { $not: { $gte: 1 } } } }, [0]],
    [
      '$elemMatch in $elemMatch',
      [{ b: [[1]] }, { b: [1] }],
      { b: { $elemMatch: { $elemMatch: { $gte: 1 } } } },
      [0],
    ],
    ['$elemMatch with $size', [{ b: [[1]] }, { b: [1] }], { b: { $elemMatch: { $size: 1 } } }, [0]],
    ['a position takes an element whole', [{ b: [[1]] }, { b: [1] }], { 'b.0': 1 }, [1]],
    ['a position and the whole element', [{ b: [[1]] }, { b: [1] }], { 'b.0': [1] }, [0]],
    ['a position of a position', [{ b: [[1]] }, { b: [1] }, { b: [[[1]]] }], { 'b.0.0': 1 }, [0]],
    ['a position and $size', [{ b: [[1]] }, { b: [1] }], { 'b.0': { $size: 1 } }, [0]],
    ['a position and a range', [{ b: [[5]] }, { b: [5] }, { b: [1, 5] }], { 'b.0': { $gt: 2 } }, [1]],
    ['a field named like a position', [{ b: { 0: [1] } }, { b: [[1]] }], { 'b.0': 1 }, [0]],
    [
      '$elemMatch takes an array for a document',
      [{ b: [[1]] }, { b: [{ 0: 1 }] }, { b: [1] }],
      { b: { $elemMatch: { 0: 1 } } },
      [0, 1],
    ],
    [
      '$elemMatch and a field that an array lacks',
      [{ b: [[{ x: 1 }]] }, { b: [{ x: 1 }] }],
      { b: { $elemMatch: { x: 1 } } },
      [1],
    ],
    [
      'a position, and a document without that field',
      [{ b: [{ x: 1 }] }, { b: [1] }, { b: [] }],
      { 'b.0': null },
      [0],
    ],
    [
      'a field below a scalar element, and a document that lacks the position',
      [{ b: [5] }, { b: [{ c: 1 }] }, { b: [{}] }],
      { 'b.0.c': null },
      [1, 2],
    ],
    [
      'null and a field below a scalar element',
      [{ b: [5] }, { b: [{ c: 1 }, 5] }, { b: [{}] }],
      { 'b.c': null },
      [2],
    ],
    ['a field of documents beside scalars', [{ b: [5, { c: 1 }] }, { b: [5] }], { 'b.c': 1 }, [0]],
  ])('%s', async (_name, values, filter, found) => {
    const [path = ''] = Object.keys(filter);
    const collection = await collectionOf(values, read === 'IXSCAN' ? { [path]: 1 } : undefined);
    const cursor = () => collection.find(filter).hint(read === 'IXSCAN' ? { [path]: 1 } : { $natural: 1 });
    expect((await explained(cursor())).stages).toContain(read);
    expect((await cursor().toArray()).map(({ _id }) => _id).sort()).toEqual(found);
    expect(await collection.countDocuments(filter)).toBe(found.length);
  });
});

describe('a sort in memory', () => {
  test.each<[name: string, values: Document[], sort: Document, order: number[]]>([
    [
      'a scalar element counts as an empty document',
      [{ a: [{ x: 1 }, 5] }, { a: [{ x: 0 }] }],
      { 'a.x': 1 },
      [0, 1],
    ],
    ['and so descending', [{ a: [{ x: 1 }, 5] }, { a: [{ x: 0 }] }, { a: [5] }], { 'a.x': -1 }, [0, 1, 2]],
    [
      'an array within the array too',
      [{ a: [{ x: 1 }, [{ x: 9 }]] }, { a: [{ x: 2 }] }],
      { 'a.x': -1 },
      [1, 0],
    ],
    ['an empty array comes before null', [{ a: null }, { a: [] }, {}], { a: 1, _id: 1 }, [1, 0, 2]],
    ['an array within an array is one value', [{ a: [[1]] }, { a: ['z'] }], { a: 1 }, [1, 0]],
    [
      'two fields of one element belong together',
      [
        {
          a: [
            { x: 1, y: 9 },
            { x: 2, y: 0 },
          ],
        },
        { a: [{ x: 1, y: 5 }] },
      ],
      { 'a.x': 1, 'a.y': 1 },
      [1, 0],
    ],
    ['a position', [{ a: [3, 1] }, { a: [2, 9] }], { 'a.0': 1 }, [1, 0]],
  ])('%s', async (_name, values, sort, order) => {
    const collection = await collectionOf(values);
    const cursor = () => collection.find().sort(sort);
    expect((await explained(cursor())).stages).toContain('SORT');
    expect((await cursor().toArray()).map(({ _id }) => _id)).toEqual(order);
    const sorted = await collection.aggregate([{ $set: { z: 1 } }, { $sort: sort }]).toArray();
    expect(sorted.map(({ _id }) => _id as number)).toEqual(order);
  });

  test.each<[name: string, document: Document, sort: Document, code: number]>([
    ['by two arrays', { a: [1], b: [2] }, { a: 1, b: 1 }, 2],
    ['by a position that is a field as well', { a: [{ 0: 5 }] }, { 'a.0': 1 }, 16746],
  ])('is refused %s', async (_name, document, sort, code) => {
    const collection = await collectionOf([document, {}]);
    expect(
      await errorOf(
        collection
          .find()
          .sort(sort as never)
          .toArray(),
      ),
    ).toMatchObject({ code });
  });
});

test('an index refuses a position that is a field as well', async () => {
  const collection = await collectionOf([{}], { 'a.0': 1 });
  const inserted = collection.insertOne({ _id: 9, a: [{ 0: 5 }] } as never);
  expect(await errorOf(inserted)).toMatchObject({ code: 16746 });
});
