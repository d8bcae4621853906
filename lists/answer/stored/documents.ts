import type { SortKeys } from '../../contract/sort-keys';
import type { Coverage } from '../../contract/slice';

/** The fields of a stored target or result that lists need. A department stores more, see subgraphs/kit/documents.ts. */
interface ListedDocument {
  _id: string;
  year: number;
  title: string;
  text: string;
  coverage: Coverage[];
  /** Its list keys, see list-keys.ts. Another field name would need a migration of databases that hold progress. */
  ways: string[];
  /** Normalised title and text, see contract/text.ts. */
  searchTitle: string;
  searchText: string;
  /** Terms of the text index, see grams.ts. */
  grams: string[];
  sort: SortKeys;
}

export interface ListedTarget extends ListedDocument {
  kind: 'FIGURE' | 'COVERAGE' | 'TREND' | 'MILESTONE' | 'UNDERTAKING';
  quantity: { value: number; unit: string } | null;
  item: number | null;
  chapter: number | null;
  hasBaseline: boolean;
  /** The target against its baseline; null when there is none in the same unit. */
  comparison: 'BELOW' | 'EQUAL' | 'ABOVE' | null;
  status: 'UNREPORTED' | 'UNDER_WAY' | 'ACHIEVED';
  /** How many progress entries were filed. */
  revision: number;
  /** The progress entries, oldest first. */
  progress: MovedEntry[];
  /** Changes of status that the counts do not hold yet, see counts.ts; absent when there are none. */
  uncounted?: UncountedChange[];
}

export interface ListedResult extends ListedDocument {
  quantity: { value: number; unit: string };
  yearOnYear: number | null;
  cumulative: boolean;
}

/** A progress entry moves its target to the end of the order UPDATED that is the latest. */
export interface MovedEntry {
  /** The key `sort.updated` that the target had until this entry. */
  movedFrom: string;
}

export interface UncountedChange {
  /** Unique: the target's id and the revision that made the change, `economy:2.1@3`. */
  operation: string;
  from: ListedTarget['status'];
  to: ListedTarget['status'];
}
