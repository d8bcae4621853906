import { codeOf } from '../answers';
import { type ConformanceCase } from '../conformance-case';
import { INDEXES } from '../target-data';

export const COLLECTION_CASES: readonly ConformanceCase[] = [
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
];
