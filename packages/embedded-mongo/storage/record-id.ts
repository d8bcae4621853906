/** Documents are numbered in the order of their arrival; the number's six bytes are the key of the record. */
export const RECORD_ID_BYTES = 6;

export function encodeRecordId(id: number): Buffer {
  const bytes = Buffer.allocUnsafe(RECORD_ID_BYTES);
  bytes.writeUIntBE(id, 0, RECORD_ID_BYTES);
  return bytes;
}

/** The record that an index entry points to: the last six bytes of its key. */
export function recordIdOf(entry: Buffer): number {
  return entry.readUIntBE(entry.length - RECORD_ID_BYTES, RECORD_ID_BYTES);
}
