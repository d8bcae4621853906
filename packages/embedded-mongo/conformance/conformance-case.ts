import { type Collection, type Db, type Document } from 'mongodb';

/** The database of a case, with collections that are made anew for it. */
export interface CaseContext {
  readonly db: Db;
  readonly targets: Collection<Target>;
  readonly results: Collection<Target>;
}

export interface Target extends Document {
  _id: string;
  tags?: string[];
  history?: Document[];
}

export interface ConformanceCase {
  readonly name: string;
  /** @returns the answer that must equal `expected`, on every server */
  readonly run: (context: CaseContext) => Promise<unknown>;
  readonly expected: unknown;
}
