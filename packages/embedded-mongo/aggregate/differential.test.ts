import { type Collection, type Document } from 'mongodb';
import { decimal, double, long, typed, TYPED } from '../testing/typed';
import { seededRandom, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

/*
 * Pairs of formulations that MongoDB answers alike, on random documents of all types. Each pair takes different ways
 * through the store: a find and a stage, an accumulator and an expression, an update and a pipeline, keys and documents.
 */

const random = seededRandom(20_260_101);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const SCALARS = [
  null, true, false, '', 'a', '静', 0, 1, -3, 2.5, double(1), double(-7), long(1), long(2n ** 60n), decimal('0.1'), decimal('1'),
  new Date(0), {}, [],
] as const; // prettier-ignore

function randomValue(depth = 0): unknown {
  const kind = depth > 2 ? 0 : random();
  if (kind < 0.6) return pick(SCALARS);
  if (kind < 0.8) return Array.from({ length: Math.floor(random() * 4) }, () => randomValue(depth + 1));
  return randomDocument(depth + 1);
}

function randomDocument(depth: number): Document {
  const fields = ['a', 'b', 'c'].filter(() => random() < 0.6).sort(() => random() - 0.5);
  return Object.fromEntries(fields.map((field) => [field, randomValue(depth)]));
}

const documents = Array.from({ length: 400 }, (_, _id): Document => ({ _id, ...randomDocument(0) }));

let temporary: TemporaryStore;
let plain: Collection<Document>;
let indexed: Collection<Document>;
beforeAll(async () => {
  temporary = await temporaryStore();
  plain = temporary.db.collection('plain');
  indexed = temporary.db.collection('indexed');
  await plain.insertMany(documents);
  await indexed.insertMany(documents);
});
afterAll(() => temporary.close());

async function aggregate(collection: Collection<Document>, pipeline: Document[]): Promise<string[]> {
  const rows = await collection.aggregate(pipeline, TYPED).toArray();
  return rows.map((row) => typed(row));
}

const rows = (...pipeline: Document[]): Promise<string[]> =>
  aggregate(plain, [...pipeline, { $sort: { _id: 1 } }]);

const ARRAY = { $cond: [{ $isArray: '$a' }, '$a', []] };
const INTS = { $filter: { input: ARRAY, cond: { $eq: [{ $type: '$$this' }, 'int'] } } };
const NUMBERS = { $filter: { input: ARRAY, cond: { $isNumber: '$$this' } } };

test.each<[string, Document[], Document[]]>([
  ['$addFields and $project of all', [{ $addFields: { x: '$a' } }, { $project: { a: 1, x: 1 } }], [{ $project: { a: 1, x: '$a' } }]],
  ['$unset and $project without', [{ $unset: ['a.b', 'c'] }], [{ $project: { 'a.b': 0, c: 0 } }]],
  ['$set of $$REMOVE and $unset', [{ $set: { a: '$$REMOVE' } }], [{ $unset: 'a' }]],
  ['$set and $setField', [{ $set: { z: '$a' } }], [{ $replaceWith: { $setField: { field: 'z', input: '$$ROOT', value: '$a' } } }]],
  ['$set and $mergeObjects', [{ $set: { z: { $ifNull: ['$a', 1] } } }], [{ $replaceWith: { $mergeObjects: ['$$ROOT', { z: { $ifNull: ['$a', 1] } }] } }]],
  ['$match and $redact', [{ $match: { $expr: { $gt: ['$a', '$b'] } } }], [{ $redact: { $cond: [{ $gt: ['$a', '$b'] }, '$$KEEP', '$$PRUNE'] } }]],
  ['$sum as an accumulator and as an expression', [{ $set: { n: NUMBERS } }, { $unwind: '$n' }, { $group: { _id: '$_id', s: { $sum: '$n' } } }], [{ $set: { n: NUMBERS } }, { $match: { n: { $ne: [] } } }, { $project: { s: { $sum: '$n' } } }]],
  ['$sum and $reduce with $add', [{ $project: { s: { $sum: INTS } } }], [{ $project: { s: { $reduce: { input: INTS, initialValue: 0, in: { $add: ['$$value', '$$this'] } } } } }]],
  ['$max as an accumulator and as an expression', [{ $match: { 'a.0': { $exists: true } } }, { $match: { a: { $type: 'array' } } }, { $unwind: '$a' }, { $group: { _id: '$_id', m: { $max: '$a' } } }], [{ $match: { 'a.0': { $exists: true } } }, { $match: { a: { $type: 'array' } } }, { $project: { m: { $max: '$a' } } }]],
  ['$push and the array', [{ $match: { a: { $type: 'array', $ne: [] } } }, { $unwind: '$a' }, { $group: { _id: '$_id', a: { $push: '$a' } } }], [{ $match: { a: { $type: 'array', $ne: [] } } }, { $project: { a: 1 } }]],
  ['$addToSet and $setUnion', [{ $set: { n: ARRAY } }, { $unwind: '$n' }, { $group: { _id: '$_id', s: { $addToSet: '$n' } } }, { $set: { s: { $sortArray: { input: '$s', sortBy: 1 } } } }], [{ $set: { n: ARRAY } }, { $match: { 'n.0': { $exists: true } } }, { $project: { s: { $setUnion: ['$n'] } } }]],
  ['$topN and $sort with $firstN', [{ $group: { _id: null, x: { $topN: { n: 40, sortBy: { a: 1, _id: -1 }, output: '$_id' } } } }], [{ $sort: { a: 1, _id: -1 } }, { $group: { _id: null, x: { $firstN: { n: 40, input: '$_id' } } } }]],
  ['$bottom and $sort with $last', [{ $group: { _id: null, x: { $bottom: { sortBy: { b: 1, _id: 1 }, output: '$b' } } } }], [{ $sort: { b: 1, _id: 1 } }, { $group: { _id: null, x: { $last: '$b' } } }]],
  ['$sort and $limit at once and in turn', [{ $set: { z: 1 } }, { $sort: { a: -1, _id: 1 } }, { $limit: 9 }], [{ $set: { z: 1 } }, { $sort: { a: -1, _id: 1 } }, { $skip: 0 }, { $limit: 9 }]],
  ['$sortByCount and $group', [{ $sortByCount: '$c' }, { $match: { count: { $gt: 5 } } }], [{ $group: { _id: '$c', count: { $sum: 1 } } }, { $match: { count: { $gt: 5 } } }]],
  ['$subtract and $add of the negative', [{ $match: { $expr: { $isNumber: '$b' } } }, { $project: { x: { $subtract: [1, '$b'] } } }], [{ $match: { $expr: { $isNumber: '$b' } } }, { $project: { x: { $add: [1, { $multiply: ['$b', -1] }] } } }]],
  ['a $facet and its pipeline', [{ $facet: { x: [{ $group: { _id: '$b', n: { $sum: 1 } } }, { $sort: { _id: 1 } }] } }, { $unwind: '$x' }, { $replaceWith: '$x' }], [{ $group: { _id: '$b', n: { $sum: 1 } } }, { $sort: { _id: 1 } }]],
])('%s agree', async (_what, one, other) => {
  const answer = await rows(...one);
  expect(answer.length).toBeGreaterThan(0);
  expect(answer).toEqual(await rows(...other));
}); // prettier-ignore

test.each<Document>([
  { a: 1 }, { 'a.b': 1, c: 1 }, { a: 0 }, { 'a.b': 0 }, { _id: 0, b: 1 }, { a: { b: 1, c: 1 } }, { x: { $size: ARRAY }, a: 1 }, { 'a.x': '$_id', 'a.b': 1 },
])('a find and $project agree: %j', async (projection) => {
  const found = await plain.find({}, { ...TYPED, projection }).sort({ _id: 1 }).toArray();
  const projected = await plain.aggregate([{ $sort: { _id: 1 } }, { $project: projection }], TYPED).toArray();
  const computed = await plain.aggregate([{ $sort: { _id: 1 } }, { $set: { _id: '$_id' } }, { $project: projection }], TYPED).toArray();
  expect(found.map(typed)).toEqual(projected.map(typed));
  expect(found.map(typed)).toEqual(computed.map(typed));
}); // prettier-ignore

test.each<Document>([
  { $set: { 'a.b': '$c', d: { $type: '$a' } } },
  { $unset: ['a.b', 'b'] },
  { $replaceWith: { $mergeObjects: ['$$ROOT', { _id: '$_id', b: ['$a', '$b'] }] } },
  { $project: { a: 1, x: { $ifNull: ['$b', '$c'] } } },
])('an update by a pipeline stores what the pipeline answers: %j', async (stage) => {
  const updated = temporary.db.collection<Document>(`updated-${Object.keys(stage)[0]?.slice(1)}`);
  await updated.insertMany(documents);
  await updated.updateMany({}, [stage]);
  expect(await aggregate(updated, [{ $sort: { _id: 1 } }])).toEqual(await rows(stage));
});

test.each(['a', 'b', 'c'])('distinct values of %s agree with and without an index, and with a group', async (field) => {
  await indexed.createIndex({ [field]: 1 });
  const valuesOf = async (collection: Collection<Document>): Promise<string[]> => {
    const { values } = await temporary.db.command({ distinct: collection.collectionName, key: field }, TYPED);
    return (values as unknown[]).map((value) => typed({ value }));
  };
  const grouped = await aggregate(plain, [
    { $unwind: `$${field}` },
    { $group: { _id: `$${field}` } },
    { $project: { _id: 0, value: '$_id' } },
  ]);
  expect(await valuesOf(indexed)).toEqual(await valuesOf(plain));
  // Null may be a value and may be a missing field, which is a group and no value.
  const withoutNull = (values: readonly string[]): string[] => values.filter((value) => value !== typed({ value: null })).sort();
  expect(withoutNull(await valuesOf(plain))).toEqual(withoutNull(grouped));
}); // prettier-ignore
