import type { Db } from 'mongodb';
import { countFilter } from './conditions';
import { readCounts, valueOfKey, type CountDocument, type Dimension } from './counts';
import type { TargetDocument } from './documents';
import { gatherFacets, gatherTotals, type FacetDimension } from './gather';
import type { TargetConditions } from './selector';
import { gramsForTexts } from './text-filter';
import { countedWays, type Way } from './ways';

export interface FacetRow {
  dimension: string;
  value: string | number | null;
  count: number;
}

/** Each dimension, the field it counts, and the condition that it does not count under: its own. */
const dimensions = [
  { dimension: 'chapters', field: 'chapter', own: 'chapters' },
  { dimension: 'kinds', field: 'kind', own: 'kinds' },
  { dimension: 'units', field: 'quantity.unit', own: 'units' },
  { dimension: 'statuses', field: 'status', own: 'status' },
] as const satisfies readonly { dimension: Dimension; field: string; own: keyof TargetConditions }[];

/**
 * How many targets each of the conditions matches. What is kept by way is read there; the rest is counted on index keys.
 * At most three commands.
 */
export async function totalsOfTargets(
  code: string,
  db: Db,
  lists: readonly TargetConditions[],
): Promise<number[]> {
  const kept = lists.map((conditions) => (isElsewhere(code, conditions) ? [] : countedWays(conditions)));
  const counts = await readCounts(
    db,
    kept.flatMap((ways) => ways ?? []),
  );
  const counted = await countRest(
    code,
    db,
    lists.filter((_, at) => kept[at] === null),
  );
  return kept.map((ways) => (ways ? sum(ways, counts, ({ total }) => total) : (counted.shift() ?? 0)));
}

/** Counts by value of each dimension, each under the conditions of all the others. At most three commands. */
export async function facetsOfTargets(
  code: string,
  db: Db,
  lists: readonly TargetConditions[],
): Promise<FacetRow[][]> {
  const asked = lists.map((conditions) => facetQuestions(code, conditions));
  const counts = await readCounts(
    db,
    asked.flatMap((questions) => questions.flatMap(({ ways }) => ways ?? [])),
  );
  const rest = await gatherRest(code, db, asked);
  return asked.map((questions, of) => [
    ...questions.flatMap(({ ways, dimension }) => (ways ? keptFacet(dimension, ways, counts) : [])),
    ...(rest[of] ?? []),
  ]);
}

interface FacetQuestion {
  /** `departments` is the department's own total. */
  readonly dimension: Dimension | 'departments';
  /** The field whose values are counted; null counts the whole. */
  readonly field: string | null;
  /** The conditions without the dimension's own. */
  readonly conditions: TargetConditions;
  /** Where the answer is kept; null when it must be counted. */
  readonly ways: readonly Way[] | null;
}

function facetQuestions(code: string, conditions: TargetConditions): FacetQuestion[] {
  const question = (
    dimension: FacetQuestion['dimension'],
    field: string | null,
    own: keyof TargetConditions,
  ): FacetQuestion => {
    const others = { ...conditions, [own]: undefined };
    return {
      dimension,
      field,
      conditions: others,
      ways: isElsewhere(code, others) ? [] : countedWays(others),
    };
  };
  return [
    ...dimensions.map(({ dimension, field, own }) => question(dimension, field, own)),
    question('departments', null, 'departments'),
  ];
}

function keptFacet(
  dimension: FacetQuestion['dimension'],
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

async function countRest(code: string, db: Db, lists: readonly TargetConditions[]): Promise<number[]> {
  if (lists.length === 0) return [];
  const filters = await countFilters(code, db, lists);
  return gatherTotals(
    db.collection<TargetDocument>('targets'),
    filters.map((filter) => ({ filter })),
  );
}

async function gatherRest(
  code: string,
  db: Db,
  asked: readonly (readonly FacetQuestion[])[],
): Promise<FacetRow[][]> {
  const flat = asked.flatMap((questions, of) =>
    questions.filter(({ ways }) => ways === null).map((each) => ({ ...each, of })),
  );
  if (flat.length === 0) return [];
  const filters = await countFilters(
    code,
    db,
    flat.map(({ conditions }) => conditions),
  );
  const queries = asked.map((_, of): FacetDimension<TargetDocument>[] =>
    flat.flatMap((each, at) => (each.of === of ? [{ ...each, filter: filters[at] ?? null }] : [])),
  );
  return gatherFacets(db.collection<TargetDocument>('targets'), queries);
}

async function countFilters(code: string, db: Db, lists: readonly TargetConditions[]) {
  const grams = await gramsForTexts(db, 'targets', lists);
  return lists.map((conditions, at) =>
    grams[at] === null ? null : countFilter(code, conditions, grams[at]),
  );
}

const isElsewhere = (code: string, { departments }: TargetConditions): boolean =>
  departments !== undefined && !departments.includes(code);

function sum(
  ways: readonly Way[],
  counts: ReadonlyMap<Way, CountDocument>,
  of: (count: CountDocument) => number,
): number {
  return ways.flatMap((each) => counts.get(each) ?? []).reduce((total, count) => total + of(count), 0);
}
