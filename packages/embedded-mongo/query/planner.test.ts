import { Decimal128, Double, Long, type Collection, type Document, type ObjectId } from 'mongodb';
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

describe('an index whose keys have all that is asked', () => {
  const FACTS = {
    kind: 1, chapter: 1, item: 1, status: 1, 'quantity.unit': 1, comparison: 1, hasBaseline: 1, year: 1, 'quantity.value': 1,
  } as const; // prettier-ignore
  const BY_KIND = 'facts';
  const BY_SCOPE = 'scoped';
  const TARGETS = 1_200;
  let temporary: TemporaryStore;
  let targets: Collection<Document>;
  let plain: Collection<Document>;

  beforeAll(async () => {
    temporary = await temporaryStore();
    [targets, plain] = [temporary.db.collection('targets'), temporary.db.collection('plain')];
    await targets.createIndexes([
      { key: FACTS, name: BY_KIND },
      { key: { 'coverage.scope': 1, ...FACTS }, name: BY_SCOPE },
      { key: { position: 1 } },
    ]);
    const documents = Array.from({ length: TARGETS }, (_, i) => ({
      _id: i as unknown as ObjectId,
      kind: `k${i % 4}`,
      chapter: (i * 7) % 12,
      item: `i${i % 50}`,
      status: ['待报', '进行', '完成'][i % 3],
      quantity: i % 10 === 0 ? null : { unit: `u${i % 6}`, value: (i * 13) % 500 },
      ...(i % 5 === 0 ? {} : { comparison: i % 5 === 1 ? null : '至少' }),
      hasBaseline: i % 2 === 0,
      year: 2024 + (i % 3),
      position: i,
      coverage: [{ scope: `s${i % 7}` }, { scope: `s${(i + 3) % 7}` }],
      title: `第${i}项`,
    }));
    for (const collection of [targets, plain]) await collection.insertMany(documents);
  });
  afterAll(() => temporary.close());

  async function explainCount(query: Document): Promise<Document> {
    return temporary.db.command({ explain: { count: 'targets', query }, verbosity: 'executionStats' });
  }

  const FILTERS: readonly (readonly [string, Document, string])[] = [
    ['a first field', { kind: 'k1' }, BY_KIND],
    ['a field after a free one', { chapter: 3 }, BY_KIND],
    ['the last field only', { 'quantity.value': { $gte: 100, $lt: 200 } }, BY_KIND],
    ['an equality after a range', { kind: { $gt: 'k1' }, status: '完成', hasBaseline: true }, BY_KIND],
    ['lists and ranges', { kind: { $in: ['k0', 'k3'] }, year: { $in: [2024, 2026] }, 'quantity.value': { $lt: 50 } }, BY_KIND],
    ['what is not null', { comparison: { $ne: null }, hasBaseline: false }, BY_KIND],
    ['what is null or missing', { kind: 'k2', comparison: null }, BY_KIND],
    ['null beside values', { comparison: { $in: [null, '至多'] }, year: 2025 }, BY_KIND],
    ['what is not in a list', { status: { $nin: ['待报', '完成'] } }, BY_KIND],
    ['what is not in a range', { chapter: { $not: { $gt: 2 } } }, BY_KIND],
    ['alternatives', { $or: [{ kind: 'k1', year: 2024 }, { status: '进行', hasBaseline: true }] }, BY_KIND],
    ['one of several values', { 'coverage.scope': 's2', status: '完成', comparison: { $ne: null } }, BY_SCOPE],
    ['some of several values', { 'coverage.scope': { $in: ['s2', 's5'] }, year: 2025 }, BY_SCOPE],
    ['a range of several values', { 'coverage.scope': { $gte: 's2' }, chapter: { $lte: 4 } }, BY_SCOPE],
  ]; // prettier-ignore

  test.each(FILTERS)('counts %s without a document', async (_name, filter, index) => {
    const expected = (await plain.find(filter).toArray()).length;
    expect(expected).toBeGreaterThan(0);
    expect(await targets.countDocuments(filter)).toBe(expected);
    const command = summarise(await explainCount(filter));
    expect(command).toMatchObject({ index, documents: 0, returned: expected });
    expect(command.stages[0]).toMatch(/^COUNT/);
    expect(command.stages).toContain('IXSCAN');
    expect(command.stages).not.toContain('FETCH');
    const pipeline = [{ $match: filter }, { $count: 'n' }];
    expect(await explained(targets.aggregate(pipeline))).toMatchObject({ index, documents: 0 });
  });

  test.each(FILTERS)('groups %s without a document', async (_name, filter) => {
    for (const field of ['status', 'quantity.unit', 'comparison', 'year']) {
      const pipeline = [
        { $match: filter },
        { $group: { _id: `$${field}`, n: { $sum: 1 } } },
        { $project: { _id: 0, value: '$_id', n: 1 } },
        { $sort: { value: 1 } },
      ];
      expect(await targets.aggregate(pipeline).toArray()).toEqual(await plain.aggregate(pipeline).toArray());
      const { stages, documents } = await explained(targets.aggregate(pipeline.slice(0, 2)));
      expect(documents).toBe(0);
      expect(['GROUP', 'DISTINCT_SCAN']).toContain(stages[0]);
      expect(stages).toContain('IXSCAN');
    }
  });

  test.each(FILTERS)('groups %s by several fields without a document', async (_name, filter) => {
    const fields = ['status', 'quantity.unit', 'comparison', 'chapter'];
    const by = Object.fromEntries(fields.map((field, i) => [`f${i}`, { $ifNull: [`$${field}`, null] }]));
    const group = { $group: { _id: by, n: { $sum: 1 } } };
    const pipeline = [{ $match: filter }, group, { $sort: { _id: 1 } }];
    const groups = await targets.aggregate(pipeline).toArray();
    expect(groups.length).toBeGreaterThan(1);
    expect(groups).toEqual(await plain.aggregate(pipeline).toArray());
    const { stages, documents } = await explained(targets.aggregate(pipeline.slice(0, 2)));
    expect(documents).toBe(0);
    expect(stages[0]).toBe('GROUP');
  });

  test('tells a missing field from null where groups do', async () => {
    await targets.insertMany([{ kind: 'k9' }, { kind: 'k9', comparison: null }]);
    const group = { $group: { _id: { kind: '$kind', comparison: '$comparison' }, n: { $sum: 1 } } };
    const pipeline = [{ $match: { kind: 'k9' } }, group];
    expect(await targets.aggregate(pipeline).toArray()).toEqual([
      { _id: { kind: 'k9' }, n: 1 },
      { _id: { kind: 'k9', comparison: null }, n: 1 },
    ]);
    await targets.deleteMany({ kind: 'k9' });
  });

  test('gives a group once, however many ranges its keys are in', async () => {
    const within = { kind: 'k1', chapter: { $in: [3, 7, 11] } };
    const pipeline = [{ $match: within }, { $group: { _id: '$kind', n: { $sum: 1 } } }];
    const n = await plain.countDocuments(within);
    expect(await targets.aggregate(pipeline).toArray()).toEqual([{ _id: 'k1', n }]);
  });

  test('shows the bounds of every field', async () => {
    const { queryPlanner } = await explainCount({ chapter: { $gte: 3 }, comparison: { $ne: null } });
    expect((queryPlanner as Document).winningPlan).toMatchObject({
      stage: 'COUNT',
      inputStage: {
        stage: 'IXSCAN',
        indexBounds: {
          kind: ['[MinKey, MaxKey]'],
          chapter: ['[3, inf.0]'],
          comparison: ['[MinKey, null)', '(null, MaxKey]'],
        },
      },
    });
  });

  test('passes over the keys between what can match', async () => {
    const { keys, returned } = summarise(await explainCount({ chapter: 3, item: 'i9' }));
    expect(returned).toBe(await plain.countDocuments({ chapter: 3, item: 'i9' }));
    expect(keys).toBeLessThan(TARGETS / 2);
  });

  test('looks at a document where a key cannot tell', async () => {
    for (const filter of [
      { comparison: { $exists: true } },
      { kind: 'k1', comparison: { $exists: false } },
      { status: /成$/ },
      { 'coverage.scope': { $ne: 's2' }, kind: 'k1' },
      { 'coverage.scope': { $gt: 's1', $lt: 's3' }, kind: 'k1' },
      { kind: 'k1', title: '第1项' },
    ]) {
      expect(await targets.countDocuments(filter)).toBe(await plain.countDocuments(filter));
      expect(summarise(await explainCount(filter)).documents).toBeGreaterThan(0);
    }
  });

  test('looks at few documents rather than at all keys', async () => {
    await targets.insertMany(Array.from({ length: 2_000 }, () => ({ kind: 'k9' })));
    const filter = { position: { $lt: 3 }, kind: 'k1' };
    expect(summarise(await explainCount(filter))).toMatchObject({ index: 'position_1', documents: 3 });
    await targets.deleteMany({ kind: 'k9' });
  });

  test('leaves documents out by their keys in a find', async () => {
    const filter = { kind: 'k1', status: '完成', comparison: { $ne: null }, title: { $ne: '第5项' } };
    const found = await targets.find(filter).toArray();
    expect(found).toHaveLength(await plain.countDocuments(filter));
    const { index, documents } = await explained(targets.find(filter));
    expect(index).toBe(BY_KIND);
    expect(documents).toBeLessThanOrEqual(found.length + 1);
  });

  test('tells the types of groups that a key does not', async () => {
    const numbers = temporary.db.collection<Document>('numbers');
    await numbers.createIndex({ even: 1, n: 1 });
    const big = Long.fromString('9007199254740993');
    await numbers.insertMany([
      { even: 1, n: 5 }, { even: 1, n: new Double(5) }, { even: 1, n: big }, { even: 1, n: big }, { even: 1, n: NaN },
      { even: 1, n: -2.5 }, { even: 1, n: null }, { even: 1 }, { even: 0, n: new Date(5) },
    ]); // prettier-ignore
    const groups = (match: Document): Promise<Document[]> =>
      numbers
        .aggregate([{ $match: match }, { $group: { _id: '$n', count: { $sum: 1 } } }, { $sort: { _id: 1 } }])
        .toArray();
    const expected = [
      { _id: null, count: 2 }, { _id: NaN, count: 1 }, { _id: -2.5, count: 1 }, { _id: 5, count: 2 }, { _id: big, count: 2 },
    ]; // prettier-ignore
    expect(await groups({ even: 1 })).toEqual(expected);
    expect(await groups({ even: { $gt: 0 } })).toEqual(expected);
    await numbers.insertOne({ even: 2, n: Decimal128.fromString('1.5') });
    expect(await groups({ even: 2 })).toEqual([{ _id: Decimal128.fromString('1.5'), count: 1 }]);
    expect(await groups({ even: { $gt: 1 } })).toEqual([{ _id: Decimal128.fromString('1.5'), count: 1 }]);
  });
});
