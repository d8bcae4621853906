import { type Collection, type Document } from 'mongodb';
import {
  errorOf,
  explained,
  summarise,
  temporaryStore,
  type TemporaryStore,
} from '../testing/temporary-store';

interface Item extends Document {
  _id: number;
  position: number;
  owner: string;
  tags: string[];
}

const COUNT = 10_000;
const PAGE = 20;
const BY_POSITION = { position: 1, _id: 1 } as const;
const BACKWARDS = { position: -1, _id: -1 } as const;

describe('the query planner', () => {
  let temporary: TemporaryStore;
  let items: Collection<Item>;

  beforeAll(async () => {
    temporary = await temporaryStore();
    items = temporary.db.collection<Item>('items');
    await items.createIndexes([
      { key: { position: 1, _id: 1 } },
      { key: { owner: 1, position: 1, _id: 1 } },
      { key: { tags: 1, position: 1, _id: 1 } },
      { key: { owner: 1, rank: -1 } },
    ]);
    const documents = Array.from({ length: COUNT }, (_, i) => ({
      _id: i,
      position: Math.floor(i / 2),
      owner: ['经济', '建设', '民生', '安全', '治理'][i % 5] ?? '',
      rank: i % 100,
      tags: [`t${i % 10}`, `t${(i + 1) % 10}`, `u${i % 3}`],
      note: `n${i % 1000}`,
    }));
    await items.insertMany(documents);
  });
  afterAll(() => temporary.close());

  function after(last: Item): Document {
    return {
      $or: [{ position: { $gt: last.position } }, { position: last.position, _id: { $gt: last._id } }],
    };
  }

  function before(first: Item): Document {
    return {
      $or: [{ position: { $lt: first.position } }, { position: first.position, _id: { $lt: first._id } }],
    };
  }

  test('pages forwards through 10,000 documents examining no more keys than documents', async () => {
    const seen: number[] = [];
    let page = await items.find({}).sort(BY_POSITION).limit(500).toArray();
    while (page.length > 0) {
      seen.push(...page.map(({ _id }) => _id));
      page = await items
        .find(after(page.at(-1) as Item))
        .sort(BY_POSITION)
        .limit(500)
        .toArray();
    }
    expect(seen).toEqual(Array.from({ length: COUNT }, (_, i) => i));
  });

  test.each([0, 1, 4_999, 9_000])('reads a page after document %i from the right place', async (from) => {
    const last = (await items.findOne({ _id: from })) as Item;
    const page = items.find(after(last)).sort(BY_POSITION).limit(PAGE);
    expect((await page.clone().toArray()).map(({ _id }) => _id)).toEqual(
      Array.from({ length: PAGE }, (_, i) => from + 1 + i),
    );
    expect(await explained(page)).toMatchObject({
      index: 'position_1__id_1',
      keys: PAGE,
      documents: PAGE,
      returned: PAGE,
    });
  });

  test('reads a page backwards from the right place', async () => {
    const first = (await items.findOne({ _id: 5_000 })) as Item;
    const page = items.find(before(first)).sort(BACKWARDS).limit(PAGE);
    expect((await page.clone().toArray()).map(({ _id }) => _id)).toEqual(
      Array.from({ length: PAGE }, (_, i) => 4_999 - i),
    );
    expect(await explained(page)).toMatchObject({ keys: PAGE, documents: PAGE });
  });

  test('reads a page beside an equality, the keyset inside $and', async () => {
    const last = (await items.findOne({ _id: 5_000 })) as Item;
    const page = items
      .find({ $and: [{ owner: '经济' }, after(last)] })
      .sort(BY_POSITION)
      .limit(PAGE);
    expect(await explained(page)).toMatchObject({
      index: 'owner_1_position_1__id_1',
      keys: PAGE,
      documents: PAGE,
    });
  });

  test('reads a page with bounds written as a range and a tie-break', async () => {
    const page = items
      .find({ position: { $gte: 2_500 }, $or: [{ position: { $gt: 2_500 } }, { _id: { $gt: 5_000 } }] })
      .sort(BY_POSITION)
      .limit(PAGE);
    const { keys, index } = await explained(page);
    expect(index).toBe('position_1__id_1');
    expect(keys).toBeLessThanOrEqual(PAGE + 2);
  });

  test('merges the branches of an $in in the order of the sort', async () => {
    const page = items
      .find({ tags: { $in: ['t1', 't5', 'u2'] } })
      .sort(BY_POSITION)
      .limit(PAGE);
    const all = await items
      .find({ tags: { $in: ['t1', 't5', 'u2'] } })
      .hint({ $natural: 1 })
      .sort(BY_POSITION)
      .limit(PAGE)
      .toArray();
    expect(await page.clone().toArray()).toEqual(all);
    const explanation = await explained(page);
    expect(explanation.stages).toContain('SORT_MERGE');
    expect(explanation.stages).not.toContain('SORT');
    expect(explanation.keys).toBeLessThanOrEqual(3 * PAGE);
    expect(explanation.documents).toBe(PAGE);
  });

  test('merges the branches of an $in beside a keyset, backwards', async () => {
    const filter = { owner: { $in: ['经济', '治理'] }, ...before({ position: 2_500, _id: 5_000 } as Item) };
    const page = items.find(filter).sort(BACKWARDS).limit(PAGE);
    expect((await page.clone().toArray()).map(({ _id }) => _id).slice(0, 4)).toEqual([
      4_999, 4_995, 4_994, 4_990,
    ]);
    expect((await explained(page)).keys).toBeLessThanOrEqual(PAGE + 4);
  });

  test('merges the branches of an $or', async () => {
    const page = items
      .find({ $or: [{ owner: '安全' }, { owner: '建设' }] })
      .sort(BY_POSITION)
      .limit(PAGE);
    const { keys, stages } = await explained(page);
    expect(stages).toContain('SORT_MERGE');
    expect(keys).toBeLessThanOrEqual(PAGE + 2);
  });

  test('answers alternatives from an index each', async () => {
    const { stages, documents } = await explained(
      items.find({ $or: [{ position: 7 }, { tags: 'u1', position: 9 }] }),
    );
    expect(stages).toContain('OR');
    expect(documents).toBeLessThan(10);
  });

  test('gives each document once, however many of its values match', async () => {
    const found = await items.find({ tags: { $in: ['t1', 't2'] } }).toArray();
    expect(new Set(found.map(({ _id }) => _id)).size).toBe(found.length);
    expect(found).toHaveLength(3_000);
    expect(await items.countDocuments({ tags: { $in: ['t1', 't2'] } })).toBe(3_000);
  });

  test.each<[string, Document, number]>([
    ['an equality', { owner: '民生' }, 2_000],
    ['one value of several', { tags: 't3' }, 2_000],
    ['a range', { position: { $gte: 100, $lt: 200 } }, 200],
    ['equality and range', { owner: '民生', position: { $lt: 50 } }, 20],
    ['a list', { owner: { $in: ['民生', '安全'] } }, 4_000],
  ])('counts %s from keys alone', async (_name, filter, expected) => {
    const pipeline = [{ $match: filter }, { $group: { _id: 1, n: { $sum: 1 } } }];
    expect(await items.countDocuments(filter)).toBe(expected);
    expect(await explained(items.aggregate(pipeline))).toMatchObject({ keys: expected, documents: 0 });
    const count = await temporary.db.command({
      explain: { count: 'items', query: filter },
      verbosity: 'executionStats',
    });
    expect(summarise(count)).toMatchObject({
      stages: ['COUNT_SCAN', 'IXSCAN'],
      keys: expected,
      documents: 0,
    });
  });

  test('counts everything without reading anything', async () => {
    expect(await items.estimatedDocumentCount()).toBe(COUNT);
    const count = await temporary.db.command({ explain: { count: 'items' }, verbosity: 'executionStats' });
    expect(summarise(count)).toMatchObject({ keys: 0, documents: 0, returned: COUNT });
  });

  test('groups by an indexed field from keys alone', async () => {
    const pipeline = [{ $match: {} }, { $group: { _id: '$owner', n: { $sum: 1 } } }];
    expect(await items.aggregate(pipeline).toArray()).toHaveLength(5);
    expect(await explained(items.aggregate(pipeline))).toMatchObject({ documents: 0, returned: 5 });
    const within = [{ $match: { owner: '经济' } }, { $group: { _id: '$position', n: { $sum: 1 } } }];
    expect(summarise(await items.aggregate(within).explain('executionStats')).stages).toContain(
      'DISTINCT_SCAN',
    );
  });

  test('plans each part of a $unionWith and a $facet on its own', async () => {
    const part = [{ $match: { owner: '经济' } }, { $sort: BY_POSITION }, { $limit: 2 }];
    const union = await items
      .aggregate([...part, { $unionWith: { coll: 'items', pipeline: part } }])
      .toArray();
    expect(union.map((each) => (each as Item)._id)).toEqual([0, 5, 0, 5]);
    const facets = await items
      .aggregate([
        { $match: { owner: '经济' } },
        { $facet: { n: [{ $count: 'n' }], first: [{ $sort: BY_POSITION }, { $limit: 1 }] } },
      ])
      .toArray();
    expect(facets).toMatchObject([{ n: [{ n: 2_000 }], first: [{ _id: 0 }] }]);
  });

  test('sorts in memory what no index orders, keeping no more than the limit', async () => {
    const page = items.find({ owner: '经济' }).sort({ note: 1, _id: 1 }).limit(3);
    expect((await page.clone().toArray()).map(({ _id }) => _id)).toEqual([0, 1_000, 2_000]);
    const { stages, documents } = await explained(page);
    expect(stages).toEqual(['SORT', 'FETCH', 'IXSCAN']);
    expect(documents).toBe(2_000);
  });

  test('reads the collection when no index fits, and says so', async () => {
    expect(await explained(items.find({ note: 'n1' }))).toMatchObject({
      stages: ['COLLSCAN'],
      keys: 0,
      documents: COUNT,
    });
  });

  test('uses a hinted index and refuses one that is not there', async () => {
    expect((await explained(items.find({ owner: '经济' }).hint('position_1__id_1'))).index).toBe(
      'position_1__id_1',
    );
    expect((await explained(items.find({ position: 3 }).hint({ $natural: 1 }))).stages).toEqual(['COLLSCAN']);
    expect(await errorOf(items.find({}).hint('nowhere').toArray())).toMatchObject({
      code: 2,
      codeName: 'BadValue',
    });
  });

  test('explains updates and deletes without doing them', async () => {
    const update = {
      update: 'items',
      updates: [{ q: { position: 3 }, u: { $set: { gone: true } }, multi: true }],
    };
    expect(
      summarise(await temporary.db.command({ explain: update, verbosity: 'executionStats' })),
    ).toMatchObject({ stages: ['UPDATE', 'FETCH', 'IXSCAN'], documents: 2 });
    const remove = { delete: 'items', deletes: [{ q: { note: 'n1' }, limit: 0 }] };
    expect(
      summarise(await temporary.db.command({ explain: remove, verbosity: 'executionStats' })).stages,
    ).toEqual(['DELETE', 'COLLSCAN']);
    expect(await items.countDocuments({ gone: true })).toBe(0);
  });

  test('reads nothing for a filter that nothing can match', async () => {
    expect(await explained(items.find({ position: { $in: [] } }))).toMatchObject({ keys: 0, documents: 0 });
  });
});
