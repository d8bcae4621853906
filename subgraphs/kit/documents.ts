import {
  resultListIndexes,
  targetListIndexes,
  type IndexDeclaration,
} from '../../lists/answer/stored/indexes';
import type { ListedResult, ListedTarget } from '../../lists/answer/stored/documents';

export interface QuantityDocument {
  value: number;
  unit: string;
  text: string;
  comparator: 'EXACTLY' | 'AT_LEAST' | 'ABOUT';
  measure: 'AMOUNT' | 'GROWTH' | 'LEVEL';
}

export interface CitationDocument {
  document: string;
  locator: string;
  quote: string;
}

export interface ChangeDocument {
  absolute: number;
  relative: number | null;
  unit: string;
}

/** The progress of a target as a department filed it. A value is in the target's unit; an entry has a value, a note or both. */
export interface ProgressEntry {
  value: number | null;
  note: string | null;
  /** The day that the entry describes, `2023-06-30`. */
  asOf: string;
  /** When the entry was filed. */
  reportedAt: Date;
  /** See `MovedEntry`. */
  movedFrom: string;
}

/** A target as stored. `Details` are the fields of the department's trade, by their names in `schema.graphql`. */
export interface TargetDocument<Details = Readonly<Record<string, unknown>>> extends ListedTarget {
  quantity: QuantityDocument | null;
  citations: CitationDocument[];
  baseline: string | null;
  change: ChangeDocument | null;
  related: { id: string; note: string }[];
  details: Details;
  /** Oldest first. Entries are appended and never changed, by seeding neither. */
  progress: ProgressEntry[];
  updatedAt: Date;
}

export interface ResultDocument extends ListedResult {
  quantity: QuantityDocument;
  citations: CitationDocument[];
}

/** The indexes of lists, and that of `Result.targets`. */
export const targetIndexes: readonly IndexDeclaration[] = [
  ...targetListIndexes,
  { key: { baseline: 1, 'sort.plan': 1 } },
];

export const resultIndexes: readonly IndexDeclaration[] = resultListIndexes;
