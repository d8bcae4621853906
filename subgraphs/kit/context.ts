import type { DepartmentStore } from './department-store';
import type { DepartmentLoaders } from './loaders';
import type { TargetDocument } from '../../lists/answer/documents';

/** Who asks: what the gateway passes on of the client's request. */
export interface Caller {
  /** The `Authorization` header, if any. */
  readonly authorization?: string;
}

/** What a department's resolvers work with; made anew for each request. */
export interface DepartmentContext<Target extends TargetDocument = TargetDocument> {
  readonly store: DepartmentStore<Target>;
  readonly loaders: DepartmentLoaders<Target>;
  /** @throws FORBIDDEN when the caller may not write to this department's section */
  readonly assertMayWrite: () => void;
}
