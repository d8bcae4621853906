import { createDepartmentLoaders, type DepartmentLoaders } from '../kit';
import type { TargetDocument } from './documents';
import type { Store } from './store';

export type Loaders = DepartmentLoaders<TargetDocument>;

/** One set per request. */
export function createLoaders(store: Store): Loaders {
  return createDepartmentLoaders(store);
}
