import { type Document } from 'bson';
import { type SortField } from './sort-spec';

/** The read that a plan is made for. */
export interface PlanRequest {
  readonly filter: Document;
  readonly sort: readonly SortField[];
  /** How many documents are read, skipped ones included; undefined for all. */
  readonly need?: number;
  readonly hint?: unknown;
  /** The only fields that the answer is made of. An index whose keys have them and the filter's is enough. */
  readonly wanted?: readonly string[];
}
