import type { DepartmentStore } from './department-store';
import type { DepartmentLoaders } from './loaders';

/** What the gateway passes on of the client's request. */
export interface Caller {
  /** The `Authorization` header, if any. */
  readonly authorization?: string;
}

/** What a department's resolvers work with; made anew for each request. */
export interface DepartmentContext<OwnLoaders extends object = object> {
  readonly store: DepartmentStore;
  readonly loaders: DepartmentLoaders;
  /** The loaders that the department made itself, by its option `createLoaders`. */
  readonly ownLoaders: OwnLoaders;
  /** @throws FORBIDDEN when the caller may not write to this department's section */
  readonly assertMayWrite: () => void;
}
