import type { ResultDocument, TargetDocument } from './documents';
import type { ResultConditions, TargetConditions } from '../contract/selector';

/**
 * A way is one condition that lists are often opened by: a chapter, an item, a place, a kind. Each document stores the
 * ways it is found by, so that one index per order serves every such list, and counts are kept per way.
 */
export type Way = string;

/** The way of no condition at all. Documents need not store it. */
export const everything: Way = 'all';

/** The fields of a stored target that its ways follow from. */
type TargetFacts = Pick<
  TargetDocument,
  'year' | 'chapter' | 'item' | 'kind' | 'quantity' | 'status' | 'comparison' | 'coverage'
> & {
  readonly hasBaseline: boolean;
};

/** Position of the status among a target's ways: the one that reports change. */
export const statusPosition = 0;

export function targetWays(target: TargetFacts): Way[] {
  return [
    way('status', target.status),
    way('year', target.year),
    way('chapter', target.chapter ?? 0),
    ...(target.item === null ? [] : [way('item', target.item)]),
    way('kind', target.kind),
    ...(target.quantity ? [way('unit', target.quantity.unit)] : []),
    way('baseline', target.hasBaseline),
    ...(target.comparison ? [way('comparison', target.comparison)] : []),
    ...target.coverage.map(({ scope }) => way('scope', scope)),
  ];
}

export function resultWays(
  result: Pick<ResultDocument, 'year' | 'quantity' | 'cumulative' | 'yearOnYear' | 'coverage'>,
): Way[] {
  return [
    way('year', result.year),
    way('unit', result.quantity.unit),
    way('cumulative', result.cumulative),
    way('yearOnYear', result.yearOnYear !== null),
    ...result.coverage.map(({ scope }) => way('scope', scope)),
  ];
}

export const way = (dimension: string, value: string | number | boolean): Way => `${dimension}:${value}`;

/**
 * The conditions that are ways, the most selective dimension first; each group is one dimension, any of whose ways will
 * do. Departments, a text and a range of values are no ways.
 */
export function waysOfConditions(conditions: TargetConditions & ResultConditions): Way[][] {
  const each = (dimension: string, values: readonly (string | number)[] | undefined): Way[][] =>
    values ? [[...new Set(values)].map((value) => way(dimension, value))] : [];
  const whether = (dimension: string, value: boolean | undefined): Way[][] =>
    value === undefined ? [] : [[way(dimension, value)]];
  return [
    ...each('item', conditions.items),
    ...(conditions.scopes ?? []).flatMap((scopes) => each('scope', scopes)),
    ...each('unit', conditions.units),
    ...each('comparison', conditions.comparison),
    ...each('chapter', conditions.chapters),
    ...whether('yearOnYear', conditions.hasYearOnYear),
    ...whether('cumulative', conditions.cumulative),
    ...each('kind', conditions.kinds),
    ...whether('baseline', conditions.hasBaseline),
    ...each('status', conditions.status),
    ...each('year', conditions.year),
  ];
}

/** The ways whose counts add up to the conditions' count; null when the conditions are more than one dimension. */
export function countedWays(conditions: TargetConditions & ResultConditions): Way[] | null {
  if (conditions.text !== undefined || conditions.value !== undefined) return null;
  const groups = waysOfConditions(conditions);
  return groups.length > 1 ? null : (groups[0] ?? [everything]);
}
