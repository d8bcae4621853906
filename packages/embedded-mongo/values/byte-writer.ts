/** A growing byte buffer. `take` returns a copy of the bytes written and empties it. */
export class ByteWriter {
  #buffer = Buffer.allocUnsafe(512);
  #length = 0;

  byte(value: number): void {
    this.#reserve(1);
    this.#buffer[this.#length++] = value;
  }

  bytes(source: Uint8Array): void {
    this.#reserve(source.length);
    this.#buffer.set(source, this.#length);
    this.#length += source.length;
  }

  int32LE(value: number): void {
    this.#reserve(4);
    this.#length = this.#buffer.writeInt32LE(value, this.#length);
  }

  uint32BE(value: number): void {
    this.#reserve(4);
    this.#length = this.#buffer.writeUInt32BE(value >>> 0, this.#length);
  }

  uint64BE(value: bigint): void {
    this.#reserve(8);
    this.#length = this.#buffer.writeBigUInt64BE(BigInt.asUintN(64, value), this.#length);
  }

  doubleBE(value: number): number {
    this.#reserve(8);
    this.#length = this.#buffer.writeDoubleBE(value, this.#length);
    return this.#length - 8;
  }

  utf8(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += this.#buffer.write(text, this.#length, 'utf8');
  }

  get length(): number {
    return this.#length;
  }

  /** The written bytes themselves, valid until the next write. */
  view(start = 0): Buffer {
    return this.#buffer.subarray(start, this.#length);
  }

  patchInt32LE(at: number, value: number): void {
    this.#buffer.writeInt32LE(value, at);
  }

  take(): Buffer {
    const copy = Buffer.from(this.view());
    this.#length = 0;
    return copy;
  }

  /** The bytes written as a text of Latin-1, a character for each; empties the buffer. */
  takeText(): string {
    const text = this.#buffer.toString('latin1', 0, this.#length);
    this.#length = 0;
    return text;
  }

  #reserve(extra: number): void {
    const needed = this.#length + extra;
    if (needed <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(grown, 0, 0, this.#length);
    this.#buffer = grown;
  }
}
