import { type Collection, type Document } from 'mongodb';
import { codeOf } from '../answers';
import { type ConformanceCase } from '../conformance-case';

interface Lease extends Document {
  _id: 'lease';
  holder: string;
  beat: number;
}

/** Writes that several processes make, or one that may be cut off: each holds however often it is made. */
export const LASTING_CASES: readonly ConformanceCase[] = [
  {
    name: 'a lease is inserted once, renewed by its holder, and taken over only as it was seen',
    run: async ({ db }) => {
      const leases = db.collection<Lease>('leases');
      await leases.insertOne({ _id: 'lease', holder: 'first', beat: 0 });
      const again = await codeOf(leases.insertOne({ _id: 'lease', holder: 'second', beat: 0 }));
      const seen = await leases.findOne({ _id: 'lease' });
      const renewed = await leases.updateOne({ _id: 'lease', holder: 'first' }, { $inc: { beat: 1 } });
      const takeOver = { $set: { holder: 'second', beat: 0 } };
      const late = await leases.updateOne({ ...seen }, takeOver);
      const current = await leases.findOne({ _id: 'lease' });
      const taken = await leases.updateOne({ ...current }, takeOver);
      const released = await leases.deleteOne({ _id: 'lease', holder: 'first' });
      return [
        again,
        renewed.modifiedCount,
        late.matchedCount,
        taken.modifiedCount,
        released.deletedCount,
        await leases.findOne({}),
      ];
    },
    expected: [
      { code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 'lease' } },
      1,
      0,
      1,
      0,
      { _id: 'lease', holder: 'second', beat: 0 },
    ],
  },
  {
    name: 'seeds are upserted beside fields that only an insert sets, and what they dropped is deleted',
    run: async ({ targets }) => {
      const seed = async () => {
        const { deletedCount } = await targets.deleteMany({ revision: 1, _id: { $nin: ['e:1', 'n'] } });
        const upsert = (_id: string) => ({
          updateOne: {
            filter: { _id },
            update: { $set: { title: 'seeded', 'sort.plan': _id }, $setOnInsert: { 'sort.updated': 0 } },
            upsert: true,
          },
        });
        const { upsertedCount, modifiedCount } = await targets.bulkWrite([upsert('e:1'), upsert('n')], {
          ordered: false,
        });
        return { deletedCount, upsertedCount, modifiedCount };
      };
      const written = [await seed(), await seed()];
      const found = targets.find({ title: 'seeded' }, { projection: { sort: 1 } }).sort({ _id: 1 });
      return [...written, await found.toArray()];
    },
    expected: [
      { deletedCount: 3, upsertedCount: 1, modifiedCount: 1 },
      { deletedCount: 0, upsertedCount: 0, modifiedCount: 0 },
      [
        { _id: 'e:1', sort: { plan: 'e:1' } },
        { _id: 'n', sort: { plan: 'n', updated: 0 } },
      ],
    ],
  },
  {
    name: 'an element is set by its position where it differs',
    run: async ({ targets }) => {
      const restore = () =>
        targets.updateMany({ kind: 'FIGURE', 'tags.0': { $ne: 'c' } }, { $set: { 'tags.0': 'c' } });
      return [(await restore()).modifiedCount, (await restore()).modifiedCount, await tagsOf(targets)];
    },
    expected: [2, 0, [['c'], ['a', 'c'], ['c', 'b'], ['b'], ['c']]],
  },
  {
    name: 'pending changes are found by a field of theirs, and pulled once they are applied',
    run: async ({ targets }) => {
      const change = { history: { operation: 'op', from: 'a' } };
      await targets.updateOne({ _id: 'e:1' }, { $push: change } as Document);
      const pending = () => targets.countDocuments({ 'history.operation': { $gte: '' } });
      const before = await pending();
      const pull = {
        updateOne: { filter: { _id: 'e:1' }, update: { $pull: { history: { operation: 'op' } } } },
      };
      await targets.bulkWrite([pull as never], { ordered: false });
      return [before, await pending()];
    },
    expected: [1, 0],
  },
  {
    name: 'a mark is taken away before a change, and set after it',
    run: async ({ db }) => {
      const marks = db.collection<Document>('marks');
      const mark = () =>
        marks.updateOne({ _id: 'seeds' as never }, { $set: { digest: 1 } }, { upsert: true });
      const unmark = () => marks.updateOne({ _id: 'seeds' as never }, { $unset: { digest: '' } });
      const counts = [
        (await unmark()).matchedCount,
        (await mark()).upsertedCount,
        (await unmark()).modifiedCount,
      ];
      return [...counts, await marks.findOne({})];
    },
    expected: [0, 1, 1, { _id: 'seeds' }],
  },
];

const tagsOf = async (targets: Collection<Document & { _id: string }>): Promise<unknown[]> =>
  (await targets.find().sort({ _id: 1 }).toArray()).map(({ tags }) => tags as unknown);
