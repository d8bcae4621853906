import { type Collection, type Document } from 'mongodb';
import { errorOf, explained, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

interface Item extends Document {
  _id: number;
}

const PINYIN = { locale: 'zh' };
const ANY_CASE = { locale: 'en_US', strength: 2 };

describe('collations', () => {
  let temporary: TemporaryStore;
  let items: Collection<Item>;

  beforeAll(async () => {
    temporary = await temporaryStore();
    items = temporary.db.collection<Item>('items');
    await items.createIndex({ name: 1 });
  });
  beforeEach(async () => {
    await items.deleteMany({});
    await items.insertMany([
      { _id: 1, name: '区财政局', tags: ['Green', 'blue'], at: { unit: 'Km' } },
      { _id: 2, name: '区档案局', tags: ['RED'], at: { unit: 'km' } },
      { _id: 3, name: '曹家渡街道', tags: ['red', 'green'], at: { unit: 'm' } },
      { _id: 4, name: 'Office', tags: [], at: {} },
      { _id: 5, name: 'office', tags: ['Blue'], at: {} },
    ]);
  });
  afterAll(() => temporary.close());

  const idsOf = async (rows: Promise<Item[]>): Promise<number[]> => (await rows).map(({ _id }) => _id);

  test('sort in the order of the language', async () => {
    const chinese = items.find({ _id: { $lt: 4 } }, { sort: { name: 1 }, collation: PINYIN });
    expect(await idsOf(chinese.toArray())).toEqual([3, 1, 2]);
    const pages = [{ $match: { _id: { $lt: 4 } } }, { $sort: { name: -1 } }, { $limit: 2 }];
    expect(await idsOf(items.aggregate<Item>(pages, { collation: PINYIN }).toArray())).toEqual([2, 1]);
  });

  test.each([
    ['a text', { name: 'OFFICE' }, [4, 5]],
    ['one of a list', { name: { $in: ['OFFICE', 'x'] } }, [4, 5]],
    ['none of a list', { name: { $nin: ['OFFICE', '区财政局'] } }, [2, 3]],
    ['another text', { name: { $ne: 'oFFice' } }, [1, 2, 3]],
    ['a range', { name: { $gt: 'OFFICd', $lte: 'OFFICE' } }, [4, 5]],
    ['an element', { tags: 'red' }, [2, 3]],
    ['all elements', { tags: { $all: ['GREEN', 'BLUE'] } }, [1]],
    ['a list as a whole', { tags: ['blue'] }, [5]],
    ['a document as a whole', { at: { unit: 'KM' } }, [1, 2]],
    ['names as they are written', { 'at.UNIT': 'km' }, []],
  ])('match %s', async (_what, filter, ids) => {
    expect(await idsOf(items.find(filter, { collation: ANY_CASE, sort: { _id: 1 } }).toArray())).toEqual(ids);
    expect(await items.countDocuments(filter, { collation: ANY_CASE })).toBe(ids.length);
  });

  test('tell apart what their strength tells apart', async () => {
    await items.insertOne({ _id: 6, name: 'Öffice' });
    const count = (strength: number): Promise<number> =>
      items.countDocuments({ name: 'office' }, { collation: { locale: 'en', strength } });
    expect(await Promise.all([1, 2, 3].map(count))).toEqual([3, 2, 1]);
  });

  test('count in numbers’ order when asked', async () => {
    const lines = temporary.db.collection<Item>('lines');
    await lines.insertMany(['10 号线', '2 号线'].map((name, _id) => ({ _id, name })));
    const collation = { locale: 'zh', numericOrdering: true };
    expect(await idsOf(lines.find({}, { sort: { name: 1 }, collation }).toArray())).toEqual([1, 0]);
  });

  test('keep the first of equal values in distinct', async () => {
    expect(await items.distinct('name', { _id: { $gt: 3 } }, { collation: ANY_CASE })).toEqual(['Office']);
    expect(await items.distinct('tags', {}, { collation: ANY_CASE })).toEqual(['blue', 'Green', 'RED']);
  });

  test('read no keys, which are in no language’s order', async () => {
    const cursor = items.find({ name: 'OFFICE' }, { collation: ANY_CASE });
    expect(await explained(cursor)).toMatchObject({ stages: ['COLLSCAN'], returned: 2 });
  });

  test('hold for what is written', async () => {
    const collation = ANY_CASE;
    const set = { $set: { n: 1 } };
    expect(await items.updateMany({ name: 'OFFICE' }, set, { collation })).toMatchObject({
      modifiedCount: 2,
    });
    const element = { $set: { 'tags.$': 'amber' } };
    await items.updateOne({ _id: 1, tags: 'BLUE' }, element, { collation });
    expect(await items.findOne({ _id: 1 })).toMatchObject({ tags: ['Green', 'amber'] });
    const filtered = { collation, arrayFilters: [{ tag: 'GREEN' }] };
    await items.updateOne({ _id: 3 }, { $set: { 'tags.$[tag]': 'lime' } }, filtered);
    expect(await items.findOne({ _id: 3 })).toMatchObject({ tags: ['red', 'lime'] });
    expect(await items.findOneAndDelete({ name: 'oFFICE' }, { collation, sort: { _id: -1 } })).toMatchObject({
      _id: 5,
    });
    const bulk = await items.bulkWrite([{ deleteMany: { filter: { name: 'oFFICE' }, collation } }]);
    expect(bulk).toMatchObject({ deletedCount: 1 });
  });

  test.each<[string, Document, number]>([
    ['expressions', { find: 'items', filter: { $expr: { $eq: ['$name', 'x'] } }, collation: PINYIN }, 238],
    [
      'groups',
      { aggregate: 'items', pipeline: [{ $group: { _id: '$name' } }], cursor: {}, collation: PINYIN },
      238,
    ],
    ['a strength beyond the third', { find: 'items', collation: { locale: 'zh', strength: 4 } }, 238],
    ['another alternate', { find: 'items', collation: { locale: 'zh', alternate: 'shifted' } }, 238],
    ['a collection of its own', { create: 'names', collation: PINYIN }, 238],
    ['no language', { find: 'items', collation: { strength: 1 } }, 40414],
    ['no such language', { find: 'items', collation: { locale: 'not a language' } }, 2],
    ['a text', { find: 'items', collation: 'zh' }, 14],
  ])('are refused for %s', async (_what, command, code) => {
    expect(await errorOf(temporary.db.command(command))).toMatchObject({ code });
  });

  test('are refused for updates that compare', async () => {
    const pull = { q: {}, u: { $pull: { tags: 'RED' } }, collation: ANY_CASE };
    expect(await errorOf(temporary.db.command({ update: 'items', updates: [pull] }))).toMatchObject({
      code: 238,
    });
  });
});
