import { BACK, ORDER, ids } from '../answers';
import { type ConformanceCase } from '../conformance-case';

export const FIND_CASES: readonly ConformanceCase[] = [
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
];
