/**
 * One department's answer to one selector. A slice has the parts that were asked for and no others: `totalCount` alone
 * asks every department for `total` and reads no row.
 */
export interface Slice<R extends Row = TargetRow> {
  /** True from a department that can answer. A department that cannot has no slice: its field is null. */
  readonly answered: boolean;
  /** The rows of the page in reading order, and one more where the department has one. */
  readonly rows: readonly R[];
  /** Whether the department has rows before the page, in reading order. */
  readonly preceded: boolean;
  /** How many of the department's rows the selector matches, on all pages. */
  readonly total: number;
  readonly facets: readonly FacetCount[];
}

export interface Row {
  readonly id: string;
  /** The key that the list is ordered by: comparable across departments, different for every row. */
  readonly key: string;
}

export interface TargetRow extends Row {
  /** The places that the target belongs to. */
  readonly coverage: readonly Coverage[];
}

export interface SearchRow extends Row {
  /** The GraphQL type of the hit: `EconomyTarget`, `WorkItem`. */
  readonly type: string;
  /** Fragments with the match in 【】: `首次认定【首店】150家`. */
  readonly highlights: readonly string[];
}

/** A place that a target belongs to, as a scope (see scopes.ts), with the words of the clause that say so. */
export interface Coverage {
  readonly scope: string;
  readonly evidence: string;
}

/** How many targets have one value: `{ dimension: 'kinds', value: 'FIGURE', count: 12 }`. */
export interface FacetCount {
  readonly dimension: FacetDimension;
  /** Of `chapters`, `0` stands for targets without one. Of `departments`, the one value is `ownTotal`. */
  readonly value: string;
  readonly count: number;
}

/** The facets that count by a field of the target. */
export type FieldDimension = 'chapters' | 'kinds' | 'units' | 'statuses';
export type FacetDimension = FieldDimension | 'departments';

/** The value of the dimension `departments`, whose one count is all that the answering department has. */
export const ownTotal = 'null';

/** A connection as a router refers to it: the selector is the entity's key. */
export type ConnectionKey = { readonly selector: string };

/**
 * A connection with the slices that were gathered for it, by department code. A slice is null where the department
 * could not answer.
 */
export interface Connection extends ConnectionKey {
  readonly [department: string]: unknown;
}
