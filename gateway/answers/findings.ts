/** A place in an answer whose value cannot be right, and why. */
export interface Finding {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A place in an answer as a list from the inside out, so that a path is written only for a finding. */
export interface Place {
  readonly parent: Place | undefined;
  readonly key: string | number;
}

export class Findings {
  readonly #found: Finding[] = [];

  get count(): number {
    return this.#found.length;
  }

  /** In the order in which they were found. */
  list(): readonly Finding[] {
    return this.#found;
  }

  /** @returns null, the value that a wrong place gets */
  add(place: Place, message: string): null {
    this.#found.push({ path: pathTo(place), message });
    return null;
  }
}

function pathTo(place: Place | undefined): (string | number)[] {
  return place ? [...pathTo(place.parent), place.key] : [];
}
