import type { Loaders } from './loaders';
import type { Store } from './store';

/** What the plan office's resolvers work with; made anew for each request. */
export interface Context {
  readonly store: Store;
  readonly loaders: Loaders;
}
