import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import {
  Binary,
  BSON,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  MongoClient,
  ObjectId,
  Timestamp,
  type Document,
} from 'mongodb';
import { startEmbeddedMongo } from '../index';
import { errorOf, temporaryStore, type TemporaryStore } from '../testing/temporary-store';

describe('the wire', () => {
  let temporary: TemporaryStore;
  beforeAll(async () => {
    temporary = await temporaryStore();
  });
  afterAll(() => temporary.close());

  function openSocket(): Socket {
    return connect(decodeURIComponent(/mongodb:\/\/([^/]+)\//.exec(temporary.store.uri)?.[1] ?? ''));
  }

  /** One message out, one answer back. */
  async function exchange(socket: Socket, message: Buffer): Promise<{ opCode: number; body: Document }> {
    socket.write(message);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    const opCode = answer.readInt32LE(12);
    return { opCode, body: BSON.deserialize(answer.subarray(16 + (opCode === 1 ? 20 : 5))) };
  }

  function framed(opCode: number, ...parts: (Uint8Array | number[])[]): Buffer {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    const head = Buffer.alloc(16);
    head.writeInt32LE(16 + body.length, 0);
    head.writeInt32LE(7, 4);
    head.writeInt32LE(opCode, 12);
    return Buffer.concat([head, body]);
  }

  const ping = BSON.serialize({ ping: 1, $db: 'test' });

  test('answers the legacy hello of OP_QUERY with OP_REPLY', async () => {
    const socket = openSocket();
    const query = framed(
      2004,
      [0, 0, 0, 0],
      Buffer.from('admin.$cmd\0'),
      [0, 0, 0, 0, 255, 255, 255, 255],
      BSON.serialize({ isMaster: 1, helloOk: true }),
    );
    expect(await exchange(socket, query)).toMatchObject({
      opCode: 1,
      body: { ismaster: true, helloOk: true, ok: 1 },
    });
    socket.destroy();
  });

  test('takes a checksum, document sequences, and a message in pieces', async () => {
    const socket = openSocket();
    expect(await exchange(socket, framed(2013, [1, 0, 0, 0, 0], ping, [1, 2, 3, 4]))).toMatchObject({
      opCode: 2013,
      body: { ok: 1 },
    });
    const sequence = Buffer.concat([
      Buffer.from('documents\0'),
      BSON.serialize({ _id: 1 }),
      BSON.serialize({ _id: 2 }),
    ]);
    const size = Buffer.alloc(4);
    size.writeInt32LE(sequence.length + 4);
    const insert = framed(
      2013,
      [0, 0, 0, 0, 0],
      BSON.serialize({ insert: 'pieces', $db: 'test' }),
      [1],
      size,
      sequence,
    );
    socket.write(insert.subarray(0, 3));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await exchange(socket, insert.subarray(3))).toMatchObject({ body: { n: 2, ok: 1 } });
    socket.destroy();
  });

  test('refuses what it does not understand without losing the connection', async () => {
    const socket = openSocket();
    expect(await exchange(socket, framed(2013, [4, 0, 0, 0, 0], ping))).toMatchObject({
      body: { ok: 0, codeName: 'ProtocolError' },
    });
    expect(await exchange(socket, framed(2002, [0, 0, 0, 0]))).toMatchObject({
      body: { ok: 0, codeName: 'ProtocolError' },
    });
    expect(await exchange(socket, framed(2013, [0, 0, 0, 0, 0], ping))).toMatchObject({ body: { ok: 1 } });
    socket.destroy();
  });

  test('ends a connection whose message is too large', async () => {
    const socket = openSocket();
    const head = Buffer.alloc(16);
    head.writeInt32LE(60_000_000, 0);
    expect(await exchange(socket, head)).toMatchObject({
      body: { ok: 0, errmsg: expect.stringContaining('48000000') as string },
    });
    socket.destroy();
  });

  test('does an unacknowledged write without answering', async () => {
    const items = temporary.db.collection('quiet', { writeConcern: { w: 0 } });
    expect(await items.insertOne({ a: 1 })).toMatchObject({ acknowledged: false });
    while ((await items.countDocuments()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  test('serves a loopback port, and refuses any other address', async () => {
    const store = await startEmbeddedMongo({ dataDir: `${temporary.dataDir}/port`, port: 0 });
    const client = new MongoClient(store.uri);
    expect(await client.db('a').command({ buildInfo: 1 })).toMatchObject({
      ok: 1,
      versionArray: [8, 0, 0, 0],
    });
    await client.close();
    await store.close();
    await expect(
      startEmbeddedMongo({ dataDir: temporary.dataDir, port: 0, host: '0.0.0.0' }),
    ).rejects.toThrow('host must be a loopback address, but got: 0.0.0.0');
  });

  test('keeps every type, also through an update and a sort', async () => {
    const items = temporary.db.collection<Document>('types', {
      promoteValues: false,
      promoteLongs: false,
      bsonRegExp: true,
    });
    const document = {
      _id: new Int32(1), int: new Int32(1), double: new Double(1), long: Long.fromNumber(1), big: Long.MAX_VALUE, decimal: Decimal128.fromString('1.50'),
      text: '静安', yes: true, none: null, at: new Date(5), id: new ObjectId(), bytes: new Binary(Buffer.from('x'), 5), stamp: new Timestamp({ t: 1, i: 2 }),
      regex: new BSONRegExp('a', 'i'), code: new Code('x'), min: new MinKey(), max: new MaxKey(), nested: { list: [new Double(2), [new Int32(3)]] }, 10: 'a', 2: 'b',
    }; // prettier-ignore
    await items.insertOne(document as never);
    await items.updateOne({ _id: 1 as never }, { $inc: { double: 1, int: 1 }, $set: { text: '区' } });
    const [found] = await items.find().sort({ text: 1 }).toArray();
    expect(found).toEqual({ ...document, double: new Double(2), int: new Int32(2), text: '区' });
  });
});

describe('cursors', () => {
  let temporary: TemporaryStore;
  beforeAll(async () => {
    temporary = await temporaryStore();
    await temporary.db
      .collection('many')
      .insertMany(Array.from({ length: 500 }, (_, i) => ({ _id: i as never, n: i })));
  });
  afterAll(() => temporary.close());

  const open = async (): Promise<number> =>
    (
      (await temporary.db.command({ serverStatus: 1 })) as {
        metrics: { cursor: { open: { total: number } } };
      }
    ).metrics.cursor.open.total;

  test('show the data as it was when they were opened', async () => {
    const many = temporary.db.collection('many');
    const cursor = many.find().sort({ _id: 1 }).batchSize(10);
    await cursor.next();
    await many.deleteMany({ n: { $gte: 250 } });
    await many.insertOne({ _id: 1_000 as never });
    expect(await cursor.toArray()).toHaveLength(499);
    expect(await many.countDocuments()).toBe(251);
  });

  test('are closed by their client, by a drop, and at their end', async () => {
    const many = temporary.db.collection('many');
    const [first, second] = [many.find().batchSize(2), many.find().batchSize(2)];
    await first.next();
    await second.next();
    expect(await open()).toBe(2);
    await first.close();
    expect(await open()).toBe(1);
    await many.drop();
    expect(await open()).toBe(0);
    expect(await errorOf(second.toArray())).toMatchObject({ code: 43 });
  });

  test('of one client interleave with the writes of others', async () => {
    const busy = temporary.db.collection<{ _id: number; n: number }>('busy');
    await busy.insertOne({ _id: 1, n: 0 });
    await Promise.all(Array.from({ length: 200 }, () => busy.updateOne({ _id: 1 }, { $inc: { n: 1 } })));
    expect(await busy.findOne({ _id: 1 })).toEqual({ _id: 1, n: 200 });
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => busy.updateOne({ _id: 1, n: 200 }, { $set: { n: 0 } })),
    );
    expect(claims.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
  });
});
