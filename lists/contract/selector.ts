/**
 * A selector says which page of which list a connection is: filter, order and page. As JSON (see selector-codec.ts) it
 * is the key of the connection entity. The plan office writes it from a client's arguments; each department answers it
 * from its database.
 */
export interface Selector<Conditions> {
  readonly conditions: Conditions;
  readonly order: Order;
  readonly page: Page;
}

export interface TargetSelector extends Selector<TargetConditions> {
  readonly within?: ParentConditions;
}

export type ResultSelector = Selector<ResultConditions>;

/** Every term must occur. */
export interface SearchSelector {
  readonly terms: readonly string[];
  readonly page: Page;
}

export type AnySelector = TargetSelector | ResultSelector | SearchSelector;

/** A decoded selector with its text, which tells it from every other selector. */
export interface Asked<S extends AnySelector = AnySelector> {
  readonly text: string;
  readonly selector: S;
}

export type AskedTargets = Asked<TargetSelector>;
export type AskedResults = Asked<ResultSelector>;
export type AskedSearch = Asked<SearchSelector>;

export type OrderField = 'PLAN' | 'VALUE' | 'TITLE' | 'UPDATED';
export type Direction = 'ASC' | 'DESC';

export interface Order {
  readonly field: OrderField;
  readonly direction: Direction;
}

/** A page by keys. `after` and `before` are sort keys (see sort-keys.ts), exclusive, in the order's own direction. */
export interface Page {
  readonly take: number;
  readonly from: 'START' | 'END';
  readonly after?: string;
  readonly before?: string;
  /**
   * In the order UPDATED: the instant of the first page of the walk, ISO 8601. Every page shows the order of that
   * instant, though progress entries have moved targets since.
   */
  readonly asOf?: string;
}

/** A page from the end is read backwards, and so is a page of a descending order: 1 where keys rise as they are read. */
export function readingDirection(order: Pick<Order, 'direction'>, page: Pick<Page, 'from'>): 1 | -1 {
  return (order.direction === 'ASC') === (page.from === 'START') ? 1 : -1;
}

/** Both ends are included; an end that is absent is open. */
export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
}

/** Conditions of lists of targets and of lists of results. All must hold; an empty list of values matches nothing. */
interface SharedConditions {
  readonly departments?: readonly string[];
  /** Groups of scopes (see scopes.ts): of each group, the target must have one. */
  readonly scopes?: readonly (readonly string[])[];
  readonly units?: readonly string[];
  readonly value?: NumberRange;
  readonly text?: string;
  readonly year?: readonly number[];
}

/** Names follow the public `TargetFilter`; `comparison` is its `againstBaseline`. */
export interface TargetConditions extends SharedConditions {
  /** 0 stands for targets without a chapter. */
  readonly chapters?: readonly number[];
  readonly items?: readonly number[];
  readonly kinds?: readonly string[];
  readonly status?: readonly string[];
  readonly hasBaseline?: boolean;
  readonly comparison?: readonly string[];
}

export interface ResultConditions extends SharedConditions {
  readonly cumulative?: boolean;
  readonly hasYearOnYear?: boolean;
}

/**
 * Conditions that come from the list's parent and not from the client's filter, where a facet would count without them.
 * The facet `chapters` of `chapter(number: 5) { targets { … } }` counts chapter 5 alone; that of
 * `targets(filter: { chapters: [5] })` counts every chapter. The selector's `conditions` hold them too.
 */
export type ParentConditions = Pick<TargetConditions, 'chapters' | 'departments'>;
