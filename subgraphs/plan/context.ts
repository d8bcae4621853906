import type { Loaders } from './loaders';
import type { Store } from './store';

/** The context of the plan office's resolvers, made anew for each request. */
export interface Context {
  readonly store: Store;
  readonly loaders: Loaders;
}
