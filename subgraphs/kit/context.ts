import type { DepartmentStore } from './department-store';
import type { DepartmentLoaders } from './loaders';

/** The part of a client's request that the gateway passes on to a subgraph. */
export interface Caller {
  /** The `Authorization` header, if any. */
  readonly authorization?: string;
}

/** The context of a department's resolvers; made anew for each request. */
export interface DepartmentContext<OwnLoaders extends object = object> {
  readonly store: DepartmentStore;
  readonly loaders: DepartmentLoaders;
  /** The loaders that the department made itself, by its option `createLoaders`. */
  readonly ownLoaders: OwnLoaders;
  /** @throws FORBIDDEN when the caller may not write to this department's section */
  readonly assertMayWrite: () => void;
}
