import { type Collection, type Db, type Document } from 'mongodb';

/** What a case works with: three collections that are made anew for each case. */
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
  /** Gives what is compared: with `expected`, and between the servers. */
  readonly run: (context: CaseContext) => Promise<unknown>;
  readonly expected: unknown;
}
