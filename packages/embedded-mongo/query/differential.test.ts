import { BSON, Double, Long, type Collection, type Document } from 'mongodb';
import { explained, seededRandom, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

// Hundreds of queries, each asked in several ways.
jest.setTimeout(120_000);

const { EJSON } = BSON;
const SEED = 20230227;
const DOCUMENTS = 200;
const QUERIES = 300;

const random = seededRandom(SEED);
const below = (n: number): number => Math.floor(random() * n);
const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
const some = <T>(make: () => T, most: number): T[] => Array.from({ length: 1 + below(most) }, make);

const scalar = (): unknown =>
  pick([
    () => below(8),
    () => below(8) / 2,
    () => `s${below(5)}`,
    () => null,
    () => random() < 0.5,
    () => Long.fromNumber(below(8)),
    () => new Date(below(5)),
    () => NaN,
    () => ({ x: below(3) }),
  ])();

function randomDocument(_id: number): Document {
  const document: Document = { _id, p: below(30), d: pick(['甲', '乙', '丙']) };
  if (random() < 0.85) document.a = scalar();
  if (random() < 0.85) document.t = random() < 0.2 ? pick([[], 't1', null]) : some(() => `t${below(6)}`, 3);
  if (random() < 0.7)
    document.o =
      random() < 0.5 ? { b: below(4), c: below(4) } : some(() => ({ b: below(4), c: below(4) }), 3);
  if (random() < 0.3) document.m = some(scalar, 3);
  return document;
}

const condition = (value: () => unknown): unknown =>
  pick<() => unknown>([
    () => value(),
    () => ({ [pick(['$gt', '$gte', '$lt', '$lte', '$eq', '$ne'])]: value() }),
    () => ({ $gt: value(), $lte: value() }),
    () => ({ $in: some(value, 3) }),
    () => ({ $nin: some(value, 2) }),
    () => ({ $exists: random() < 0.5 }),
    () => ({ $not: { $gt: value() } }),
  ])();

const FIELDS: Readonly<Record<string, () => unknown>> = {
  _id: () => below(DOCUMENTS),
  a: scalar,
  p: () => below(30),
  d: () => pick(['甲', '乙', '丁']),
  t: () => `t${below(6)}`,
  m: scalar,
  'o.b': () => below(4),
  'o.c': () => below(4),
};

function simpleFilter(): Document {
  return Object.fromEntries(
    some(() => pick(Object.entries(FIELDS)), 3).map(([field, value]) => [field, condition(value)]),
  );
}

function keyset(): Document {
  const [p, id] = [below(30), below(DOCUMENTS)];
  const after = pick(['$gt', '$lt']);
  return { $or: [{ p: { [after]: p } }, { p, _id: { [after]: id } }] };
}

function randomFilter(): Document {
  return pick<() => Document>([
    simpleFilter,
    simpleFilter,
    () => ({ $or: some(simpleFilter, 3) }),
    () => ({ ...simpleFilter(), ...keyset() }),
    () => ({ $and: [simpleFilter(), keyset()] }),
    () => ({ $and: [keyset(), { $or: some(simpleFilter, 2) }] }),
    () => ({ o: { $elemMatch: { b: below(4), c: below(4) } } }),
    () => ({ t: { $all: some(() => `t${below(6)}`, 2) } }),
    () => ({ d: { $regex: pick(['^甲', '^s', '乙']) } }),
    () => ({}),
  ])();
}

const SORTS: readonly Document[] = [
  {},
  { p: 1, _id: 1 },
  { p: -1, _id: -1 },
  { d: 1, p: 1, _id: 1 },
  { a: 1, _id: 1 },
  { a: -1, _id: -1 },
  { t: 1, _id: 1 },
  { t: -1, _id: 1 },
  { 'o.b': -1, _id: 1 },
  { _id: -1 },
];

const INDEXES: readonly Document[] = [
  { p: 1, _id: 1 },
  { d: 1, p: 1, _id: 1 },
  { a: 1, _id: 1 },
  { a: -1, p: 1 },
  { t: 1, p: 1, _id: 1 },
  { 'o.b': 1, 'o.c': 1 },
  { m: -1, _id: 1 },
  { d: -1, a: 1, _id: -1 },
];

describe('queries with and without indexes', () => {
  let temporary: TemporaryStore;
  let plain: Collection<Document>;
  let indexed: Collection<Document>;

  beforeAll(async () => {
    temporary = await temporaryStore();
    [plain, indexed] = [temporary.db.collection('plain'), temporary.db.collection('indexed')];
    const documents = Array.from({ length: DOCUMENTS }, (_, i) => randomDocument(i));
    await plain.insertMany(documents);
    await indexed.createIndexes(INDEXES.slice(0, 4).map((key) => ({ key: key })));
    await indexed.insertMany(documents);
    await indexed.createIndexes(INDEXES.slice(4).map((key) => ({ key: key })));
    for (const change of [{ $inc: { p: 1 } }, { $push: { t: 't9' } }, { $unset: { a: 1 } }]) {
      const filter = { _id: { $mod: [7, below(7)] }, t: { $type: 'array' } } as Document;
      for (const collection of [plain, indexed]) await collection.updateMany(filter, change as Document);
    }
    for (const collection of [plain, indexed])
      await collection.deleteMany({ _id: { $mod: [11, 3] } } as Document);
  });
  afterAll(() => temporary.close());

  test(`give the same answers to ${QUERIES} random finds, counts and pages`, async () => {
    const differences: unknown[] = [];
    for (let i = 0; i < QUERIES; i++) {
      const [filter, sort, limit, skip] = [randomFilter(), pick(SORTS), pick([0, 0, 5, 20]), pick([0, 0, 3])];
      const ask = (collection: Collection<Document>): Promise<Document[]> => {
        const isOrdered = Object.keys(sort).length > 0;
        return collection
          .find(filter)
          .sort(isOrdered ? sort : { _id: 1 })
          .skip(skip)
          .limit(limit)
          .toArray();
      };
      const [expected, actual] = [await ask(plain), await ask(indexed)];
      if (JSON.stringify(expected) !== JSON.stringify(actual))
        differences.push({
          filter,
          sort,
          limit,
          skip,
          expected: expected.map(({ _id }) => _id as unknown),
          actual: actual.map(({ _id }) => _id as unknown),
        });
      if (i % 2 === 0) {
        const [n, m] = [await plain.countDocuments(filter), await indexed.countDocuments(filter)];
        if (n !== m) differences.push({ count: filter, n, m });
      }
    }
    expect(differences.slice(0, 3)).toEqual([]);
  });

  test('give the same distinct values and group counts', async () => {
    for (const field of ['d', 't', 'a', 'o.b', 'p', 'm']) {
      for (const filter of [{}, { d: '甲' }, { d: '甲', p: { $gt: 10 } }]) {
        expect(await indexed.distinct(field, filter)).toEqual(await plain.distinct(field, filter));
        const pipeline = [{ $match: filter }, { $group: { _id: `$${field}`, n: { $sum: 1 } } }];
        const sorted = async (collection: Collection<Document>): Promise<string[]> =>
          (await collection.aggregate(pipeline).toArray()).map((each) => JSON.stringify(each)).sort();
        expect(await sorted(indexed)).toEqual(await sorted(plain));
      }
    }
  });
});

const FACTS = 120;
const FACT_QUERIES = 100;

/** Equal numbers of different types, nulls and missing fields, and one field with several values. */
function randomFact(_id: number): Document {
  const number = (): unknown =>
    pick([(n: number) => n, (n: number) => new Double(n), (n: number) => Long.fromNumber(n)])(below(5));
  const document: Document = { _id, k: pick(['a', 'b', 'c', null]), n: pick([number, number, () => 2.5])() };
  if (random() < 0.7) document.c = pick([null, 'x', 'y', true, 3]);
  if (random() < 0.8) document.q = pick([null, { u: 'm' }, { u: pick(['m', 'n']), v: number() }, { v: NaN }]);
  if (random() < 0.9) document.s = some(() => ({ p: `s${below(4)}` }), 4);
  return document;
}

const FACT_FIELDS: Readonly<Record<string, () => unknown>> = {
  k: () => pick(['a', 'b', 'c', null]),
  n: () => below(5) / pick([1, 1, 2]),
  c: () => pick([null, 'x', 'y', true, 3]),
  'q.u': () => pick(['m', 'n', null]),
  'q.v': () => pick([below(5), NaN, null]),
  's.p': () => `s${below(4)}`,
};

const FACT_GROUPS = ['k', 'n', 'c', 'q.u', 'q.v'] as const;

const FACT_INDEXES: readonly (readonly [Document, Document?])[] = [
  [{ k: 1, c: 1, 'q.u': 1, n: -1, 'q.v': 1 }],
  [{ 's.p': 1, k: -1, c: 1, 'q.u': 1, n: 1, 'q.v': 1 }],
  [{ c: 1, k: 1 }, { sparse: true }],
  [{ n: 1, 'q.v': -1 }, { partialFilterExpression: { k: 'a' } }],
];

describe('counts from keys and from documents', () => {
  let temporary: TemporaryStore;
  let plain: Collection<Document>;
  let indexed: Collection<Document>;

  beforeAll(async () => {
    temporary = await temporaryStore();
    [plain, indexed] = [temporary.db.collection('plain'), temporary.db.collection('indexed')];
    for (const [key, options] of FACT_INDEXES) await indexed.createIndex(key, options);
    const documents = Array.from({ length: FACTS }, (_, i) => randomFact(i));
    for (const collection of [plain, indexed]) {
      await collection.insertMany(documents);
      await collection.updateMany({ n: 2.5 }, { $set: { k: 'b' }, $unset: { c: 1 } });
      await collection.deleteMany({ _id: { $mod: [13, 2] } } as Document);
    }
  });
  afterAll(() => temporary.close());

  function factFilter(): Document {
    const conditions = some(() => pick(Object.entries(FACT_FIELDS)), 4).map(([field, value]) => {
      const given = random() < 0.2 ? { $ne: null } : condition(value);
      return { [field]: given };
    });
    return random() < 0.3 ? { $and: conditions } : Object.assign({}, ...conditions);
  }

  test(`are the same for ${FACT_QUERIES} random filters`, async () => {
    const differences: unknown[] = [];
    let covered = 0;
    for (let i = 0; i < FACT_QUERIES; i++) {
      const filter = random() < 0.8 ? factFilter() : { $or: some(factFilter, 2) };
      const [field, other] = [pick(FACT_GROUPS), pick(FACT_GROUPS)];
      const orNull = (each: string): Document => ({ $ifNull: [`$${each}`, null] });
      const groupBy = (by: unknown): Document[] => [
        { $match: filter },
        { $group: { _id: by, count: { $sum: 1 } } },
        { $sort: { count: 1, _id: 1 } },
      ];
      const [group, groupOfTwo] = [groupBy(`$${field}`), groupBy({ a: orNull(field), b: orNull(other) })];
      const ask = async (collection: Collection<Document>): Promise<unknown> => ({
        found: (await collection.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id as unknown),
        counted: await collection.countDocuments(filter),
        counts: await temporary.db.command({ count: collection.collectionName, query: filter }),
        groups: (await collection.aggregate(group).toArray()).map((each) => EJSON.stringify(each)),
        ofTwo: (await collection.aggregate(groupOfTwo).toArray()).map((each) => EJSON.stringify(each)),
      });
      const [expected, actual] = [await ask(plain), await ask(indexed)];
      if (JSON.stringify(expected) !== JSON.stringify(actual))
        differences.push({ filter: EJSON.stringify(filter), field, other, expected, actual });
      if ((await explained(indexed.aggregate([{ $match: filter }, { $count: 'n' }]))).documents === 0)
        covered++;
    }
    expect(differences.slice(0, 3)).toEqual([]);
    expect(covered).toBeGreaterThan(FACT_QUERIES / 3);
  });
});
