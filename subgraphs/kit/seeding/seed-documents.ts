import type { SeedResult, SeedTarget } from '../../../seeds/format';
import type { ChangeDocument, ResultDocument, TargetDocument } from '../documents';
import { coverageOf, type Gazetteer } from '../../../lists/answer/stored/coverage';
import { planKey, titleKey, updatedKey, valueKey } from '../../../lists/contract/sort-keys';
import { searchFields } from '../../../lists/answer/stored/grams';
import { resultListKeys, targetListKeys } from '../../../lists/answer/stored/list-keys';

/** Fields that progress entries change: seeding sets them on a new document and never again. */
export const progressFields = ['progress', 'status', 'revision', 'updatedAt'] as const;

interface SeedContext {
  readonly gazetteer: Gazetteer;
  /** The chapter of a work item; null where the plan has no such item. */
  readonly chapterOf: (item: number) => number | null;
  /** When the plan was issued: the last update of a target without any progress entry. */
  readonly issuedAt: Date;
}

export function targetDocument(
  seed: SeedTarget,
  baseline: SeedResult | undefined,
  context: SeedContext,
): TargetDocument {
  const change = baseline ? changeOf(seed, baseline) : null;
  const target = {
    _id: seed.id,
    ...statement(seed, context.gazetteer),
    kind: seed.kind,
    quantity: seed.quantity ?? null,
    item: seed.item ?? null,
    chapter: seed.item === undefined ? null : context.chapterOf(seed.item),
    baseline: seed.baseline ?? null,
    hasBaseline: seed.baseline !== undefined,
    change,
    comparison: comparisonOf(change),
    related: seed.related ?? [],
    details: seed.details ?? {},
    sort: sortKeys(seed, context.issuedAt),
    progress: [],
    status: 'UNREPORTED' as const,
    revision: 0,
    updatedAt: context.issuedAt,
  };
  return { ...target, ways: targetListKeys(target) };
}

function comparisonOf(change: ChangeDocument | null): TargetDocument['comparison'] {
  if (!change) return null;
  return change.absolute < 0 ? 'BELOW' : change.absolute > 0 ? 'ABOVE' : 'EQUAL';
}

export function resultDocument(seed: SeedResult, { gazetteer, issuedAt }: SeedContext): ResultDocument {
  const result = {
    _id: seed.id,
    ...statement(seed, gazetteer),
    quantity: seed.quantity,
    yearOnYear: seed.yearOnYear ?? null,
    cumulative: seed.cumulative,
    sort: sortKeys(seed, issuedAt),
  };
  return { ...result, ways: resultListKeys(result) };
}

function statement(seed: SeedTarget | SeedResult, gazetteer: Gazetteer) {
  const { year, title, text, citations } = seed;
  return {
    year,
    title,
    text,
    citations,
    coverage: coverageOf(seed, gazetteer),
    ...searchFields(title, [text]),
  };
}

function sortKeys(seed: SeedTarget | SeedResult, updatedAt: Date) {
  return {
    plan: planKey(seed.id, seed),
    value: valueKey(seed.id, seed.quantity?.value),
    title: titleKey(seed.id, seed.title),
    updated: updatedKey(seed.id, updatedAt),
  };
}

/**
 * Target minus baseline; null when the two are not in the same unit. A growth rate is compared with a growth rate: where the
 * baseline is an amount, with the 同比 that is printed beside it.
 */
export function changeOf(target: SeedTarget, baseline: SeedResult): ChangeDocument | null {
  if (!target.quantity) return null;
  const { value, unit, measure } = target.quantity;
  const rates = unit === '%';
  const base =
    rates && baseline.quantity.unit !== '%' && measure === 'GROWTH' ? baseline.yearOnYear : undefined;
  if (base === undefined && baseline.quantity.unit !== unit) return null;
  const from = base ?? baseline.quantity.value;
  const absolute = decimal(value - from);
  if (rates) return { absolute, relative: null, unit: '个百分点' };
  return { absolute, relative: from === 0 ? null : decimal((absolute / from) * 100), unit };
}

/** Drops the error of binary fractions: `0.43 − 0.34` is 0.09 and not 0.08999999999999997. */
const decimal = (value: number): number => Number(value.toPrecision(12));
