import { connect } from 'node:net';
import { BSON, type Collection, type Document, type Filter } from 'mongodb';
import { errorOf, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

interface Item extends Document {
  _id: number | string;
}

let temporary: TemporaryStore;
let items: Collection<Item>;
beforeAll(async () => {
  temporary = await temporaryStore();
  items = temporary.db.collection<Item>('items');
  await items.createIndexes([{ key: { name: 1 } }, { key: { rank: 1, name: -1 } }]);
  await items.insertMany([
    { _id: 1, name: 'n', rank: 1, tags: ['n'] },
    { _id: 2, name: 'x'.repeat(1_900), rank: 1 },
    { _id: 3, name: 'z', rank: 1 },
  ]);
});
afterAll(async () => {
  // Whatever was asked, the process goes on.
  expect(await temporary.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  await temporary.close();
});

/** A key holds 1,972 bytes, of which three are not the text's; an entry has six more. */
const lengths = [1_960, 1_966, 1_972, 1_978, 2_000, 100_000];
const filtersBy: [string, (text: string) => Filter<Item>][] = [
  ['equal', (name) => ({ name })],
  ['among', (name) => ({ name: { $in: [name, 'n'] } })],
  ['above', (name) => ({ name: { $gt: name } })],
  ['from', (name) => ({ name: { $gte: name } })],
  ['below', (name) => ({ name: { $lt: name } })],
  ['unequal', (name) => ({ name: { $ne: name } })],
  ['between, descending', (name) => ({ rank: 1, name: { $gt: 'a', $lte: name } })],
  ['a page after', (name) => ({ $or: [{ name: { $gt: name } }, { name, _id: { $gt: 1 } }] })],
  ['beginning with', (name) => ({ name: new RegExp(`^${name.slice(0, 2_000)}`) })],
];

describe.each(lengths)('a text of %i characters, about the longest key or beyond', (length) => {
  const text = 'x'.repeat(length);

  test.each(filtersBy)('finds by an index what it finds without: %s', async (_how, filterBy) => {
    const ids = async (hint: Document) =>
      (await items.find(filterBy(text)).hint(hint).sort({ _id: 1 }).toArray()).map(({ _id }) => _id);

    expect(await ids({ rank: 1, name: -1 })).toEqual(await ids({ $natural: 1 }));
    expect(await ids({ name: 1 })).toEqual(await ids({ $natural: 1 }));
  });

  test('is no id, no value, and nothing to delete', async () => {
    expect(await items.findOne({ _id: text })).toBeNull();
    expect(await items.distinct('name', { name: text })).toEqual([]);
    expect(await items.aggregate([{ $match: { name: text } }, { $count: 'n' }]).toArray()).toEqual([]);
    expect(await items.deleteMany({ name: text })).toMatchObject({ deletedCount: 0 });
    expect(await items.findOneAndUpdate({ _id: text }, { $set: { rank: 2 } })).toBeNull();
  });
});

const long = '长'.repeat(1_000);
const refused: [string, number, () => Promise<unknown>][] = [
  ['an indexed value beyond a key', 17280, () => items.insertOne({ _id: 9, name: long })],
  ['an id beyond a key', 17280, () => items.insertOne({ _id: long })],
  ['an update to a value beyond a key', 17280, () => items.updateOne({ _id: 1 }, { $set: { name: long } })],
  ['an upsert of an id beyond a key', 17280, () => items.updateOne({ _id: long }, { $set: { rank: 1 } }, { upsert: true })],
  ['an index over values beyond a key', 17280, async () => {
    await temporary.db.collection('long').insertOne({ name: long });
    await temporary.db.collection('long').createIndex({ name: 1 });
  }],
  ['a document of 16.5 MB', 10334, () => items.insertOne({ _id: 9, text: 'x'.repeat(16.5 * 1024 * 1024) })],
  ['an update to 18 MB', 10334, async () => {
    await items.insertOne({ _id: 'large', text: 'x'.repeat(9_000_000) });
    await items.updateOne({ _id: 'large' }, [{ $set: { twice: { $concat: ['$text', '$text'] } } }]);
  }],
  ['a range of two thousand million', 146, () =>
    items.aggregate([{ $project: { many: { $range: [0, 2 ** 31 - 1] } } }]).toArray()],
  ['an array of two thousand million', 155, () => items.updateOne({ _id: 1 }, { $set: { 'tags.2000000000': 1 } })],
  ['a name beyond 255 bytes', 73, () => temporary.db.collection('n'.repeat(256)).insertOne({})],
]; // prettier-ignore

test.each(refused)('%s is refused with MongoDB’s code %i', async (_what, code, run) => {
  expect(await errorOf(run())).toMatchObject({ code });
  expect(await items.findOne({ _id: 1 })).toEqual({ _id: 1, name: 'n', rank: 1, tags: ['n'] });
});

test('a field named __proto__ is a field', async () => {
  await items.insertOne({ _id: 'odd' });
  await items.updateOne(
    { _id: 'odd' },
    { $set: { '__proto__.polluted': 1, 'constructor.prototype.polluted': 2 } },
  );
  const stored = (await items.findOne({ _id: 'odd' })) ?? {};

  expect(Object.keys(stored)).toEqual(['_id', '__proto__', 'constructor']);
  expect(({} as Document).polluted).toBeUndefined();
});

/** `{ a: { a: … } }` as bytes, deeper than the driver could write it. */
function nested(depth: number): Buffer {
  const heads = Array.from({ length: depth }, (_, level) => {
    const head = Buffer.from([0, 0, 0, 0, 3, 0x61, 0]);
    head.writeInt32LE(5 + 8 * (depth - level));
    return head;
  });
  return Buffer.concat([...heads, Buffer.from([5, 0, 0, 0, 0]), Buffer.alloc(depth)]);
}

test.each([5_000, 1_000_000])('a filter of %i levels is refused with MongoDB’s code', async (depth) => {
  const command = Buffer.from(BSON.serialize({ find: 'items', $db: 'test' })).subarray(0, -1);
  const body = Buffer.concat([command, Buffer.from('\x03filter\0'), nested(depth), Buffer.alloc(1)]);
  body.writeInt32LE(body.length);
  const message = Buffer.concat([Buffer.alloc(21), body]);
  for (const [value, at] of [[message.length, 0], [2013, 12]] as const) message.writeInt32LE(value, at); // prettier-ignore
  const socket = connect(decodeURIComponent(/\/\/([^/]+)\//.exec(temporary.store.uri)?.[1] ?? ''));
  socket.write(message);
  const answer = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
  socket.destroy();

  expect(BSON.deserialize(answer.subarray(21))).toMatchObject({ ok: 0, code: 15, codeName: 'Overflow' });
});
