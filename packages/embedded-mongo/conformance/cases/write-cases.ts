import { type Document } from 'mongodb';
import { BACK, codeOf } from '../answers';
import { type ConformanceCase } from '../conformance-case';
import { TARGETS } from '../target-data';

export const WRITE_CASES: readonly ConformanceCase[] = [
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
