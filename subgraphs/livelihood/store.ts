import type { Db } from 'mongodb';
import { createDepartmentStore, type DepartmentStore } from '../kit';
import { code, indexes, type TargetDocument } from './documents';

export type Store = DepartmentStore<TargetDocument>;

/** The only file that queries this department's database. */
export function createStore(db: Db): Store {
  return createDepartmentStore<TargetDocument>(code, db, indexes);
}
