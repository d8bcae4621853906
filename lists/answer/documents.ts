import type { CreateIndexesOptions, IndexSpecification } from 'mongodb';
import type { SortKeys } from '../contract/sort-keys';

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
  /** The key that the target had before in the order of updates. */
  movedFrom: string;
}

interface StatementDocument {
  _id: string;
  year: number;
  title: string;
  text: string;
  citations: CitationDocument[];
  coverage: CoverageDocument[];
  /** Ways that lists find it by, see ways.ts. */
  ways: string[];
  /** Normalised title and text, see text.ts. */
  searchTitle: string;
  searchText: string;
  /** What it is searched by, see search.ts. */
  grams: string[];
  sort: SortKeys;
}

/** A target as stored. `Details` are the fields of the department's own trade. */
export interface TargetDocument<Details = Readonly<Record<string, unknown>>> extends StatementDocument {
  kind: 'FIGURE' | 'COVERAGE' | 'TREND' | 'MILESTONE' | 'UNDERTAKING';
  quantity: QuantityDocument | null;
  item: number | null;
  chapter: number | null;
  baseline: string | null;
  hasBaseline: boolean;
  change: ChangeDocument | null;
  comparison: 'BELOW' | 'EQUAL' | 'ABOVE' | null;
  related: { id: string; note: string }[];
  details: Details;
  /** Append-only, oldest first. Written by reports alone, never by seeding. */
  progress: ProgressDocument[];
  status: 'UNREPORTED' | 'UNDER_WAY' | 'ACHIEVED';
  revision: number;
  updatedAt: Date;
  /** Changes of status that the counts do not hold yet, see counts.ts; absent when there are none. */
  uncounted?: UncountedChange[];
}

export interface UncountedChange {
  /** Unique: the target's id and the revision that made the change. */
  operation: string;
  from: TargetDocument['status'];
  to: TargetDocument['status'];
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

const sortKeys = ['sort.plan', 'sort.value', 'sort.title', 'sort.updated'] as const;

/** A list is paged through the index of its order, behind the way that opens it: a page costs its own length. */
const listIndexes: readonly IndexDeclaration[] = [
  ...sortKeys.map((key) => ({ key: { [key]: 1 as const }, options: { unique: key === 'sort.plan' } })),
  ...sortKeys.map((key) => ({ key: { ways: 1 as const, [key]: 1 as const } })),
  { key: { grams: 1, 'sort.plan': 1 } },
];

/** What filters may combine freely is counted on these keys alone, without a document. */
const countedFields = {
  kind: 1,
  chapter: 1,
  item: 1,
  status: 1,
  'quantity.unit': 1,
  comparison: 1,
  hasBaseline: 1,
  year: 1,
  'quantity.value': 1,
} as const;

export const targetIndexes: readonly IndexDeclaration[] = [
  ...listIndexes,
  { key: { baseline: 1, 'sort.plan': 1 } },
  { key: countedFields, options: { name: 'facts' } },
  { key: { 'coverage.scope': 1, ...countedFields }, options: { name: 'facts_by_scope' } },
  { key: { 'uncounted.operation': 1 }, options: { sparse: true } },
];

export const resultIndexes: readonly IndexDeclaration[] = listIndexes;
