import { pinyin } from 'pinyin-pro';
import type { Statement } from './data';

export type OrderField = 'PLAN' | 'VALUE' | 'TITLE' | 'UPDATED';
export interface Order {
  readonly field: OrderField;
  readonly direction: 'ASC' | 'DESC';
}

type Compare = (a: Statement, b: Statement) => number;
type Key = readonly (number | string)[];

/** Compares statements in the order: negative when `a` is before `b`. No two are equal, because the id decides last. */
export function compareBy({ field, direction }: Order): Compare {
  const sign = direction === 'ASC' ? 1 : -1;
  return (a, b) => sign * (compareKeys(keys[field](a), keys[field](b)) || compareKeys([a.id], [b.id]));
}

const keys: Readonly<Record<OrderField, (statement: Statement) => Key>> = {
  PLAN: planKey,
  VALUE: ({ quantity }) => [quantity?.value ?? -Infinity],
  TITLE: ({ title }) => [pinyinOf(title)],
  UPDATED: ({ updatedAt }) => [updatedAt],
};

/** Year, then work item, then the government report's section for statements of its own, then owner, then the id's numbers. */
function planKey(statement: Statement): Key {
  const { id, year, department } = statement;
  const item = ('item' in statement && statement.item) || Infinity;
  const section = statement.section ?? 0;
  return [year, item, section, department, ...(id.match(/\d+/g) ?? []).map(Number)];
}

const pinyinOf = (title: string): string =>
  pinyin(title, { toneType: 'num', type: 'array', nonZh: 'consecutive' }).join(' ').toLowerCase();

function compareKeys(a: Key, b: Key): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined || left > right) return 1;
    if (left < right) return -1;
  }
  return 0;
}
