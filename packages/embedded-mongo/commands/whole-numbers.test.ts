import { Decimal128, Double, Long, type Document } from 'mongodb';
import { errorOf, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

let temporary: TemporaryStore;
beforeAll(async () => {
  temporary = await temporaryStore();
  await temporary.db.collection('things').insertMany([{ a: 1 }, { a: 2 }, { a: 3 }]);
});
afterAll(() => temporary.close());

const HUGE = Long.MAX_VALUE;
const batchOf = (reply: Document) => (reply.cursor as { firstBatch: unknown[] }).firstBatch.length;

describe('a count of documents may be a number of any type', () => {
  test.each<[name: string, command: Document, found: number]>([
    ['find.limit as a long', { find: 'things', limit: Long.fromNumber(2) }, 2],
    ['find.limit as a long beyond 2^53', { find: 'things', limit: HUGE }, 3],
    ['find.limit as a decimal', { find: 'things', limit: Decimal128.fromString('2') }, 2],
    ['find.limit with a fraction, which is cut off', { find: 'things', limit: new Double(2.9) }, 2],
    ['find.limit that is not a number', { find: 'things', limit: NaN }, 3],
    ['find.skip as a long beyond 2^53', { find: 'things', skip: HUGE }, 0],
    ['find.skip as a decimal', { find: 'things', skip: Decimal128.fromString('1') }, 2],
    ['find.batchSize as a long beyond 2^53', { find: 'things', batchSize: HUGE }, 3],
    [
      'aggregate.cursor.batchSize as a long',
      { aggregate: 'things', pipeline: [], cursor: { batchSize: HUGE } },
      3,
    ],
  ])('%s', async (_name, command, found) => {
    expect(batchOf(await temporary.db.command(command))).toBe(found);
  });

  test.each<[name: string, command: Document, n: number]>([
    ['count.limit as a long beyond 2^53', { limit: HUGE }, 3],
    ['count.limit below 0', { limit: Long.fromNumber(-2) }, 2],
    ['count.skip as a decimal', { skip: Decimal128.fromString('1') }, 2],
  ])('%s', async (_name, fields, n) => {
    expect(await temporary.db.command({ count: 'things', ...fields })).toMatchObject({ n });
  });

  test('getMore.batchSize as a decimal', async () => {
    const { cursor } = (await temporary.db.command({ find: 'things', batchSize: 0 })) as {
      cursor: { id: Long };
    };
    const batchSize = Decimal128.fromString('2');
    const more = await temporary.db.command({
      getMore: Long.fromValue(cursor.id),
      collection: 'things',
      batchSize,
    });
    expect((more.cursor as { nextBatch: unknown[] }).nextBatch).toHaveLength(2);
  });

  test('delete.limit as a long', async () => {
    const deletes = [{ q: { a: 9 }, limit: Long.fromNumber(1) }];
    expect(await temporary.db.command({ delete: 'things', deletes })).toMatchObject({ n: 0 });
  });
});

describe('a count of documents is refused', () => {
  test.each<[name: string, command: Document, code: number, message: string]>([
    ['as a text', { find: 'things', limit: '1' }, 14, "'find.limit' is the wrong type 'string'"],
    [
      'in a cursor',
      { aggregate: 'things', pipeline: [], cursor: { batchSize: 'x' } },
      14,
      "wrong type 'string'",
    ],
    [
      'below 0',
      { find: 'things', limit: Long.fromNumber(-1) },
      51024,
      "value must be >= 0, actual value '-1'",
    ],
    ['below 0 in a cursor', { aggregate: 'things', pipeline: [], cursor: { batchSize: -1 } }, 51024, '>= 0'],
  ])('%s', async (_name, command, code, message) => {
    const error = await errorOf(temporary.db.command(command));
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) as string });
  });
});

describe('a transaction', () => {
  const TRANSACTION = { lsid: { id: 1 }, txnNumber: Long.ONE, autocommit: false };
  const refused = { code: 20, codeName: 'IllegalOperation' };

  test.each([
    ['its first command', { find: 'things', ...TRANSACTION, startTransaction: true }],
    ['its end', { commitTransaction: 1, ...TRANSACTION }],
    ['its abort', { abortTransaction: 1, ...TRANSACTION }],
  ])('is refused as by a standalone MongoDB: %s', async (_name, { lsid: _, ...command }) => {
    expect(await errorOf(temporary.db.command(command))).toMatchObject(refused);
  });
});
