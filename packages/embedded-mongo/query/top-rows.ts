/** Sorts rows and keeps the first so many, or all for undefined; holds twice as many at most. Equal rows keep their order. */
export class TopRows<T> {
  #rows: { row: T; arrival: number }[] = [];
  #arrivals = 0;
  readonly #compare: (a: { row: T; arrival: number }, b: { row: T; arrival: number }) => number;

  constructor(
    private readonly wanted: number | undefined,
    compare: (a: T, b: T) => number,
  ) {
    this.#compare = (a, b) => compare(a.row, b.row) || a.arrival - b.arrival;
  }

  add(row: T): void {
    this.#rows.push({ row, arrival: this.#arrivals++ });
    if (this.wanted !== undefined && this.#rows.length >= Math.max(64, this.wanted * 2))
      this.#trim(this.wanted);
  }

  sorted(): T[] {
    this.#trim(this.wanted ?? this.#rows.length);
    return this.#rows.map(({ row }) => row);
  }

  #trim(length: number): void {
    this.#rows.sort(this.#compare);
    this.#rows.length = Math.min(this.#rows.length, length);
  }
}
