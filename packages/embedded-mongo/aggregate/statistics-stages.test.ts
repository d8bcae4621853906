import { type Document } from 'mongodb';
import { errorOf, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

let temporary: TemporaryStore;
beforeAll(async () => {
  temporary = await temporaryStore();
  await things().insertMany(Array.from({ length: 200 }, (_, i) => ({ a: i, text: 'x'.repeat(500) })));
  await things().createIndex({ a: 1 }, { name: 'by a' });
});
afterAll(() => temporary.close());

const things = () => temporary.db.collection('things');
const aggregate = (stages: Document[]) => things().aggregate(stages).toArray();

describe('$collStats', () => {
  test('tells what the collStats command tells, in the same unit', async () => {
    const [statistics] = await aggregate([{ $collStats: { storageStats: { scale: 1024 }, count: {} } }]);
    const { ns: _ns, ok: _ok, ...command } = await temporary.db.command({ collStats: 'things', scale: 1024 });
    expect(statistics).toMatchObject({ ns: 'test.things', count: 200, storageStats: command });
    expect(statistics?.storageStats).toMatchObject({ count: 200, nindexes: 2, scaleFactor: 1024 });
    expect(Object.keys((statistics?.storageStats as Document).indexSizes as Document)).toEqual([
      '_id_',
      'by a',
    ]);
  });

  test('answers the summary that Compass makes of it', async () => {
    const sum = (field: string): Document => ({ $sum: { $toDouble: `$storageStats.${field}` } });
    const [summary] = await aggregate([
      { $collStats: { storageStats: {} } },
      {
        $group: {
          _id: null,
          count: sum('count'),
          size: sum('size'),
          nindexes: { $max: '$storageStats.nindexes' },
        },
      },
      {
        $addFields: {
          avg: { $cond: { if: { $ne: ['$count', 0] }, then: { $divide: ['$size', '$count'] }, else: 0 } },
        },
      },
    ]);
    expect(summary).toMatchObject({ count: 200, nindexes: 2 });
    expect(summary?.avg).toBeGreaterThan(500);
  });

  test('reads no document', async () => {
    const explanation = await things()
      .aggregate([{ $collStats: { count: {} } }])
      .explain('executionStats');
    expect(explanation.executionStats).toMatchObject({ totalDocsExamined: 0, totalKeysExamined: 0 });
  });
});

describe('$indexStats', () => {
  test('tells how often each index was read', async () => {
    const pipeline = [
      { $indexStats: {} },
      { $project: { name: 1, ops: '$accesses.ops', since: '$accesses.since' } },
    ];
    const [, before] = await aggregate(pipeline);
    await things()
      .find({ a: { $gt: 190 } })
      .toArray();
    await things().countDocuments({ a: 3 });
    await things().distinct('a', { a: { $lt: 5 } });
    const [first, after] = await aggregate(pipeline);
    expect(first).toMatchObject({ name: '_id_' });
    expect(after).toMatchObject({ name: 'by a', since: expect.any(Date) as Date });
    expect((after?.ops as number) - (before?.ops as number)).toBe(3);
  });

  test('gives each index its specification', async () => {
    const [, index] = await aggregate([{ $indexStats: {} }]);
    expect(index).toMatchObject({ key: { a: 1 }, spec: { v: 2, key: { a: 1 }, name: 'by a' } });
  });

  test('is empty where there is no collection', async () => {
    expect(
      await temporary.db
        .collection('none')
        .aggregate([{ $indexStats: {} }])
        .toArray(),
    ).toEqual([]);
  });
});

test.each<[name: string, stages: Document[], code: number]>([
  ['$collStats after another stage', [{ $match: {} }, { $collStats: {} }], 40602],
  ['$indexStats after another stage', [{ $limit: 1 }, { $indexStats: {} }], 40602],
  ['$collStats of latencies', [{ $collStats: { latencyStats: {} } }], 238],
  ['$collStats of something else', [{ $collStats: { other: {} } }], 40415],
  ['$collStats that is no document', [{ $collStats: 1 }], 14],
  ['a scale of 0', [{ $collStats: { storageStats: { scale: 0 } } }], 51024],
  ['$indexStats with a field', [{ $indexStats: { a: 1 } }], 28803],
])('is refused: %s', async (_name, stages, code) => {
  expect(await errorOf(aggregate(stages))).toMatchObject({ code });
});

test('$collStats of a collection that does not exist is refused', async () => {
  const statistics = temporary.db
    .collection('none')
    .aggregate([{ $collStats: { count: {} } }])
    .toArray();
  expect(await errorOf(statistics)).toMatchObject({ code: 26, codeName: 'NamespaceNotFound' });
});
