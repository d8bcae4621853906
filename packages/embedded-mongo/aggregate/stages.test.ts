import { type Document } from 'mongodb';
import { aggregated, refusalOf, decimal, double, long, typed, TYPED } from '../testing/typed';
import { temporaryStore, type TemporaryStore } from '../testing/temporary-store';

let temporary: TemporaryStore;
beforeAll(async () => {
  temporary = await temporaryStore();
  await temporary.db.collection<{ _id: string; n: unknown; near?: string[] }>('towns').insertMany([
    { _id: 'p', n: double(1), near: ['q'] },
    { _id: 'q', n: 2, near: ['r', 'p'] },
    { _id: 'r', n: long(3) },
  ]);
});
afterAll(() => temporary.close());

const group = (accumulators: Document, _id: unknown = null): Document => ({
  $group: { _id, ...accumulators },
});
const rows = (...values: readonly unknown[]): Document[] =>
  values.map((v, i) => (v === undefined ? { _id: i } : { _id: i, v }));

const BEYOND = 2n ** 53n + 1n;

test.each<[string, Document[], Document[], Document[]]>([
  ['$sum of int32', rows(1, 2), [group({ x: { $sum: '$v' } })], [{ _id: null, x: 3 }]],
  ['$sum of whole doubles', rows(double(1), 2), [group({ x: { $sum: '$v' } })], [{ _id: null, x: double(3) }]],
  ['$sum of decimals', rows(decimal('0.1'), decimal('0.2')), [group({ x: { $sum: '$v' } })], [{ _id: null, x: decimal('0.3') }]],
  ['$sum of long integers', rows(long(BEYOND), long(1)), [group({ x: { $sum: '$v' } })], [{ _id: null, x: long(BEYOND + 1n) }]],
  ['$sum of no number', rows('a', undefined), [group({ x: { $sum: '$v' } })], [{ _id: null, x: 0 }]],
  ['$sum of a constant that is a double', rows(1, 2), [group({ x: { $sum: double(1) } })], [{ _id: null, x: double(2) }]],
  ['$sum of 1', rows(1, 2), [group({ x: { $sum: 1 } })], [{ _id: null, x: 2 }]],
  ['$avg', rows(1, 3, 'x'), [group({ x: { $avg: '$v' } })], [{ _id: null, x: double(2) }]],
  ['$avg of decimals', rows(decimal('1.1'), 2), [group({ x: { $avg: '$v' } })], [{ _id: null, x: decimal('1.55') }]],
  ['$push passes over missing and keeps null', rows(1, undefined, null), [group({ x: { $push: '$v' } })], [{ _id: null, x: [1, null] }]],
  ['$addToSet passes over missing, numbers by value', rows(1, undefined, double(1), null, [1]), [group({ x: { $addToSet: '$v' } })], [{ _id: null, x: [1, null, [1]] }]],
  ['$first and $last of missing', rows(undefined, 1, undefined), [group({ x: { $first: '$v' }, y: { $last: '$v' } })], [{ _id: null, x: null, y: null }]],
  ['$max and $min take arrays whole', rows([5], [1, 9], 7, null), [group({ x: { $max: '$v' }, y: { $min: '$v' } })], [{ _id: null, x: [5], y: 7 }]],
  ['$max across types', rows('a', 9, true, new Date(0)), [group({ x: { $max: '$v' }, y: { $min: '$v' } })], [{ _id: null, x: new Date(0), y: 9 }]],
  ['$mergeObjects', rows({ b: 1, a: 1 }, { a: 2 }, null), [group({ x: { $mergeObjects: '$v' } })], [{ _id: null, x: { b: 1, a: 2 } }]],
  ['$top and $bottom', rows(3, 1, 2), [group({ x: { $top: { sortBy: { v: 1 }, output: '$_id' } }, y: { $bottom: { sortBy: { v: 1 }, output: '$_id' } } })], [{ _id: null, x: 1, y: 0 }]],
  ['$top without the field', rows(3, 1), [group({ x: { $top: { sortBy: { v: -1 }, output: '$none' } } })], [{ _id: null, x: null }]],
  ['$topN and $bottomN', rows(3, 1, 2), [group({ x: { $topN: { n: 2, sortBy: { v: 1 }, output: '$v' } }, y: { $bottomN: { n: long(2), sortBy: { v: long(1) }, output: '$v' } } })], [{ _id: null, x: [1, 2], y: [2, 3] }]],
  ['$firstN and $lastN keep missing as null', rows(undefined, 1, 2), [group({ x: { $firstN: { n: 2, input: '$v' } }, y: { $lastN: { n: 2, input: '$v' } } })], [{ _id: null, x: [null, 1], y: [1, 2] }]],
  ['$maxN and $minN pass over null', rows(null, 3, [1], 2, undefined), [group({ x: { $maxN: { n: 2, input: '$v' } }, y: { $minN: { n: 2, input: '$v' } } })], [{ _id: null, x: [[1], 3], y: [2, 3] }]],
  ['$count', rows(1, 2), [group({ x: { $count: {} } })], [{ _id: null, x: 2 }]],
  ['$stdDevPop', rows(1, 3), [group({ x: { $stdDevPop: '$v' } })], [{ _id: null, x: double(1) }]],
  ['$median and $percentile', rows(1, 2, 3, 4), [group({ x: { $median: { input: '$v', method: 'approximate' } }, y: { $percentile: { input: '$v', p: [0.9], method: 'approximate' } } })], [{ _id: null, x: double(2), y: [double(4)] }]],
  ['groups by value, missing as null', rows(double(1), 1, long(1), null, undefined), [group({ n: { $sum: 1 } }, '$v')], [{ _id: double(1), n: 3 }, { _id: null, n: 2 }]],
  ['groups by a document, missing apart from null', rows(null, undefined), [group({ n: { $sum: 1 } }, { v: '$v' }), { $sort: { _id: -1 } }], [{ _id: { v: null }, n: 1 }, { _id: {}, n: 1 }]],
  ['groups have _id first, then the order asked for', rows(1), [{ $group: { z: { $sum: 1 }, _id: '$v', a: { $first: '$v' } } }], [{ _id: 1, z: 1, a: 1 }]],
  ['$unwind keeps what is no array', rows('', {}, 0, false, null, undefined, []), [{ $unwind: '$v' }], rows('', {}, 0, false)],
  ['$unwind of elements of all kinds', rows([0, '', null, [1]]), [{ $unwind: '$v' }], [0, '', null, [1]].map((v) => ({ _id: 0, v }))],
  ['$unwind preserving', rows(null, undefined, [], 0), [{ $unwind: { path: '$v', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } }], [{ _id: 0, v: null, i: null }, { _id: 1, i: null }, { _id: 2, i: null }, { _id: 3, v: 0, i: null }]],
  ['$unwind with positions', [{ _id: 1, a: { b: [7, 8] }, c: 1 }], [{ $unwind: { path: '$a.b', includeArrayIndex: 'p.q' } }], [{ _id: 1, a: { b: 7 }, c: 1, p: { q: long(0) } }, { _id: 1, a: { b: 8 }, c: 1, p: { q: long(1) } }]],
  ['$redact by levels', [{ _id: 1, l: 1, a: { l: 5, x: 1 }, b: [{ l: 1, y: 2 }, { l: 9 }, 3], c: 4 }], [{ $redact: { $cond: [{ $gt: ['$l', 4] }, '$$PRUNE', '$$DESCEND'] } }], [{ _id: 1, l: 1, b: [{ l: 1, y: 2 }, 3], c: 4 }]],
  ['$redact keeps whole documents', [{ _id: 1, a: { l: 9 } }, { _id: 2, l: 9 }], [{ $redact: { $cond: [{ $eq: ['$l', 9] }, '$$PRUNE', '$$KEEP'] } }], [{ _id: 1, a: { l: 9 } }]],
  ['$redact sees the root', [{ _id: 1, max: 4, a: { l: 5 }, b: { l: 3 } }], [{ $redact: { $cond: [{ $gt: ['$l', '$$ROOT.max'] }, '$$PRUNE', '$$DESCEND'] } }], [{ _id: 1, max: 4, b: { l: 3 } }]],
  ['$sortByCount', rows('a', 'b', 'b'), [{ $sortByCount: '$v' }], [{ _id: 'b', count: 2 }, { _id: 'a', count: 1 }]],
  ['$bucket', rows(1, 5, 9, 'x'), [{ $bucket: { groupBy: '$v', boundaries: [0, 5, 8], default: 'other', output: { ids: { $push: '$_id' } } } }], [{ _id: 0, ids: [0] }, { _id: 5, ids: [1] }, { _id: 'other', ids: [2, 3] }]],
  ['$bucketAuto', rows(1, 2, 2, 4), [{ $bucketAuto: { groupBy: '$v', buckets: 2 } }], [{ _id: { min: 1, max: 4 }, count: 3 }, { _id: { min: 4, max: 4 }, count: 1 }]],
  ['$count of long chains', rows(1, 2), [{ $match: {} }, { $addFields: { a: 1 } }, { $count: 'n' }], [{ n: 2 }]],
  ['$match on computed longs', rows(1, 2), [{ $set: { w: { $multiply: ['$v', long(BEYOND)] } } }, { $match: { w: long(BEYOND) } }, { $project: { w: 1 } }], [{ _id: 0, w: long(BEYOND) }]],
  ['$match by types', rows(double(1), 1), [{ $set: { w: '$v' } }, { $match: { w: { $type: 'double' } } }], [{ _id: 0, v: double(1), w: double(1) }]],
  ['$sort and $limit in memory, by wrapped numbers', rows(3, 1, 2), [{ $set: { w: '$v' } }, { $sort: { w: double(-1) } }, { $limit: long(1) }], [{ _id: 0, v: 3, w: 3 }]],
  ['$facet after a stage', rows(1, 2), [{ $set: { w: 1 } }, { $facet: { n: [{ $count: 'n' }], s: [{ $group: { _id: null, x: { $sum: '$v' } } }] } }], [{ n: [{ n: 2 }], s: [{ _id: null, x: 3 }] }]],
  ['$lookup with its variables', [{ _id: 1, want: ['p', 'r'] }], [{ $lookup: { from: 'towns', let: { want: '$want' }, pipeline: [{ $match: { $expr: { $in: ['$_id', '$$want'] } } }, { $project: { n: 1 } }], as: 'found.towns' } }], [{ _id: 1, want: ['p', 'r'], found: { towns: [{ _id: 'p', n: double(1) }, { _id: 'r', n: long(3) }] } }]],
  ['$lookup by fields', [{ _id: 1, want: 'p' }], [{ $lookup: { from: 'towns', localField: 'want', foreignField: '_id', as: 'want' } }], [{ _id: 1, want: [{ _id: 'p', n: double(1), near: ['q'] }] }]],
  ['$graphLookup', [{ _id: 1 }], [{ $graphLookup: { from: 'towns', startWith: 'p', connectFromField: 'near', connectToField: '_id', as: 'all', depthField: 'd' } }, { $project: { 'all._id': 1, 'all.d': 1 } }], [{ _id: 1, all: [{ _id: 'p', d: long(0) }, { _id: 'q', d: long(1) }, { _id: 'r', d: long(2) }] }]],
  ['$unionWith twice keeps types', [{ _id: 1 }], [{ $unionWith: { coll: 'towns', pipeline: [{ $match: { _id: 'p' } }, { $project: { n: 1 } }] } }, { $unionWith: { pipeline: [{ $documents: [{ n: double(4) }] }] } }], [{ _id: 1 }, { _id: 'p', n: double(1) }, { n: double(4) }]],
])('%s', async (_what, documents, pipeline, expected) => {
  expect((await aggregated(temporary.db, documents, pipeline)).map(typed)).toEqual(expected.map(typed));
}); // prettier-ignore

test('$sample gives each document once at most', async () => {
  const sampled = await aggregated(temporary.db, rows(1, 2, 3), [
    { $sample: { size: 5 } },
    { $sort: { _id: 1 } },
  ]);
  expect(sampled.map(typed)).toEqual(rows(1, 2, 3).map(typed));
});

test.each<[string, Document, number]>([
  ['$redact that decides nothing', { $redact: 'keep' }, 17053],
  ['$$PRUNE outside of $redact', { $project: { a: '$$PRUNE' } }, 17276],
  ['an unknown accumulator', { $group: { _id: null, x: { $none: 1 } } }, 15952],
  [
    '$topN of none',
    { $group: { _id: null, x: { $topN: { n: 0, sortBy: { v: 1 }, output: '$v' } } } },
    5787908,
  ],
  ['$bucket without order', { $bucket: { groupBy: '$v', boundaries: [2, 1] } }, 40194],
  ['$bucket without a default', { $bucket: { groupBy: '$v', boundaries: [5, 6] } }, 40066],
  ['$bucketAuto with granularity', { $bucketAuto: { groupBy: '$v', buckets: 2, granularity: 'R5' } }, 238],
  ['$sortByCount of a constant', { $sortByCount: 1 }, 40149],
  ['$documents in the middle of numbers', { $unionWith: { pipeline: [{ $documents: [1] }] } }, 5858203],
])('%s is refused', async (_what, stage, code) => {
  expect(await refusalOf(temporary.db, rows(1), [stage])).toBe(code);
});

describe('types of distinct values and of projections', () => {
  const documents = [
    { _id: 1, v: double(1), list: [long(5), 6, double(7)], sub: [{ a: 1, b: 2 }, { a: long(3) }] },
    { _id: 2, v: long(2) },
    { _id: 3, v: 2 },
    { _id: 4, v: decimal('4.0') },
  ] as Document[];

  test.each(['without an index', 'with an index'])('distinct keeps types %s', async (how) => {
    const collection = temporary.db.collection<Document>(`distinct ${how}`.replaceAll(' ', '-'));
    await collection.insertMany(documents);
    if (how === 'with an index') await collection.createIndex({ v: 1 });
    const { values } = await temporary.db.command({ distinct: collection.collectionName, key: 'v' }, TYPED);
    expect((values as unknown[]).map((value) => typed({ value }))).toEqual(
      [double(1), long(2), decimal('4.0')].map((value) => typed({ value })),
    );
  });

  test('distinct keeps types with an index that has no decimals, which alone would read the documents', async () => {
    const collection = temporary.db.collection<Document>('distinct-whole');
    await collection.insertMany([{ v: double(1) }, { v: long(2) }, { v: 3 }, { v: 0.5 }]);
    await collection.createIndex({ v: 1 });
    const { values } = await temporary.db.command({ distinct: 'distinct-whole', key: 'v' }, TYPED);
    expect(typed({ values })).toBe(typed({ values: [0.5, double(1), long(2), 3] }));
  });

  test.each<[string, Document, Document]>([
    ['$slice keeps all other fields', { list: { $slice: 2 } }, { ...documents[0], list: [long(5), 6] }],
    [
      '$slice with a start beside kept fields',
      { list: { $slice: [-2, 1] }, v: 1 },
      { _id: 1, v: double(1), list: [6] },
    ],
    [
      '$slice below',
      { 'sub.a': 0, list: { $slice: -1 } },
      { _id: 1, v: double(1), list: [double(7)], sub: [{ b: 2 }, {}] },
    ],
    [
      '$elemMatch after the kept fields',
      { sub: { $elemMatch: { a: 3 } }, v: 1 },
      { _id: 1, v: double(1), sub: [{ a: long(3) }] },
    ],
    ['the matched element', { 'list.$': 1 }, { _id: 1, list: [6] }],
    ['computed fields', { _id: 0, first: { $first: '$list' }, v: 1 }, { v: double(1), first: long(5) }],
    ['a text', { x: 'text' }, { _id: 1, x: 'text' }],
  ])('a find computes: %s', async (what, projection, expected) => {
    const collection = temporary.db.collection<Document>(`find-${what.replaceAll(/\W/g, '')}`);
    await collection.insertMany(documents);
    const found = await collection.findOne({ _id: 1, list: 6 } as never, { ...TYPED, projection });
    expect(typed(found)).toBe(typed(expected));
  });
});
