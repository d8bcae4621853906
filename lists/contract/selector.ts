import { codedError } from '../../schema/errors';
import { checkResultSelector, checkSearchSelector, checkTargetSelector, type Check } from './selector-check';

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
  /** The instant as of which the order of updates is shown: where reports have moved targets since does not count. */
  readonly asOf?: string;
}

export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
}

/** All conditions must hold; an empty list matches nothing. Names follow the public `TargetFilter`. */
export interface TargetConditions {
  readonly departments?: readonly string[];
  readonly chapters?: readonly number[];
  readonly items?: readonly number[];
  /** Groups of coverage scopes (see `placeScope`): of each group, one must be among the target's. */
  readonly scopes?: readonly (readonly string[])[];
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
  readonly scopes?: readonly (readonly string[])[];
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
}

/**
 * The conditions that a list's parent brings, of those that facets leave out: a chapter's targets are of that chapter,
 * whatever the filter says. They are among the selector's conditions as well.
 */
export type ParentConditions = Pick<TargetConditions, 'chapters' | 'departments'>;

export interface TargetSelector extends Selector<TargetConditions> {
  readonly within?: ParentConditions;
}

export type ResultSelector = Selector<ResultConditions>;

export interface SearchSelector {
  readonly terms: readonly string[];
  readonly page: Page;
}

export type AnySelector = TargetSelector | ResultSelector | SearchSelector;

/** A selector with its text, by which it is told from others. */
export interface Asked<S extends AnySelector = AnySelector> {
  readonly text: string;
  readonly selector: S;
}

export type AskedTargets = Asked<TargetSelector>;
export type AskedResults = Asked<ResultSelector>;
export type AskedSearch = Asked<SearchSelector>;

/** Why a target belongs to a place, strongest first. A target belongs by its strongest reach alone. */
export const placeReaches = ['NAMED', 'EVERY_TOWN', 'WITHIN', 'DISTRICT'] as const;
export type PlaceReach = (typeof placeReaches)[number];

/**
 * How a target is found by place: one scope for each place that it belongs to, with its reach, or the one scope of
 * whole-district commitments. Scopes of one place never share a target, so what they count adds up.
 */
export function placeScope(place: string, reach: PlaceReach): string {
  return reach === 'DISTRICT' ? '#DISTRICT' : `${place}#${reach}`;
}

/** The place (empty for the whole district) and the reach that a scope stands for. */
export function parseScope(scope: string): { place: string; reach: PlaceReach } {
  const at = scope.lastIndexOf('#');
  return { place: scope.slice(0, at), reach: scope.slice(at + 1) as PlaceReach };
}

export function encodeSelector(selector: AnySelector): string {
  return JSON.stringify(selector);
}

/** Conditions of 200 elements of 200 characters each, several times. */
const longestSelector = 200_000;

/** @throws SCHEMA_MISMATCH */
export const decodeTargetSelector = (text: unknown): TargetSelector =>
  decodeSelector<TargetSelector>(text, checkTargetSelector);

/** @throws SCHEMA_MISMATCH */
export const decodeResultSelector = (text: unknown): ResultSelector =>
  decodeSelector<ResultSelector>(text, checkResultSelector);

/** @throws SCHEMA_MISMATCH */
export const decodeSearchSelector = (text: unknown): SearchSelector =>
  decodeSelector<SearchSelector>(text, checkSearchSelector);

/**
 * The encoding is the project's own between its subgraphs; anything else is a caller's forgery, or the plan office and
 * a department are of versions that do not fit.
 */
function decodeSelector<S>(text: unknown, check: Check): S {
  const selector = typeof text === 'string' && text.length <= longestSelector ? parse(text) : undefined;
  if (selector === undefined) {
    const shown = String(typeof text === 'string' ? text : JSON.stringify(text)).slice(0, 80);
    throw codedError(
      'SCHEMA_MISMATCH',
      `A selector must be JSON of at most ${longestSelector} characters, but got: ${shown}.`,
    );
  }
  check(selector, 'selector');
  return selector as S;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
