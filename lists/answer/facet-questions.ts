import type { TargetConditions, TargetSelector } from '../contract/selector';
import { ownTotal, type FacetCount, type FacetDimension, type FieldDimension } from '../contract/slice';
import { storedChapter } from './conditions';
import type { Group } from './counting';
import { keptListKeys } from './kept-counts';
import type { ListKey } from './stored/list-keys';

/** The stored field that each facet counts by. */
export const facetFields = {
  chapters: 'chapter',
  kinds: 'kind',
  units: 'quantity.unit',
  statuses: 'status',
} as const satisfies Readonly<Record<FieldDimension, string>>;
const fieldDimensions = Object.keys(facetFields) as FieldDimension[];

/** The condition that a facet does not count under: its own. */
const ownCondition = {
  chapters: 'chapters',
  kinds: 'kinds',
  units: 'units',
  statuses: 'status',
  departments: 'departments',
} as const satisfies Readonly<Record<FacetDimension, keyof TargetConditions>>;

export interface FacetQuestion {
  readonly dimension: FacetDimension;
  /** Those of the list, without the facet's own unless the list's parent has it. */
  readonly conditions: TargetConditions;
  /** The list keys whose counts hold the answer; null when it must be counted. */
  readonly keptBy: readonly ListKey[] | null;
}

export const isCounted = ({ keptBy }: FacetQuestion): boolean => keptBy === null;

export function facetQuestions(
  code: string,
  { conditions, within = {} }: Pick<TargetSelector, 'conditions' | 'within'>,
): FacetQuestion[] {
  const parent: TargetConditions = within;
  return [...fieldDimensions, 'departments' as const].map((dimension) => {
    const own = ownCondition[dimension];
    const others = { ...conditions, [own]: parent[own] };
    return { dimension, conditions: others, keptBy: keptListKeys(code, others) };
  });
}

/**
 * The conditions that every question has, under which the list's targets are grouped once for all of them. A list of
 * `chapters: [5], kinds: ['FIGURE'], items: [2, 3]` groups under `items` alone, and a question then picks the groups
 * that meet its own conditions. Null when there is no question.
 */
export function withoutOwnConditions(
  conditions: TargetConditions,
  questions: readonly FacetQuestion[],
): TargetConditions | null {
  if (questions.length === 0) return null;
  return questions.reduce(
    (loose, { dimension, conditions: others }) => ({
      ...loose,
      [ownCondition[dimension]]: others[ownCondition[dimension]],
    }),
    conditions,
  );
}

type FacetGroup = Group<FieldDimension>;

export function countedFacet(
  { dimension, conditions }: FacetQuestion,
  groups: readonly FacetGroup[],
): FacetCount[] {
  const counts = new Map<string, number>();
  for (const group of groups.filter((each) => isUnder(conditions, each))) {
    const value = facetValue(dimension, group);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + group.count);
  }
  return [...counts].map(([value, count]) => ({ dimension, value, count }));
}

/** A group's value in a facet, as kept counts have it; undefined where the facet leaves the group out. */
function facetValue(dimension: FacetDimension, { values }: FacetGroup): string | undefined {
  if (dimension === 'departments') return ownTotal;
  const value = values[dimension];
  if (value !== null) return String(value);
  return dimension === 'chapters' ? '0' : undefined;
}

/** Whether a group's values are among those that the conditions ask for. */
function isUnder(conditions: TargetConditions, { values }: FacetGroup): boolean {
  return fieldDimensions.every((dimension) => {
    const wanted: readonly (string | number | null)[] | undefined =
      dimension === 'chapters'
        ? conditions.chapters?.map(storedChapter)
        : conditions[ownCondition[dimension]];
    return wanted?.includes(values[dimension]) ?? true;
  });
}
