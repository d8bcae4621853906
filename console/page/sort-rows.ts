import type { Scalar } from './json';
import type { Row } from './flatten';

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

const chinese = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** A sorted copy: numbers by size, texts by pinyin, empty cells last in both directions. The sort is stable. */
export function sortRows(rows: readonly Row[], { column, descending }: Sorting): Row[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [a[column] ?? null, b[column] ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compare(left, right);
  });
}

function compare(a: NonNullable<Scalar>, b: NonNullable<Scalar>): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : chinese.compare(String(a), String(b));
}
