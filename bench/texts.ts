import { tradeFields, type TradeField } from '../schema/trade-fields';
import type { SeedTarget } from '../seeds/format';
import type { Random } from './random';
import {
  manners,
  matters,
  milestones,
  nameCharacters,
  nameEndings,
  purposes,
  units,
  verbs,
} from './vocabulary';

/** A synthetic clause and the fields of a target that follow from its words. */
export interface Clause {
  readonly kind: SeedTarget['kind'];
  readonly title: string;
  readonly text: string;
  readonly quantity?: NonNullable<SeedTarget['quantity']>;
  readonly details: NonNullable<SeedTarget['details']>;
}

/** A clause about one of the department's matters. `where` is the name of its place, or `''`. */
export function writeClause(random: Random, department: string, where: string): Clause {
  const matter = random.pickSkewed(matters[department] ?? ['工作']);
  const share = random.next();
  if (share < 0.3) return figure(random, department, where, matter);
  if (share < 0.48) return milestone(random, department, where);
  const opening = `${random.pickSkewed(manners)}${random.pickSkewed(verbs)}`;
  if (share < 0.53) {
    const text = `${where}${matter}水平稳中有升，${random.pick(purposes)}`;
    return { kind: 'TREND', title: `${matter}水平`, text, details: detailsOf(department, matter) };
  }
  const text = `${opening}${where}${matter}，${random.pick(purposes)}`;
  return { kind: 'UNDERTAKING', title: `${matter}`, text, details: detailsOf(department, matter) };
}

/** A clause that covers every town. */
export function writeCoverage(random: Random, department: string): Clause {
  const matter = random.pickSkewed(matters[department] ?? ['工作']);
  const text = `${random.pickSkewed(manners)}推进${matter}，实现街镇${matter}全覆盖`;
  return { kind: 'COVERAGE', title: `${matter}全覆盖`, text, details: detailsOf(department, matter) };
}

function figure(random: Random, department: string, where: string, matter: string): Clause {
  const [unit, low, high] = random.pickSkewed(units);
  const value = random.between(low, high);
  const isRate = unit === '%';
  const name = random.chance(0.3) ? `${projectName(random)}等` : '';
  const quantity = {
    value,
    unit,
    text: isRate ? `增长${value}%` : `${value}${unit}`,
    comparator: random.chance(0.1) ? ('AT_LEAST' as const) : ('EXACTLY' as const),
    measure: isRate ? ('GROWTH' as const) : ('AMOUNT' as const),
  };
  const text = `${random.pickSkewed(verbs)}${where}${name}${matter}，全年完成${quantity.text}`;
  return { kind: 'FIGURE', title: matter, text, quantity, details: detailsOf(department, matter) };
}

function milestone(random: Random, department: string, where: string): Clause {
  const project = projectName(random);
  const [deed, stage] = random.pick(milestones);
  const text = `${random.pickSkewed(manners)}推进${where}${project}项目建设，年内实现${deed}`;
  return {
    kind: 'MILESTONE',
    title: `${project}${deed}`,
    text,
    details: detailsOf(department, project, stage),
  };
}

function projectName(random: Random): string {
  return `${random.pick(nameCharacters)}${random.pick(nameCharacters)}${random.pick(nameEndings)}`;
}

/** Every field of the department's trade: an enum with the stage of the works, where that is one of its values. */
function detailsOf(department: string, words: string, stage = 'RENEWAL'): Clause['details'] {
  const valueOf = ({ values = [words] }: TradeField) => (values.includes(stage) ? stage : (values[0] ?? ''));
  return Object.fromEntries(tradeFields(department).map((field) => [field.name, valueOf(field)]));
}
