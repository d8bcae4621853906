import { type Collection, type Db, type Document } from 'mongodb';

/** What a case works with: three collections that are made anew for each case. */
export interface CaseContext {
  readonly db: Db;
  readonly targets: Collection<Target>;
  readonly results: Collection<Target>;
}

export interface Target extends Document {
  _id: string;
  tags?: string[];
  history?: Document[];
}

export interface ConformanceCase {
  readonly name: string;
  /** Gives what is compared: with `expected`, and between the servers. */
  readonly run: (context: CaseContext) => Promise<unknown>;
  readonly expected: unknown;
}

/** Every case begins with these. */
export const TARGETS: readonly Target[] = [
  {
    _id: 'e:1',
    owner: '经济',
    position: 1,
    kind: 'FIGURE',
    value: 10,
    unit: '家',
    tags: ['a', 'b'],
    title: '新增注册企业',
    revision: 1,
    history: [],
  },
  {
    _id: 'e:2',
    owner: '经济',
    position: 2,
    kind: 'TREND',
    value: null,
    tags: ['b'],
    title: '亿元楼',
    revision: 1,
    history: [],
  },
  {
    _id: 'e:3',
    owner: '经济',
    position: 2,
    kind: 'FIGURE',
    value: 2.5,
    unit: '%',
    tags: [],
    title: '税收',
    revision: 2,
    history: [{ at: 1 }],
  },
  {
    _id: 'c:1',
    owner: '建设',
    position: 1,
    kind: 'FIGURE',
    value: 100,
    unit: '家',
    tags: ['c'],
    title: '竣工',
    revision: 1,
    history: [],
  },
  {
    _id: 'c:2',
    owner: '建设',
    position: 3,
    kind: 'COVERAGE',
    tags: ['a', 'c'],
    title: '全覆盖',
    revision: 1,
    history: [],
  },
];

export const INDEXES = [
  { key: { position: 1, _id: 1 } },
  { key: { owner: 1, position: 1, _id: 1 } },
  { key: { tags: 1, position: 1, _id: 1 } },
] as const;

const ORDER = { position: 1, _id: 1 } as const;
const BACK = { position: -1, _id: -1 } as const;
const ids = async (found: { toArray(): Promise<Document[]> }): Promise<unknown[]> =>
  (await found.toArray()).map(({ _id }) => _id as unknown);

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    return { unexpected: await promise };
  } catch (error) {
    const { code, keyPattern, keyValue } = error as Document;
    return {
      code: code as unknown,
      ...(keyPattern ? { keyPattern: keyPattern as unknown, keyValue: keyValue as unknown } : {}),
    };
  }
}

const find = (name: string, filter: Document, expected: string[]): ConformanceCase => ({
  name: `find with ${name}`,
  run: ({ targets }) => ids(targets.find(filter).sort({ _id: 1 })),
  expected,
});

export const CASES: readonly ConformanceCase[] = [
  find('an equality', { owner: '建设' }, ['c:1', 'c:2']),
  find('$eq', { owner: { $eq: '建设' } }, ['c:1', 'c:2']),
  find('$ne', { owner: { $ne: '建设' } }, ['e:1', 'e:2', 'e:3']),
  find('$gt and $lte', { value: { $gt: 2.5, $lte: 100 } }, ['c:1', 'e:1']),
  find('$gte and $lt', { value: { $gte: 2.5, $lt: 100 } }, ['e:1', 'e:3']),
  find('$in', { tags: { $in: ['a', 'c'] } }, ['c:1', 'c:2', 'e:1']),
  find('$nin', { tags: { $nin: ['a', 'c'] } }, ['e:2', 'e:3']),
  find('null', { value: null }, ['c:2', 'e:2']),
  find('$exists', { unit: { $exists: false } }, ['c:2', 'e:2']),
  find('$all', { tags: { $all: ['a', 'b'] } }, ['e:1']),
  find('$size', { tags: { $size: 0 } }, ['e:3']),
  find('$elemMatch', { history: { $elemMatch: { at: 1 } } }, ['e:3']),
  find('$or', { $or: [{ kind: 'TREND' }, { value: 100 }] }, ['c:1', 'e:2']),
  find('$and', { $and: [{ owner: '经济' }, { kind: 'FIGURE' }] }, ['e:1', 'e:3']),
  find('$nor', { $nor: [{ owner: '经济' }, { kind: 'FIGURE' }] }, ['c:2']),
  find('$not', { value: { $not: { $gt: 3 } } }, ['c:2', 'e:2', 'e:3']),
  find('$regex', { title: { $regex: '企业' } }, ['e:1']),
  find('$regex and $options', { _id: { $regex: '^E:', $options: 'i' } }, ['e:1', 'e:2', 'e:3']),
  find('$type', { value: { $type: 'number' } }, ['c:1', 'e:1', 'e:3']),
  find('$mod', { position: { $mod: [2, 1] } }, ['c:1', 'c:2', 'e:1']),
  find('$expr', { $expr: { $gt: ['$value', '$position'] } }, ['c:1', 'e:1', 'e:3']),
  {
    name: 'find with sort, skip, limit and projection',
    run: ({ targets }) =>
      targets.find({}).sort(BACK).skip(1).limit(2).project({ title: 1, _id: 0 }).toArray(),
    expected: [{ title: '税收' }, { title: '亿元楼' }],
  },
  {
    name: 'find with a projection that leaves out',
    run: ({ targets }) =>
      targets.find({ _id: 'c:1' }).project({ history: 0, tags: 0, title: 0, revision: 0 }).toArray(),
    expected: [{ _id: 'c:1', owner: '建设', position: 1, kind: 'FIGURE', value: 100, unit: '家' }],
  },
  {
    name: 'find with batchSize and getMore',
    run: ({ targets }) => ids(targets.find({}).sort(ORDER).batchSize(2)),
    expected: ['c:1', 'e:1', 'e:2', 'e:3', 'c:2'],
  },
  {
    name: 'find with hint',
    run: ({ targets }) => ids(targets.find({ owner: '建设' }).hint({ position: 1, _id: 1 })),
    expected: ['c:1', 'c:2'],
  },
  {
    name: 'find the page after a key',
    run: ({ targets }) =>
      ids(
        targets
          .find({ $or: [{ position: { $gt: 1 } }, { position: 1, _id: { $gt: 'c:1' } }] })
          .sort(ORDER)
          .limit(3),
      ),
    expected: ['e:1', 'e:2', 'e:3'],
  },
  {
    name: 'find the page before a key, beside $in',
    run: ({ targets }) =>
      ids(
        targets
          .find({
            owner: { $in: ['经济', '建设'] },
            $or: [{ position: { $lt: 2 } }, { position: 2, _id: { $lt: 'e:3' } }],
          })
          .sort(BACK)
          .limit(3),
      ),
    expected: ['e:2', 'e:1', 'c:1'],
  },
  {
    name: 'sort across types and missing fields',
    run: ({ targets }) => ids(targets.find({}).sort({ value: 1, _id: 1 })),
    expected: ['c:2', 'e:2', 'e:3', 'e:1', 'c:1'],
  },
  {
    name: 'find with $slice, $elemMatch and the matched element in the projection',
    run: async ({ targets }) => [
      await targets.find({ tags: 'b', _id: 'e:1' }, { projection: { 'tags.$': 1 } }).toArray(),
      await targets.find({ _id: 'e:3' }, { projection: { history: { $elemMatch: { at: 1 } } } }).toArray(),
      (await targets.findOne({ _id: 'e:1' }, { projection: { tags: { $slice: -1 } } }))?.tags,
    ],
    expected: [[{ _id: 'e:1', tags: ['b'] }], [{ _id: 'e:3', history: [{ at: 1 }] }], ['b']],
  },
  {
    name: 'find and aggregate with let',
    run: async ({ targets }) => [
      await ids(targets.find({ $expr: { $eq: ['$_id', '$$id'] } }, { let: { id: 'c:1' } })),
      await targets
        .aggregate([{ $match: { _id: 'c:1' } }, { $project: { _id: 0, three: '$$three' } }], {
          let: { three: { $add: [1, 2] } },
        })
        .toArray(),
    ],
    expected: [['c:1'], [{ three: 3 }]],
  },
  {
    name: 'findOne that finds nothing',
    run: ({ targets }) => targets.findOne({ _id: 'none' }),
    expected: null,
  },
  {
    name: 'countDocuments',
    run: ({ targets }) => targets.countDocuments({ owner: '经济' }, { skip: 1, limit: 5 }),
    expected: 2,
  },
  { name: 'estimatedDocumentCount', run: ({ targets }) => targets.estimatedDocumentCount(), expected: 5 },
  {
    name: 'distinct',
    run: ({ targets }) => targets.distinct('tags', { owner: '经济' }),
    expected: ['a', 'b'],
  },
  {
    name: 'aggregate with $match, $group, $sum and $sort',
    run: ({ targets }) =>
      targets
        .aggregate([
          { $match: { kind: 'FIGURE' } },
          { $group: { _id: '$owner', n: { $sum: 1 }, total: { $sum: '$value' } } },
          { $sort: { _id: 1 } },
        ])
        .toArray(),
    expected: [
      { _id: '建设', n: 1, total: 100 },
      { _id: '经济', n: 2, total: 12.5 },
    ],
  },
  {
    name: 'aggregate with $group by several fields, null and missing alike',
    run: ({ targets }) =>
      targets
        .aggregate([
          { $match: { owner: { $in: ['经济', '建设'] } } },
          {
            $group: {
              _id: { owner: { $ifNull: ['$owner', null] }, value: { $ifNull: ['$value', null] } },
              n: { $sum: 1 },
            },
          },
          { $sort: { _id: 1 } },
        ])
        .toArray(),
    expected: [
      { _id: { owner: '建设', value: null }, n: 1 },
      { _id: { owner: '建设', value: 100 }, n: 1 },
      { _id: { owner: '经济', value: null }, n: 1 },
      { _id: { owner: '经济', value: 2.5 }, n: 1 },
      { _id: { owner: '经济', value: 10 }, n: 1 },
    ],
  },
  {
    name: 'aggregate with $project by the whole document',
    run: async ({ targets }) => {
      const project = ($project: Document): Promise<Document[]> =>
        targets.aggregate([{ $match: { _id: 'e:1' } }, { $project }]).toArray();
      return [
        await project({ size: { $size: { $objectToArray: '$$ROOT' } } }),
        await project({ current: '$$CURRENT.owner' }),
        await project({ got: { $getField: 'kind' }, text: { $literal: '$owner' } }),
        await project({ nested: { kind: '$kind', owner: { $concat: ['$unit', '$title'] } } }),
      ];
    },
    expected: [
      [{ _id: 'e:1', size: 10 }],
      [{ _id: 'e:1', current: '经济' }],
      [{ _id: 'e:1', got: 'FIGURE', text: '$owner' }],
      [{ _id: 'e:1', nested: { kind: 'FIGURE', owner: '家新增注册企业' } }],
    ],
  },
  {
    name: 'aggregate with $group and accumulators',
    run: ({ targets }) =>
      targets
        .aggregate([
          { $sort: { _id: 1 } },
          {
            $group: {
              _id: null,
              first: { $first: '$_id' },
              last: { $last: '$_id' },
              min: { $min: '$value' },
              max: { $max: '$value' },
              avg: { $avg: '$position' },
              all: { $push: '$position' },
            },
          },
        ])
        .toArray(),
    expected: [{ _id: null, first: 'c:1', last: 'e:3', min: 2.5, max: 100, avg: 1.8, all: [1, 3, 1, 2, 2] }],
  },
  {
    name: 'aggregate with $count',
    run: ({ targets }) => targets.aggregate([{ $match: { owner: '建设' } }, { $count: 'n' }]).toArray(),
    expected: [{ n: 2 }],
  },
  {
    name: 'aggregate with $count of nothing',
    run: ({ targets }) => targets.aggregate([{ $match: { owner: '无' } }, { $count: 'n' }]).toArray(),
    expected: [],
  },
  {
    name: 'aggregate with $unwind and $limit',
    run: ({ targets }) =>
      targets
        .aggregate([
          { $sort: ORDER },
          { $unwind: '$tags' },
          { $project: { tag: '$tags' } },
          { $skip: 1 },
          { $limit: 2 },
        ])
        .toArray(),
    expected: [
      { _id: 'e:1', tag: 'a' },
      { _id: 'e:1', tag: 'b' },
    ],
  },
  {
    name: 'aggregate with $facet',
    run: ({ targets }) =>
      targets
        .aggregate([
          { $match: { owner: '经济' } },
          {
            $facet: {
              kinds: [{ $group: { _id: '$kind', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
              n: [{ $count: 'n' }],
            },
          },
        ])
        .toArray(),
    expected: [
      {
        kinds: [
          { _id: 'FIGURE', n: 2 },
          { _id: 'TREND', n: 1 },
        ],
        n: [{ n: 3 }],
      },
    ],
  },
  {
    name: 'aggregate with $unionWith',
    run: ({ targets }) =>
      targets
        .aggregate([
          { $match: { owner: '建设' } },
          { $sort: ORDER },
          { $limit: 1 },
          { $addFields: { from: 'targets' } },
          { $unionWith: { coll: 'results', pipeline: [{ $match: {} }, { $set: { from: 'results' } }] } },
          { $project: { from: 1 } },
        ])
        .toArray(),
    expected: [
      { _id: 'c:1', from: 'targets' },
      { _id: 'r:1', from: 'results' },
    ],
  },
  {
    name: 'aggregate with $lookup and $replaceRoot',
    run: ({ results }) =>
      results
        .aggregate([
          { $lookup: { from: 'targets', localField: 'target', foreignField: '_id', as: 'found' } },
          { $unwind: '$found' },
          { $replaceRoot: { newRoot: '$found' } },
          { $project: { title: 1 } },
        ])
        .toArray(),
    expected: [{ _id: 'e:1', title: '新增注册企业' }],
  },
  {
    name: 'insertOne',
    run: async ({ targets }) => [await targets.insertOne({ _id: 'n' }), await targets.findOne({ _id: 'n' })],
    expected: [{ acknowledged: true, insertedId: 'n' }, { _id: 'n' }],
  },
  {
    name: 'insertMany',
    run: async ({ targets }) => (await targets.insertMany([{ _id: 'n' }, { _id: 'm' }])).insertedCount,
    expected: 2,
  },
  {
    name: 'insertOne of a duplicate',
    run: ({ targets }) => codeOf(targets.insertOne({ _id: 'e:1' })),
    expected: { code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 'e:1' } },
  },
  {
    name: 'insertMany unordered with a duplicate',
    run: async ({ targets }) => [
      await codeOf(targets.insertMany([{ _id: 'n' }, { _id: 'e:1' }, { _id: 'm' }], { ordered: false })),
      await targets.countDocuments({}),
    ],
    expected: [{ code: 11000 }, 7],
  },
  {
    name: 'updateOne with a condition on the revision',
    run: async ({ targets }) => [
      await targets.updateOne({ _id: 'e:1', revision: 1 }, {
        $set: { value: 11, 'quantity.unit': '家' },
        $inc: { revision: 1 },
        $push: { history: { at: 2 } },
      } as Document),
      await targets.updateOne({ _id: 'e:1', revision: 1 }, { $set: { value: 12 } }),
      await targets.findOne(
        { _id: 'e:1' },
        { projection: { value: 1, revision: 1, history: 1, quantity: 1 } },
      ),
    ],
    expected: [
      { acknowledged: true, matchedCount: 1, modifiedCount: 1, upsertedCount: 0, upsertedId: null },
      { acknowledged: true, matchedCount: 0, modifiedCount: 0, upsertedCount: 0, upsertedId: null },
      { _id: 'e:1', value: 11, revision: 2, history: [{ at: 2 }], quantity: { unit: '家' } },
    ],
  },
  {
    name: 'updateOne with upsert and $setOnInsert',
    run: async ({ targets }) => [
      await targets.updateOne(
        { _id: 'n', owner: '新' },
        { $setOnInsert: { revision: 1 }, $set: { x: 1 } },
        { upsert: true },
      ),
      await targets.findOne({ _id: 'n' }),
    ],
    expected: [
      { acknowledged: true, matchedCount: 0, modifiedCount: 0, upsertedCount: 1, upsertedId: 'n' },
      { _id: 'n', owner: '新', revision: 1, x: 1 },
    ],
  },
  {
    name: 'updateMany with $unset, $min, $max, $mul and $addToSet',
    run: async ({ targets }) => [
      (
        await targets.updateMany(
          { owner: '建设' },
          {
            $unset: { title: '' },
            $min: { position: 2 },
            $max: { revision: 5 },
            $mul: { value: 2 },
            $addToSet: { tags: 'c' },
          },
        )
      ).modifiedCount,
      await targets
        .find({ owner: '建设' })
        .sort({ _id: 1 })
        .project({ title: 1, position: 1, revision: 1, value: 1, tags: 1 })
        .toArray(),
    ],
    expected: [
      2,
      [
        { _id: 'c:1', position: 1, revision: 5, value: 200, tags: ['c'] },
        { _id: 'c:2', position: 2, revision: 5, value: 0, tags: ['a', 'c'] },
      ],
    ],
  },
  {
    name: 'updateOne with $push of several, sorted and cut, $pull and arrayFilters',
    run: async ({ targets }) => {
      await targets.updateOne({ _id: 'e:1' }, {
        $push: { history: { $each: [{ at: 3 }, { at: 1 }, { at: 2 }], $sort: { at: -1 }, $slice: 2 } },
      } as Document);
      await targets.updateOne(
        { _id: 'e:1' },
        { $set: { 'history.$[last].done': true } },
        { arrayFilters: [{ 'last.at': 2 }] },
      );
      await targets.updateOne({ _id: 'e:1' }, { $pull: { tags: 'a' } } as Document);
      return targets.findOne({ _id: 'e:1' }, { projection: { history: 1, tags: 1 } });
    },
    expected: { _id: 'e:1', tags: ['b'], history: [{ at: 3 }, { at: 2, done: true }] },
  },
  {
    name: 'updateOne with a pipeline',
    run: async ({ targets }) => {
      await targets.updateOne({ _id: 'e:1' }, [{ $set: { double: { $multiply: ['$value', 2] } } }]);
      return targets.findOne({ _id: 'e:1' }, { projection: { double: 1 } });
    },
    expected: { _id: 'e:1', double: 20 },
  },
  {
    name: 'replaceOne',
    run: async ({ targets }) => [
      (await targets.replaceOne({ _id: 'e:1' }, { a: 1 })).modifiedCount,
      await targets.findOne({ _id: 'e:1' }),
    ],
    expected: [1, { _id: 'e:1', a: 1 }],
  },
  {
    name: 'findOneAndUpdate before and after',
    run: async ({ targets }) => [
      await targets.findOneAndUpdate(
        { owner: '经济' },
        { $inc: { revision: 1 } },
        { sort: BACK, projection: { revision: 1 } },
      ),
      await targets.findOneAndUpdate(
        { _id: 'e:3', revision: 3 },
        { $inc: { revision: 1 } },
        { returnDocument: 'after', projection: { revision: 1 } },
      ),
      await targets.findOneAndUpdate({ _id: 'none' }, { $inc: { revision: 1 } }),
    ],
    expected: [{ _id: 'e:3', revision: 2 }, { _id: 'e:3', revision: 4 }, null],
  },
  {
    name: 'findOneAndUpdate with upsert',
    run: ({ targets }) =>
      targets.findOneAndUpdate(
        { _id: 'n' },
        { $set: { a: 1 } },
        { upsert: true, returnDocument: 'after', includeResultMetadata: true },
      ),
    expected: {
      lastErrorObject: { n: 1, updatedExisting: false, upserted: 'n' },
      value: { _id: 'n', a: 1 },
      ok: 1,
    },
  },
  {
    name: 'findOneAndDelete',
    run: ({ targets }) => targets.findOneAndDelete({ _id: 'c:1' }, { projection: { title: 1 } }),
    expected: { _id: 'c:1', title: '竣工' },
  },
  {
    name: 'deleteMany of what is in no list',
    run: async ({ targets }) => (await targets.deleteMany({ _id: { $nin: ['e:1', 'e:2'] } })).deletedCount,
    expected: TARGETS.length - 2,
  },
  {
    name: 'deleteOne and deleteMany',
    run: async ({ targets }) => [
      (await targets.deleteOne({ _id: 'e:1' })).deletedCount,
      (await targets.deleteMany({ owner: '经济' })).deletedCount,
    ],
    expected: [1, 2],
  },
  {
    name: 'bulkWrite',
    run: async ({ targets }) => {
      const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount } =
        await targets.bulkWrite([
          { insertOne: { document: { _id: 'n' } } },
          { updateOne: { filter: { _id: 'n' }, update: { $set: { a: 1 } } } },
          { replaceOne: { filter: { _id: 'u' }, replacement: { b: 1 }, upsert: true } },
          { updateMany: { filter: { owner: '建设' }, update: { $set: { z: 1 } } } },
          { deleteMany: { filter: { owner: '经济' } } },
        ]);
      return { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount };
    },
    expected: { insertedCount: 1, matchedCount: 3, modifiedCount: 3, deletedCount: 3, upsertedCount: 1 },
  },
  {
    name: 'createIndexes twice, listIndexes and dropIndexes',
    run: async ({ targets }) => {
      await targets.createIndexes([...INDEXES]);
      await targets.createIndex(
        { unit: 1 },
        { unique: true, name: 'units', partialFilterExpression: { kind: 'TREND' } },
      );
      await targets.dropIndex('units');
      return (await targets.listIndexes().toArray()).map(({ key, name }) => ({
        key: key as unknown,
        name: name as unknown,
      }));
    },
    expected: [
      { key: { _id: 1 }, name: '_id_' },
      { key: { position: 1, _id: 1 }, name: 'position_1__id_1' },
      { key: { owner: 1, position: 1, _id: 1 }, name: 'owner_1_position_1__id_1' },
      { key: { tags: 1, position: 1, _id: 1 }, name: 'tags_1_position_1__id_1' },
    ],
  },
  {
    name: 'an index under another name',
    run: ({ targets }) => codeOf(targets.createIndex({ position: 1, _id: 1 }, { name: 'other' })),
    expected: { code: 85 },
  },
  {
    name: 'an index with the name of another',
    run: ({ targets }) => codeOf(targets.createIndex({ kind: 1 }, { name: 'position_1__id_1' })),
    expected: { code: 86 },
  },
  {
    name: 'a unique index over duplicates',
    run: async ({ targets }) => [
      await codeOf(targets.createIndex({ owner: 1 }, { unique: true })),
      (await targets.listIndexes().toArray()).length,
    ],
    expected: [{ code: 11000, keyPattern: { owner: 1 }, keyValue: { owner: '经济' } }, 4],
  },
  {
    name: 'createCollection and listCollections',
    run: async ({ db }) => [
      (await db.createCollection('fresh')).collectionName,
      (await db.listCollections({ name: 'fresh' }, { nameOnly: true }).toArray()).map(({ name }) => name),
    ],
    expected: ['fresh', ['fresh']],
  },
  {
    name: 'drop',
    run: async ({ db }) => [
      await db.collection('results').drop(),
      (await db.listCollections({ name: 'results' }).toArray()).length,
    ],
    expected: [true, 0],
  },
  {
    name: 'an unknown operator',
    run: ({ targets }) => codeOf(targets.find({ a: { $nothing: 1 } }).toArray()),
    expected: { code: 2 },
  },
  {
    name: 'an unknown stage',
    run: ({ targets }) => codeOf(targets.aggregate([{ $nothing: 1 }]).toArray()),
    expected: { code: 40324 },
  },
  {
    name: 'a change of _id',
    run: ({ targets }) => codeOf(targets.updateOne({ _id: 'e:1' }, { $set: { _id: 'x' } })),
    expected: { code: 66 },
  },
  {
    name: '$inc of a text',
    run: ({ targets }) => codeOf(targets.updateOne({ _id: 'e:1' }, { $inc: { title: 1 } })),
    expected: { code: 14 },
  },
  {
    name: 'conflicting updates',
    run: ({ targets }) => codeOf(targets.updateOne({ _id: 'e:1' }, { $set: { a: 1 }, $inc: { a: 1 } })),
    expected: { code: 40 },
  },
  { name: 'an unknown command', run: ({ db }) => codeOf(db.command({ nothing: 1 })), expected: { code: 59 } },
  {
    name: 'a page of a list: bounds, a literal, and what is not said elsewhere',
    run: ({ targets }) =>
      targets
        .aggregate([
          {
            $match: {
              position: { $gt: 0, $gte: 1, $lt: 9, $lte: 3 },
              owner: { $in: ['经济', '建设'] },
              $and: [{ kind: { $ne: 'TREND' } }, { title: { $regex: '[新竣]' } }],
              $nor: [{ $and: [{ unit: '%' }, { title: { $regex: '税' } }] }],
            },
          },
          { $sort: { position: 1, _id: 1 } },
          { $limit: 2 },
          { $project: { _id: 0, of: { $literal: 7 }, id: '$_id', title: 1 } },
        ])
        .toArray(),
    expected: [
      { of: 7, id: 'c:1', title: '竣工' },
      { of: 7, id: 'e:1', title: '新增注册企业' },
    ],
  },
  {
    name: 'a report: history, revision and status in one document, at the revision it builds on',
    run: async ({ targets }) => {
      const report = (revision: number) =>
        targets.findOneAndUpdate(
          { _id: 'e:3', revision },
          {
            $push: { history: { at: 2 } },
            $inc: { revision: 1 },
            $set: { 'tags.0': 'reported' },
          } as Document,
          { returnDocument: 'after', projection: { history: 1, revision: 1, tags: 1 } },
        );
      return [await report(2), await report(2)];
    },
    expected: [{ _id: 'e:3', tags: ['reported'], revision: 3, history: [{ at: 1 }, { at: 2 }] }, null],
  },
  {
    name: 'a change that is counted once, however often it is applied',
    run: async ({ targets }) => {
      const apply = () =>
        targets.bulkWrite(
          [
            {
              updateOne: {
                filter: { _id: 'e:1', tags: { $ne: 'op' } },
                update: { $inc: { value: 5 }, $push: { tags: { $each: ['op'], $slice: -2 } } } as Document,
              },
            },
          ],
          { ordered: false },
        );
      const modified = [(await apply()).modifiedCount, (await apply()).modifiedCount];
      return [...modified, await targets.findOne({ _id: 'e:1' }, { projection: { value: 1, tags: 1 } })];
    },
    expected: [1, 0, { _id: 'e:1', value: 15, tags: ['b', 'op'] }],
  },
];
