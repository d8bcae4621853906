import { type Collection, type Db, type Document } from 'mongodb';
import { errorOf, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

interface ErrorCase {
  readonly of: string;
  readonly run: (items: Collection<Document>, db: Db) => Promise<unknown>;
  readonly code: number;
  readonly codeName?: string;
}

const update = (change: Document) => (items: Collection<Document>) => items.updateOne({ n: 1 }, change);
const filter = (by: Document) => (items: Collection<Document>) => items.find(by).toArray();
const pipeline =
  (...stages: Document[]) =>
  (items: Collection<Document>) =>
    items.aggregate(stages).toArray();
const command = (body: Document) => (_items: Collection<Document>, db: Db) => db.command(body);

const CASES: readonly ErrorCase[] = [
  { of: 'an unknown command', run: command({ nothing: 1 }), code: 59, codeName: 'CommandNotFound' },
  {
    of: 'a command that is not for it',
    run: command({ replSetGetStatus: 1 }),
    code: 115,
    codeName: 'CommandNotSupported',
  },
  {
    of: 'an unknown field',
    run: command({ find: 'items', bogus: 1 }),
    code: 40415,
    codeName: 'Location40415',
  },
  {
    of: 'a field of the wrong type',
    run: command({ find: 'items', filter: 3 }),
    code: 14,
    codeName: 'TypeMismatch',
  },
  { of: 'a negative skip', run: command({ find: 'items', skip: -1 }), code: 51024 },
  {
    of: 'a transaction',
    run: command({ insert: 'items', documents: [{}], txnNumber: 1, startTransaction: true }),
    code: 20,
    codeName: 'IllegalOperation',
  },
  { of: 'a bad collection name', run: command({ find: 'a$b' }), code: 73, codeName: 'InvalidNamespace' },
  {
    of: 'a write concern of replicas',
    run: command({ insert: 'items', documents: [{}], writeConcern: { w: 3 } }),
    code: 2,
    codeName: 'BadValue',
  },
  { of: 'an unknown operator', run: filter({ a: { $what: 1 } }), code: 2, codeName: 'BadValue' },
  { of: 'an unknown top level operator', run: filter({ $what: 1 }), code: 2 },
  { of: '$in without an array', run: filter({ a: { $in: 1 } }), code: 2 },
  { of: 'an empty $or', run: filter({ $or: [] }), code: 2 },
  { of: '$where', run: filter({ $where: 'true' }), code: 238, codeName: 'NotImplemented' },
  { of: '$text', run: filter({ $text: { $search: 'x' } }), code: 238 },
  { of: '$near', run: filter({ a: { $near: [0, 0] } }), code: 238 },
  {
    of: 'an index with a collation',
    run: (items) => items.createIndex({ o: 1 }, { collation: { locale: 'zh' } }),
    code: 238,
  },
  {
    of: 'a mixed projection',
    run: (items) => items.find({}, { projection: { a: 1, b: 0 } }).toArray(),
    code: 31254,
  },
  {
    of: 'a mixed projection the other way',
    run: (items) => items.find({}, { projection: { a: 0, b: 1 } }).toArray(),
    code: 31253,
  },
  {
    of: 'colliding projections',
    run: (items) => items.find({}, { projection: { 'a.b': 1, a: 1 } }).toArray(),
    code: 31250,
  },
  { of: 'a bad sort order', run: command({ find: 'items', sort: { a: 2 } }), code: 2 },
  { of: 'a bad hint', run: (items) => items.find({}).hint('none').toArray(), code: 2 },
  {
    of: 'an unknown cursor',
    run: command({ getMore: 1, collection: 'items' }),
    code: 43,
    codeName: 'CursorNotFound',
  },
  { of: 'an unknown stage', run: pipeline({ $what: 1 }), code: 40324 },
  { of: 'a stage with two names', run: pipeline({ $match: {}, $limit: 1 }), code: 40323 },
  { of: 'a limit of nothing', run: pipeline({ $limit: 0 }), code: 15958 },
  { of: 'a change stream', run: pipeline({ $changeStream: {} }), code: 40573 },
  { of: 'a search', run: pipeline({ $search: {} }), code: 31082, codeName: 'SearchNotEnabled' },
  { of: 'a search index', run: command({ dropSearchIndex: 'items', name: 'x' }), code: 31082 },
  { of: '$out before the end', run: pipeline({ $out: 'x' }, { $match: {} }), code: 40601 },
  { of: 'a pipeline that is none', run: command({ aggregate: 'items', pipeline: 1, cursor: {} }), code: 14 },
  {
    of: 'an aggregate without cursor',
    run: command({ aggregate: 'items', pipeline: [] }),
    code: 9,
    codeName: 'FailedToParse',
  },
  { of: 'a duplicate', run: (items) => items.insertOne({ _id: 1 as never }), code: 11000 },
  { of: 'an _id that is an array', run: (items) => items.insertOne({ _id: [1] as never }), code: 53 },
  {
    of: 'a document that is too large',
    run: (items) => items.insertOne({ text: 'x'.repeat(16 * 1024 * 1024) }),
    code: 10334,
  },
  { of: 'a key that is too long', run: (items) => items.insertOne({ key: 'x'.repeat(3_000) }), code: 17280 },
  { of: 'parallel arrays', run: (items) => items.insertOne({ p: [1], q: [1] }), code: 171 },
  {
    of: 'an empty batch',
    run: command({ insert: 'items', documents: [] }),
    code: 16,
    codeName: 'InvalidLength',
  },
  { of: 'a change of _id', run: update({ $set: { _id: 2 } }), code: 66 },
  {
    of: 'a replacement with another _id',
    run: (items) => items.replaceOne({ n: 1 }, { _id: 9 }),
    code: 66,
  },
  { of: 'an unknown modifier', run: update({ $what: { a: 1 } }), code: 9 },
  { of: 'conflicting paths', run: update({ $set: { 'a.b': 1, a: 1 } }), code: 40 },
  { of: 'a path through a scalar', run: update({ $set: { 'n.x': 1 } }), code: 28 },
  { of: 'an empty path', run: update({ $set: { 'a..b': 1 } }), code: 56 },
  { of: 'a dollar path', run: update({ $set: { $a: 1 } }), code: 52 },
  { of: '$inc of a text', run: update({ $inc: { text: 1 } }), code: 14 },
  { of: '$push to a scalar', run: update({ $push: { n: 1 } }), code: 2 },
  { of: 'an unmatched positional operator', run: update({ $set: { 'list.$': 1 } }), code: 2 },
  {
    of: 'an array filter that is not used',
    run: (items) => items.updateOne({ n: 1 }, { $set: { a: 1 } }, { arrayFilters: [{ x: 1 }] }),
    code: 9,
  },
  { of: 'a stage that is no update', run: (items) => items.updateOne({ n: 1 }, [{ $match: {} }]), code: 72 },
  {
    of: 'an upsert with two values',
    run: (items) => items.updateOne({ $and: [{ z: 1 }, { z: 2 }] }, { $set: { a: 1 } }, { upsert: true }),
    code: 54,
  },
  {
    of: 'indexes of nowhere',
    run: (_items, db) => db.collection('nowhere').indexes(),
    code: 26,
    codeName: 'NamespaceNotFound',
  },
  {
    of: 'dropping an index that is not there',
    run: (items) => items.dropIndex('none'),
    code: 27,
    codeName: 'IndexNotFound',
  },
  { of: 'dropping the _id index', run: (items) => items.dropIndex('_id_'), code: 72 },
  {
    of: 'an index without keys',
    run: command({ createIndexes: 'items', indexes: [{ key: {}, name: 'x' }] }),
    code: 67,
  },
  {
    of: 'an unknown index option',
    run: command({ createIndexes: 'items', indexes: [{ key: { a: 1 }, name: 'x', what: 1 }] }),
    code: 197,
  },
  { of: 'a text index', run: (items) => items.createIndex({ a: 'text' }), code: 238 },
  { of: 'expiry', run: (items) => items.createIndex({ a: 1 }, { expireAfterSeconds: 1 }), code: 238 },
  {
    of: 'the name of another index',
    run: (items) => items.createIndex({ other: 1 }, { name: 'key_1' }),
    code: 86,
  },
  { of: 'another name for an index', run: (items) => items.createIndex({ key: 1 }, { name: 'x' }), code: 85 },
  {
    of: 'a capped collection',
    run: (_items, db) => db.createCollection('c', { capped: true, size: 100 }),
    code: 238,
  },
  {
    of: 'renaming what is not there',
    run: (_items, db) => db.collection('nowhere').rename('there'),
    code: 26,
  },
  { of: 'explaining what cannot be', run: command({ explain: { ping: 1 } }), code: 115 },
];

describe('errors', () => {
  let temporary: TemporaryStore;
  let items: Collection<Document>;

  beforeAll(async () => {
    temporary = await temporaryStore();
    items = temporary.db.collection<Document>('items');
    await items.insertOne({ _id: 1 as never, n: 1, text: 'x', list: [1, 2] });
    await items.createIndexes([{ key: { key: 1 } }, { key: { p: 1, q: 1 } }]);
  });
  afterAll(() => temporary.close());

  test.each(CASES)('are MongoDB’s: $of', async ({ run, code, codeName }) => {
    expect(await errorOf(run(items, temporary.db))).toMatchObject({
      code,
      ...(codeName ? { codeName } : {}),
    });
  });

  test('leave nothing behind', async () => {
    expect(await items.find().toArray()).toEqual([{ _id: 1, n: 1, text: 'x', list: [1, 2] }]);
    expect(await items.find({ key: null }).sort({ key: 1 }).toArray()).toHaveLength(1);
    expect(await items.indexes()).toHaveLength(3);
  });

  test('of a unique index name the key and leave no entry in any index', async () => {
    const people = temporary.db.collection('people');
    await people.createIndexes([{ key: { group: 1 } }, { key: { name: 1, year: -1 }, unique: true }]);
    await people.insertOne({ name: '甲', year: 2023, group: 1 });
    const error = await errorOf(people.insertOne({ name: '甲', year: 2023, group: 2 }));
    expect(error).toMatchObject({
      code: 11000,
      keyPattern: { name: 1, year: -1 },
      keyValue: { name: '甲', year: 2023 },
    });
    expect(error.message).toContain(
      'E11000 duplicate key error collection: test.people index: name_1_year_-1 dup key',
    );
    expect(await people.countDocuments({ group: 2 })).toBe(0);
    await people.insertOne({ name: '甲', year: 2022, group: 2 });
    expect(await errorOf(people.updateOne({ year: 2022 }, { $set: { year: 2023 } }))).toMatchObject({
      code: 11000,
    });
    expect(await people.countDocuments({ year: 2022 })).toBe(1);
  });
});
