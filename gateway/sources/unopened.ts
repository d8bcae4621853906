import { SourceFailure, type SourceResponse } from './failure';
import type { Source } from './source';

/** A subgraph of this process whose store could not be opened: down until the next start. */
export class UnopenedSource implements Source {
  readonly trusted = true;

  constructor(private readonly name: string) {}

  fetch(): Promise<SourceResponse> {
    return Promise.reject(this.#failure());
  }

  ping(): Promise<void> {
    return Promise.reject(this.#failure());
  }

  async close(): Promise<void> {}

  #failure(): SourceFailure {
    return new SourceFailure(this.name, 'its store could not be opened');
  }
}
