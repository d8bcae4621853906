import { temporaryStore, type TemporaryStore } from 'embedded-mongo/testing';
import { seedCollections } from './seed-collections';

let temporary: TemporaryStore;
beforeAll(async () => (temporary = await temporaryStore()));
afterAll(() => temporary.close());

it('moves unique values between documents, those that stay and those that go', async () => {
  const { db } = temporary;
  const places = db.collection<{ _id: string; names: string[] }>('places');
  await places.createIndex({ names: 1 }, { unique: true });
  const seed = async (documents: { _id: string; names: string[] }[]) => {
    await seedCollections(db, 'plan', () => undefined, [{ name: 'places', documents }]);
    return places.find().sort({ _id: 1 }).toArray();
  };
  const before = [
    { _id: 'a', names: ['甲'] },
    { _id: 'b', names: ['乙'] },
    { _id: 'c', names: ['丙'] },
  ];
  const after = [
    { _id: 'a', names: ['乙', '丙'] },
    { _id: 'b', names: ['甲'] },
  ];

  expect(await seed(before)).toEqual(before);
  expect(await seed(after)).toEqual(after);
});
