import type { Data, Result, Target } from './data';

interface Change {
  readonly absolute: number;
  readonly relative: number | null;
  readonly unit: string;
}

const baselineOf = ({ results }: Data, target: Target): Result | null =>
  results.find(({ id }) => id === target.baseline) ?? null;

/** Target minus baseline where both measure in one unit; a growth target is held to the baseline's 同比. */
export function changeOf(data: Data, target: Target): Change | null {
  const baseline = baselineOf(data, target);
  if (!baseline || !target.quantity) return null;
  const { value, unit, measure } = target.quantity;
  if (unit === '%') {
    const rate = baseline.quantity.unit === '%' ? baseline.quantity.value : baseline.yearOnYear;
    const isRate = baseline.quantity.unit === '%' || measure === 'GROWTH';
    return rate !== undefined && isRate
      ? { absolute: rounded(value - rate), relative: null, unit: '个百分点' }
      : null;
  }
  if (baseline.quantity.unit !== unit) return null;
  const from = baseline.quantity.value;
  const absolute = rounded(value - from);
  return { absolute, relative: from === 0 ? null : rounded((absolute / from) * 100), unit };
}

export function comparisonOf(data: Data, target: Target): 'BELOW' | 'EQUAL' | 'ABOVE' | null {
  const change = changeOf(data, target);
  if (!change) return null;
  return change.absolute === 0 ? 'EQUAL' : change.absolute < 0 ? 'BELOW' : 'ABOVE';
}

/** Twelve digits are more than the documents print, and drop the error of binary fractions: 0.1 + 0.2 → 0.3. */
const rounded = (value: number): number => Number(value.toPrecision(12));
