import { departments } from '../../../schema/departments';
import type { Data, Target } from './data';
import type { Condition } from './conditions';
import type { Filter } from './filter';

interface Facet {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

const kinds = {
  FIGURE: '数量',
  COVERAGE: '全覆盖',
  TREND: '趋势',
  MILESTONE: '项目节点',
  UNDERTAKING: '工作承诺',
};
const statuses = { UNREPORTED: '未填报', UNDER_WAY: '推进中', ACHIEVED: '已完成' };

/**
 * Counts by dimension. The counts of a dimension are under the filter's conditions on other dimensions.
 * @param within the targets of the list's parent
 */
export function facetsOf(
  data: Data,
  within: readonly Target[],
  conditions: ReadonlyMap<keyof Filter, Condition>,
) {
  const others = (own: keyof Filter) =>
    within.filter((target) => [...conditions].every(([name, holds]) => name === own || holds(target)));
  const chapters = data.plan.chapters.map(({ number, title }) => [String(number), title] as const);
  const departmentNames = departments.map(({ code, name }) => [code, name] as const);
  return {
    departments: count(others('departments'), ({ department }) => department, departmentNames),
    chapters: count(others('chapters'), ({ chapter }) => String(chapter), [
      ['0', '仅见于政府工作报告'],
      ...chapters,
    ]),
    kinds: count(others('kinds'), ({ kind }) => kind, Object.entries(kinds)),
    units: countUnits(others('units')),
    statuses: count(others('status'), ({ status }) => status, Object.entries(statuses)),
  };
}

function count(
  targets: readonly Target[],
  of: (target: Target) => string | undefined,
  labels: readonly (readonly [value: string, label: string])[],
): Facet[] {
  return labels
    .map(([value, label]) => ({
      value,
      label,
      count: targets.filter((target) => of(target) === value).length,
    }))
    .filter((facet) => facet.count > 0);
}

/** The most frequent first. */
function countUnits(targets: readonly Target[]): Facet[] {
  const unitOf = ({ quantity }: Target) => quantity?.unit;
  const units = [...new Set(targets.flatMap((target) => unitOf(target) ?? []))].sort();
  const counted = count(
    targets,
    unitOf,
    units.map((unit) => [unit, unit]),
  );
  return counted.sort((a, b) => b.count - a.count);
}
