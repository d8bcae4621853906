const BITS = 5;
const WORDS_PER_CHUNK = 32;
const RECORDS_PER_CHUNK = WORDS_PER_CHUNK << BITS;

/** A set of record ids, a bit for each, in chunks of 1,024: a result may have all ids or a few that lie far apart. */
export class RecordSet {
  readonly #chunks = new Map<number, Uint32Array>();
  #lastChunk = -1;
  #words: Uint32Array = new Uint32Array(0);
  size = 0;

  /** False when the record was there already. */
  add(recordId: number): boolean {
    const chunk = Math.floor(recordId / RECORDS_PER_CHUNK);
    if (chunk !== this.#lastChunk) this.#turnTo(chunk);
    const bit = recordId % RECORDS_PER_CHUNK;
    const word = bit >>> BITS;
    const mask = 1 << (bit & (2 ** BITS - 1));
    const before = this.#words[word] as number;
    if (before & mask) return false;
    this.#words[word] = before | mask;
    this.size++;
    return true;
  }

  #turnTo(chunk: number): void {
    let words = this.#chunks.get(chunk);
    if (!words) this.#chunks.set(chunk, (words = new Uint32Array(WORDS_PER_CHUNK)));
    this.#words = words;
    this.#lastChunk = chunk;
  }
}
