import { type Document } from 'mongodb';
import { errorOf, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

/** What a command answers with: its own code, or the code of the one write in it. */
interface Refusal {
  readonly of: string;
  readonly command: Document;
  readonly code: number;
  readonly codeName?: string;
}

const find = (more: Document): Document => ({ find: 'items', ...more });
const insert = (more: Document): Document => ({ insert: 'items', documents: [{}], ...more });
const change = (u: unknown, more: Document = {}): Document => ({
  update: 'items',
  updates: [{ q: {}, u, ...more }],
});
const stage = (...pipeline: Document[]): Document => ({ aggregate: 'items', pipeline, cursor: {} });

const REFUSALS: readonly Refusal[] = [
  { of: 'a negative limit', command: find({ limit: -1 }), code: 51024 },
  { of: 'a negative batch', command: find({ batchSize: -1 }), code: 51024 },
  { of: 'a negative batch of a pipeline', command: { ...stage(), cursor: { batchSize: -1 } }, code: 51024 },
  { of: 'a hint that is a number', command: find({ hint: 1 }), code: 9 },
  { of: 'an insert without documents', command: { insert: 'items' }, code: 40414 },
  { of: 'an update without updates', command: { update: 'items' }, code: 40414 },
  { of: 'a delete without a limit', command: { delete: 'items', deletes: [{ q: {} }] }, code: 40414 },
  { of: 'distinct without a key', command: { distinct: 'items' }, code: 40414 },
  { of: 'ordered that is a number', command: insert({ ordered: 1 }), code: 14 },
  { of: 'upsert that is a text', command: change({ $set: { a: 1 } }, { upsert: 'yes' }), code: 14 },
  { of: 'a removal with array filters', command: { findAndModify: 'items', remove: true, arrayFilters: [] }, code: 9 },
  { of: 'a bulk write beside admin', command: { bulkWrite: 1, ops: [], nsInfo: [] }, code: 13, codeName: 'Unauthorized' },
  { of: 'renaming beside admin', command: { renameCollection: 'test.items', to: 'test.others' }, code: 13 },
  { of: 'reading a snapshot', command: find({ readConcern: { level: 'snapshot' } }), code: 123, codeName: 'NotAReplicaSet' },
  { of: 'reading linearizably', command: find({ readConcern: { level: 'linearizable' } }), code: 123 },
  { of: 'an unknown read concern', command: find({ readConcern: { level: 'latest' } }), code: 2 },
  { of: 'a write concern that is a text', command: insert({ writeConcern: 'majority' }), code: 14 },
  { of: 'a write concern below none', command: insert({ writeConcern: { w: -1 } }), code: 9 },
  { of: 'a version of the API to come', command: find({ apiVersion: '2' }), code: 322, codeName: 'APIVersionError' },
  { of: 'an unknown variable', command: find({ filter: { $expr: { $eq: ['$_id', '$$none'] } } }), code: 17276 },
  { of: 'an unknown variable in a pipeline', command: stage({ $project: { a: '$$none' } }), code: 17276 },
  { of: 'an unknown variable in an update', command: change([{ $set: { a: '$$none' } }]), code: 17276 },
  { of: 'an unknown expression', command: stage({ $project: { a: { $none: 1 } } }), code: 168 },
  { of: '$not of nothing', command: find({ filter: { a: { $not: {} } } }), code: 2 },
  { of: 'an operator in $in', command: find({ filter: { a: { $in: [{ $gt: 1 }] } } }), code: 2 },
  { of: 'a broken pattern', command: find({ filter: { a: { $regex: '(' } } }), code: 51091 },
  { of: 'an unknown flag of a pattern', command: find({ filter: { a: { $regex: 'a', $options: 'q' } } }), code: 51108 },
  { of: '$group without _id', command: stage({ $group: { n: { $sum: 1 } } }), code: 15955 },
  { of: '$group of a constant', command: stage({ $group: { _id: 1, n: 1 } }), code: 40234 },
  { of: '$project of nothing', command: stage({ $project: {} }), code: 51272 },
  { of: '$sort by nothing', command: stage({ $sort: {} }), code: 15976 },
  { of: '$count without a name', command: stage({ $count: '' }), code: 40157 },
  { of: '$count into a path', command: stage({ $count: '$n' }), code: 40158 },
  { of: '$unwind of no path', command: stage({ $unwind: 'list' }), code: 28818 },
  { of: '$sample of less than none', command: stage({ $sample: { size: -1 } }), code: 28747 },
  { of: '$skip backwards', command: stage({ $skip: -1 }), code: 5107200 },
  { of: '$limit below none', command: stage({ $limit: -1 }), code: 5107201 },
  { of: '$out to a number', command: stage({ $out: 1 }), code: 16990 },
  { of: '$merge into nothing', command: stage({ $merge: {} }), code: 40414 },
  { of: '$merge with an unknown field', command: stage({ $merge: { into: 'others', how: 1 } }), code: 40415 },
  { of: '$merge that does what is not known', command: stage({ $merge: { into: 'others', whenMatched: 'add' } }), code: 2 },
  { of: '$merge on a field that is not unique', command: stage({ $merge: { into: 'items', on: 'n' } }), code: 51183 },
  { of: 'array filters beside a pipeline', command: change([{ $set: { a: 1 } }], { arrayFilters: [{ x: 1 }] }), code: 9 },
  { of: 'an update by no stage', command: change([{}]), code: 40323 },
  { of: 'an update by an unknown stage', command: change([{ $none: {} }]), code: 40324 },
  { of: 'a dollar inside a path', command: change({ $set: { 'a.$b': 1 } }), code: 52 },
  { of: 'renaming a field to itself', command: change({ $rename: { n: 'n' } }), code: 2 },
  { of: 'renaming a field to a number', command: change({ $rename: { n: 1 } }), code: 2 },
  { of: '$currentDate of a text', command: change({ $currentDate: { at: 'now' } }), code: 2 },
  { of: 'a fail point', command: { configureFailPoint: 'failCommand', mode: 'off' }, code: 59, codeName: 'CommandNotFound' },
]; // prettier-ignore

describe('refusals', () => {
  let temporary: TemporaryStore;

  beforeAll(async () => {
    temporary = await temporaryStore();
    await temporary.db.collection<{ _id: number; n: number }>('items').insertOne({ _id: 1, n: 1 });
  });
  afterAll(() => temporary.close());

  async function refusalOf(command: Document): Promise<Document> {
    const { writeErrors } = await temporary.db.command(command);
    const [first] = (writeErrors ?? []) as Document[];
    throw Object.assign(new Error('refused'), first);
  }

  test.each(REFUSALS)('have MongoDB’s code: $of', async ({ command, code, codeName }) => {
    expect(await errorOf(refusalOf(command))).toMatchObject({ code, ...(codeName ? { codeName } : {}) });
  });

  test('change nothing', async () => {
    expect(await temporary.db.collection('items').find().toArray()).toEqual([{ _id: 1, n: 1 }]);
    expect(await temporary.db.listCollections().toArray()).toHaveLength(1);
  });
});
