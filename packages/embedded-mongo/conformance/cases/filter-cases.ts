import { type Document } from 'mongodb';
import { ids } from '../answers';
import { type ConformanceCase } from '../conformance-case';

const find = (name: string, filter: Document, expected: string[]): ConformanceCase => ({
  name: `find with ${name}`,
  run: ({ targets }) => ids(targets.find(filter).sort({ _id: 1 })),
  expected,
});

export const FILTER_CASES: readonly ConformanceCase[] = [
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
];
