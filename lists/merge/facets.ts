import { departments } from '../../schema/departments';
import type { Connection, FacetCount, FacetDimension } from '../contract/slice';
import { answersOf } from './slices';
import type { TargetFacets } from '../../schema/types.generated';

export interface Facet {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export type Facets = Record<Exclude<keyof TargetFacets, '__typename'>, Facet[]>;

const kinds = {
  FIGURE: '数量',
  COVERAGE: '全覆盖',
  TREND: '趋势',
  MILESTONE: '项目节点',
  UNDERTAKING: '工作承诺',
};
const statuses = { UNREPORTED: '未填报', UNDER_WAY: '推进中', ACHIEVED: '已完成' };
/** The value under which departments of an earlier version count targets that have none of a dimension. */
const noValue = 'null';

/** The label of chapter 0: targets that only the government report gives. */
const outsideThePlan = '仅见于政府工作报告';

/**
 * The departments' counts of each value, added up, with the value's Chinese label. Departments, kinds and statuses come
 * in the order of the schema, chapters by number, units from the most frequent to the least. Values that count nothing
 * are left out.
 * @param chapters titles by number, `'5'`
 */
export function mergeFacets(gathered: Connection, chapters: ReadonlyMap<string, string>): Facets {
  const answered = answersOf(gathered, 'facets');
  const facets = answered.flatMap(([, each]) => each);
  const counts = (dimension: FacetDimension) => sum(facets, dimension);
  return {
    departments: inOrder(
      countsByDepartment(answered),
      Object.fromEntries(departments.map((each) => [each.code, each.name])),
    ),
    chapters: [...counts('chapters')]
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([value, count]) => ({ value, label: chapters.get(value) ?? outsideThePlan, count })),
    kinds: inOrder(counts('kinds'), kinds),
    units: [...counts('units')]
      .filter(([value]) => value !== noValue)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([value, count]) => ({ value, label: value, count })),
    statuses: inOrder(counts('statuses'), statuses),
  };
}

function inOrder(counts: ReadonlyMap<string, number>, labels: Readonly<Record<string, string>>): Facet[] {
  return Object.entries(labels).flatMap(([value, label]) => {
    const count = counts.get(value);
    return count ? [{ value, label, count }] : [];
  });
}

function sum(facets: readonly FacetCount[], dimension: FacetDimension): Map<string, number> {
  const counts = new Map<string, number>();
  for (const facet of facets.filter((each) => each.dimension === dimension)) {
    const value = dimension === 'chapters' && facet.value === noValue ? '0' : facet.value;
    counts.set(value, (counts.get(value) ?? 0) + facet.count);
  }
  return counts;
}

function countsByDepartment(answered: readonly [code: string, facets: readonly FacetCount[]][]) {
  return new Map(
    answered.map(([code, facets]) => [
      code,
      facets
        .filter(({ dimension }) => dimension === 'departments')
        .reduce((total, { count }) => total + count, 0),
    ]),
  );
}
