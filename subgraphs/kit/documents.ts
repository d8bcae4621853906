import type { CreateIndexesOptions, IndexSpecification } from 'mongodb';
import type { SortKeys } from './sort-keys';

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

/** That a target belongs to a place: the scope (see `placeScope`), and the words that say so. */
export interface CoverageDocument {
  scope: string;
  evidence: string;
}

export interface ChangeDocument {
  absolute: number;
  relative: number | null;
  unit: string;
}

export interface ProgressDocument {
  value: number | null;
  note: string | null;
  /** `2023-06-30` */
  asOf: string;
  reportedAt: Date;
}

interface StatementDocument {
  _id: string;
  year: number;
  title: string;
  text: string;
  citations: CitationDocument[];
  coverage: CoverageDocument[];
  /** Normalised title and text, see text.ts. */
  searchText: string;
  sort: SortKeys;
}

/** A target as stored. `Details` are the fields of the department's own trade. */
export interface TargetDocument<Details = object> extends StatementDocument {
  kind: 'FIGURE' | 'COVERAGE' | 'TREND' | 'MILESTONE' | 'UNDERTAKING';
  quantity: QuantityDocument | null;
  item: number | null;
  chapter: number | null;
  baseline: string | null;
  change: ChangeDocument | null;
  comparison: 'BELOW' | 'EQUAL' | 'ABOVE' | null;
  related: { id: string; note: string }[];
  details: Details;
  /** Append-only, oldest first. Written by reports alone, never by seeding. */
  progress: ProgressDocument[];
  status: 'UNREPORTED' | 'UNDER_WAY' | 'ACHIEVED';
  revision: number;
  updatedAt: Date;
}

export interface ResultDocument extends StatementDocument {
  quantity: QuantityDocument;
  yearOnYear: number | null;
  cumulative: boolean;
}

export interface IndexDeclaration {
  readonly key: IndexSpecification & Readonly<Record<string, 1 | -1>>;
  readonly options?: CreateIndexesOptions;
}

/**
 * One index per way into a list, each ending in the sort key that the list is paged by, so that a page costs its own
 * length and not the collection's.
 */
export const targetIndexes: readonly IndexDeclaration[] = [
  { key: { 'sort.plan': 1 }, options: { unique: true } },
  { key: { 'sort.value': 1 } },
  { key: { 'sort.title': 1 } },
  { key: { 'sort.updated': 1 } },
  { key: { chapter: 1, 'sort.plan': 1 } },
  { key: { item: 1, 'sort.plan': 1 } },
  { key: { 'coverage.scope': 1, 'sort.plan': 1 } },
  { key: { kind: 1, 'sort.plan': 1 } },
  { key: { status: 1, 'sort.plan': 1 } },
  { key: { comparison: 1, 'sort.plan': 1 } },
  { key: { 'quantity.unit': 1, 'sort.value': 1 } },
  { key: { baseline: 1, 'sort.plan': 1 } },
];

export const resultIndexes: readonly IndexDeclaration[] = [
  { key: { 'sort.plan': 1 }, options: { unique: true } },
  { key: { 'sort.value': 1 } },
  { key: { 'sort.title': 1 } },
  { key: { 'sort.updated': 1 } },
  { key: { 'coverage.scope': 1, 'sort.plan': 1 } },
  { key: { 'quantity.unit': 1, 'sort.value': 1 } },
];
