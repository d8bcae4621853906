/**
 * A selector says which page of which list a connection is: filter, order and page, encoded as the key of the
 * connection entity. The plan office writes it from a client's arguments; each department answers it from its database.
 */

export type OrderField = 'PLAN' | 'VALUE' | 'TITLE' | 'UPDATED';
export type Direction = 'ASC' | 'DESC';

export interface Order {
  readonly field: OrderField;
  readonly direction: Direction;
}

/** A keyset page. `after` and `before` are sort keys (see sort-keys.ts), exclusive, in the order's own direction. */
export interface Page {
  readonly take: number;
  readonly from: 'START' | 'END';
  readonly after?: string;
  readonly before?: string;
}

export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
}

/** Of coverage scopes (place ids, `@EVERY_TOWN`, `@DISTRICT`) a document must have one of `any` and none of `none`. */
export interface ScopeCondition {
  readonly any: readonly string[];
  readonly none: readonly string[];
}

/** All conditions must hold; an empty list matches nothing. Names follow the public `TargetFilter`. */
export interface TargetConditions {
  readonly departments?: readonly string[];
  readonly chapters?: readonly number[];
  readonly items?: readonly number[];
  /** Each must hold. */
  readonly scopes?: readonly ScopeCondition[];
  readonly kinds?: readonly string[];
  readonly units?: readonly string[];
  readonly value?: NumberRange;
  readonly status?: readonly string[];
  readonly hasBaseline?: boolean;
  readonly comparison?: readonly string[];
  readonly text?: string;
  readonly year?: readonly number[];
}

export interface ResultConditions {
  readonly departments?: readonly string[];
  readonly scopes?: readonly ScopeCondition[];
  readonly units?: readonly string[];
  readonly value?: NumberRange;
  readonly cumulative?: boolean;
  readonly hasYearOnYear?: boolean;
  readonly text?: string;
  readonly year?: readonly number[];
}

export interface Selector<Conditions> {
  readonly conditions: Conditions;
  readonly order: Order;
  readonly page: Page;
  /** The place whose list this is, so that the merge can tell each target's reach to it. */
  readonly place?: string;
}

export type TargetSelector = Selector<TargetConditions>;
export type ResultSelector = Selector<ResultConditions>;

export interface SearchSelector {
  readonly terms: readonly string[];
  readonly page: Page;
}

/** Clauses that cover all 街镇 or 居村. */
export const EVERY_TOWN = '@EVERY_TOWN';
/** Clauses that name no place: whole-district commitments. */
export const DISTRICT = '@DISTRICT';

export function encodeSelector(selector: TargetSelector | ResultSelector | SearchSelector): string {
  return JSON.stringify(selector);
}

/** The encoding is the project's own between its subgraphs; anything else is a caller's forgery or a version mix. */
export function decodeSelector<S extends TargetSelector | ResultSelector | SearchSelector>(text: string): S {
  try {
    return JSON.parse(text) as S;
  } catch (cause) {
    throw new Error(`A selector must be JSON, but got: ${text.slice(0, 80)}`, { cause });
  }
}
