import { type Document } from 'mongodb';
import { ORDER } from '../answers';
import { type ConformanceCase } from '../conformance-case';

export const AGGREGATE_CASES: readonly ConformanceCase[] = [
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
];
