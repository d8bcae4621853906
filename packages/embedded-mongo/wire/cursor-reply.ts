import { ByteWriter } from '../values/byte-writer';

const writer = new ByteWriter();

/** `{ cursor: { firstBatch | nextBatch, id, ns }, ok: 1 }` around documents that are bytes already, with further counts. */
export function cursorReply(
  batch: 'firstBatch' | 'nextBatch',
  documents: readonly Buffer[],
  id: bigint,
  namespace: string,
  counts: object = {},
): Buffer {
  const whole = open();
  name(0x03, 'cursor');
  const cursor = open();
  name(0x04, batch);
  const array = open();
  documents.forEach((document, i) => {
    name(0x03, String(i));
    writer.bytes(document);
  });
  close(array);
  name(0x12, 'id');
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(id);
  writer.bytes(bytes);
  name(0x02, 'ns');
  writer.int32LE(Buffer.byteLength(namespace) + 1);
  writer.utf8(namespace);
  writer.byte(0);
  close(cursor);
  for (const [field, count] of Object.entries(counts)) {
    name(0x10, field);
    writer.int32LE(Number(count));
  }
  name(0x01, 'ok');
  writer.bytes(ONE);
  close(whole);
  return writer.take();
}

const ONE = Buffer.alloc(8);
ONE.writeDoubleLE(1);

function open(): number {
  const at = writer.length;
  writer.int32LE(0);
  return at;
}

function close(at: number): void {
  writer.byte(0);
  writer.patchInt32LE(at, writer.length - at);
}

function name(type: number, field: string): void {
  writer.byte(type);
  writer.utf8(field);
  writer.byte(0);
}
