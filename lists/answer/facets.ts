import type { Db } from 'mongodb';
import { countFilter, isElsewhere, storedChapter } from './conditions';
import { readCounts, valueOfKey, type CountDocument, type Dimension } from './counts';
import type { TargetDocument } from './documents';
import { gatherGroups, gatherTotals, type Group } from './gather';
import type { TargetConditions, TargetSelector } from '../contract/selector';
import { textFilters } from './text-filter';
import { countedWays, type Way } from './ways';

export interface FacetRow {
  dimension: Dimension | 'departments';
  /** `0` for targets without a chapter. Null for `departments`, whose one row is this department's own total. */
  value: string | null;
  count: number;
}

/** Each dimension, the field that it counts by, and the condition that it does not count under: its own. */
const dimensions = [
  { dimension: 'chapters', field: 'chapter', own: 'chapters' },
  { dimension: 'kinds', field: 'kind', own: 'kinds' },
  { dimension: 'units', field: 'quantity.unit', own: 'units' },
  { dimension: 'statuses', field: 'status', own: 'status' },
] as const satisfies readonly { dimension: Dimension; field: string; own: keyof TargetConditions }[];

type Own = (typeof dimensions)[number]['own'] | 'departments';

/**
 * How many targets each of the conditions matches. What is kept by way is read there; the rest is counted on index keys.
 * At most three commands.
 */
export async function totalsOfTargets(
  code: string,
  db: Db,
  lists: readonly TargetConditions[],
): Promise<number[]> {
  const kept = lists.map((conditions) => keptWays(code, conditions));
  const counts = await readCounts(
    db,
    kept.flatMap((ways) => ways ?? []),
  );
  const rest = lists.map((conditions, at) => (kept[at] ? null : conditions));
  const filters = await countFilters(code, db, rest);
  const counted = await gatherTotals(
    db.collection<TargetDocument>('targets'),
    filters.map((filter) => ({ filter })),
  );
  return kept.map((ways, at) => (ways ? sum(ways, counts, ({ total }) => total) : (counted[at] ?? 0)));
}

/** What facets need of a list's selector. */
export type FacetedList = Pick<TargetSelector, 'conditions' | 'within'>;

/**
 * Counts by value of each dimension, each under the conditions of all the others and those of the list's parent. At most
 * three commands.
 */
export async function facetsOfTargets(
  code: string,
  db: Db,
  lists: readonly FacetedList[],
): Promise<FacetRow[][]> {
  const asked = lists.map((list) => facetQuestions(code, list));
  const counts = await readCounts(
    db,
    asked.flatMap((questions) => questions.flatMap(({ ways }) => ways ?? [])),
  );
  const loosened = asked.map((questions, of) =>
    loosen(lists[of]?.conditions ?? {}, questions.filter(isCounted)),
  );
  const filters = await countFilters(code, db, loosened);
  const groups = await gatherGroups(
    db.collection<TargetDocument>('targets'),
    filters.map((filter) => ({ filter, fields: dimensions.map(({ field }) => field) })),
  );
  return asked.map((questions, of) =>
    questions.flatMap((question) =>
      question.ways
        ? keptFacet(question.dimension, question.ways, counts)
        : countedFacet(question, groups[of] ?? []),
    ),
  );
}

interface FacetQuestion {
  readonly dimension: FacetRow['dimension'];
  readonly own: Own;
  /** The conditions, of the dimension's own only the parent's. */
  readonly conditions: TargetConditions;
  /** Where the answer is kept; null when it must be counted. */
  readonly ways: readonly Way[] | null;
}

const isCounted = ({ ways }: FacetQuestion): boolean => ways === null;

function facetQuestions(code: string, { conditions, within = {} }: FacetedList): FacetQuestion[] {
  const parent: TargetConditions = within;
  return [...dimensions, { dimension: 'departments', own: 'departments' } as const].map(
    ({ dimension, own }) => {
      const others = { ...conditions, [own]: parent[own] };
      return { dimension, own, conditions: others, ways: keptWays(code, others) };
    },
  );
}

/** Where the number of targets under the conditions is kept: nowhere (null), or the ways to add up. */
const keptWays = (code: string, conditions: TargetConditions): readonly Way[] | null =>
  isElsewhere(code, conditions) ? [] : countedWays(conditions);

/**
 * The conditions under which targets are grouped, once for all questions: those that none of them leaves out. What the
 * others ask is then seen in the groups. Null when nothing is to be counted.
 */
function loosen(conditions: TargetConditions, questions: readonly FacetQuestion[]): TargetConditions | null {
  if (questions.length === 0) return null;
  return questions.reduce(
    (loose, { own, conditions: others }) => ({ ...loose, [own]: others[own] }),
    conditions,
  );
}

function countedFacet({ dimension, conditions }: FacetQuestion, groups: readonly Group[]): FacetRow[] {
  const position = dimensions.findIndex((each) => each.dimension === dimension);
  const values = new Map<string | null, number>();
  for (const { values: group, count } of groups.filter((each) => isUnder(conditions, each))) {
    const value = facetValue(dimension, group[position] ?? null);
    if (value !== undefined) values.set(value, (values.get(value) ?? 0) + count);
  }
  return [...values].map(([value, count]) => ({ dimension, value, count }));
}

/** A stored value as the counts that are kept by way have it; undefined where they count no such target. */
function facetValue(
  dimension: FacetRow['dimension'],
  stored: string | number | null,
): string | null | undefined {
  if (stored !== null) return String(stored);
  return dimension === 'chapters' ? '0' : dimension === 'departments' ? null : undefined;
}

/** Whether a group is of the values that the conditions ask for. */
function isUnder(conditions: TargetConditions, { values }: Group): boolean {
  return dimensions.every(({ own }, position) => {
    const wanted: readonly (string | number | null)[] | undefined =
      own === 'chapters' ? conditions.chapters?.map(storedChapter) : conditions[own];
    return wanted?.includes(values[position] ?? null) ?? true;
  });
}

function keptFacet(
  dimension: FacetRow['dimension'],
  ways: readonly Way[],
  counts: ReadonlyMap<Way, CountDocument>,
): FacetRow[] {
  if (dimension === 'departments') {
    const count = sum(ways, counts, ({ total }) => total);
    return count > 0 ? [{ dimension, value: null, count }] : [];
  }
  const values = new Map<string, number>();
  for (const each of ways) {
    for (const [key, n] of Object.entries(counts.get(each)?.by[dimension] ?? {})) {
      values.set(key, (values.get(key) ?? 0) + n);
    }
  }
  return [...values]
    .filter(([, count]) => count > 0)
    .map(([key, count]) => ({ dimension, value: valueOfKey(key), count }));
}

async function countFilters(code: string, db: Db, lists: readonly (TargetConditions | null)[]) {
  const byText = await textFilters(
    db,
    'targets',
    lists.map((conditions) => conditions ?? {}),
  );
  return lists.map((conditions, at) => conditions && countFilter(code, conditions, byText[at]));
}

function sum(
  ways: readonly Way[],
  counts: ReadonlyMap<Way, CountDocument>,
  of: (count: CountDocument) => number,
): number {
  return ways.flatMap((each) => counts.get(each) ?? []).reduce((total, count) => total + of(count), 0);
}
