import { departmentCodes } from '../schema/departments';
import { tradeFields } from '../schema/trade-fields';
import type { SeedTarget, TargetKind } from './format';
import { checkFields, checkVerbatim, type Problems, type Reading, type TargetEntry } from './verify-reading';

const TARGET_KINDS: Record<TargetKind, true> = {
  FIGURE: true,
  COVERAGE: true,
  TREND: true,
  MILESTONE: true,
  UNDERTAKING: true,
};

/** A target's kind, origin, baseline, relations and fields of trade. */
export function* verifyTarget(reading: Reading, entry: TargetEntry): Problems {
  const { statement: target } = entry;
  if (!(target.kind in TARGET_KINDS)) yield `there is no kind of target "${target.kind}"`;
  if (target.year !== 2023) yield 'a target is of the year 2023';
  if ((target.kind === 'FIGURE') !== (target.quantity !== undefined)) {
    yield 'has a quantity exactly when its kind is FIGURE, but this does not';
  }
  yield* verifyOrigin(reading, entry);
  if (target.everyTown !== undefined) yield* checkVerbatim(entry, 'everyTown', target.everyTown);
  if (target.baseline !== undefined) yield* verifyBaseline(reading, entry, target.baseline);
  for (const relation of target.related ?? []) {
    yield* checkFields(relation, ['id', 'note']);
    const { id, note } = relation;
    if (!reading.entryById.has(id)) yield `is related to "${id}", which does not exist`;
    if (id === target.id) yield 'is related to itself';
    if (note.trim() === '') yield `does not say how "${id}" differs`;
  }
  if (target.details) yield* verifyDetails(entry, target.details);
}

/**
 * A target comes from an item of its department, or from a section of the government report's part two. Its id and
 * its citations name the same item or section.
 */
function* verifyOrigin({ seeds: { plan } }: Reading, entry: TargetEntry): Problems {
  const { item: number, section, id, citations } = entry.statement;
  if ((number === undefined) === (section === undefined))
    return yield 'must have either an item or a section';
  const prefix = `${entry.department}:${number === undefined ? `r${section}` : number}.`;
  if (!isNumbered(id, prefix)) yield `the id must be "${prefix}" and a number`;
  const [locator] = citations.map((citation) => citation.locator);
  if (number === undefined) {
    const place = section === 0 ? '第二部分引言' : `第二部分（${' 一二三四五六七'[section ?? 0] ?? '?'}）`;
    if (!locator?.startsWith(place)) yield `the first citation must be from ${place}, but is from ${locator}`;
    if (citations.some(({ document }) => document === plan.document))
      yield 'has a section, yet cites the plan';
    return;
  }
  const item = plan.items.find((candidate) => candidate.number === number);
  if (!item) yield `there is no item ${number}`;
  else if (item.department !== entry.department) yield `item ${number} belongs to ${item.department}`;
  if (locator !== `第${number}项`)
    yield `the first citation must be from 第${number}项, but is from ${locator}`;
}

/** `economy:2.1` is numbered under the prefix `economy:2.`; `economy:2.01` and `economy:2.x` are not. */
export function isNumbered(id: string, prefix: string): boolean {
  return id.startsWith(prefix) && /^[1-9]\d*$/.test(id.slice(prefix.length));
}

/** A baseline is a 2022 result of the same department in the same unit; growth compares with growth only. */
function* verifyBaseline({ entryById }: Reading, entry: TargetEntry, id: string): Problems {
  const baseline = entryById.get(id);
  if (baseline?.type !== 'result') return yield `the baseline "${id}" is no result`;
  if (baseline.department !== entry.department) yield `the baseline "${id}" is ${baseline.department}'s`;
  const { quantity } = entry.statement;
  if (!quantity) return;
  const { quantity: before, yearOnYear } = baseline.statement;
  if (quantity.measure === 'GROWTH') {
    if (before.measure !== 'GROWTH' && yearOnYear === undefined) yield `the baseline "${id}" gives no growth`;
  } else if (before.measure === 'GROWTH' || before.unit !== quantity.unit) {
    yield `the baseline "${id}" is in ${before.unit}, the target in ${quantity.unit}`;
  }
}

function* verifyDetails(entry: TargetEntry, details: NonNullable<SeedTarget['details']>): Problems {
  const fields = departmentCodes.includes(entry.department) ? tradeFields(entry.department) : [];
  for (const [name, value] of Object.entries(details)) {
    const field = fields.find((each) => each.name === name);
    if (!field) yield `the detail "${name}" is not of the trade of ${entry.department}`;
    else if (!field.values) yield* checkVerbatim(entry, `the detail "${name}"`, value);
    else if (!field.values.includes(value)) yield `there is no ${name} "${value}"`;
  }
}
