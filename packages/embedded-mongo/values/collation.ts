import { type CollationSpec } from 'mingo/types';
import { compareValues } from './compare';
import { Tag, tagOf } from './types';

export type Compare = (a: unknown, b: unknown) => number;

/** A language's order of strings, as commands ask for it. */
export type Collation = Pick<CollationSpec, 'locale' | 'strength' | 'numericOrdering'>;

const SENSITIVITY = { 1: 'base', 2: 'accent', 3: 'variant' } as const;
const known = new WeakMap<Collation, Compare>();

/** How values compare under a collation; without one, in BSON's order. */
export function compareWith(collation: Collation | undefined): Compare {
  if (!collation) return compareValues;
  const { locale, strength = 3, numericOrdering: numeric = false } = collation;
  const options = { sensitivity: SENSITIVITY[strength], numeric };
  const compare =
    known.get(collation) ?? collated(new Intl.Collator(locale.replaceAll('_', '-'), options).compare);
  known.set(collation, compare);
  return compare;
}

function collated(compareStrings: (a: string, b: string) => number): Compare {
  const compare: Compare = (a, b) => {
    const [tag, other] = [tagOf(a), tagOf(b)];
    if (tag !== other) return tag - other;
    if (tag === Tag.string) return compareStrings(String(a), String(b));
    if (tag === Tag.array) return inTurn(a as unknown[], b as unknown[], compare);
    if (tag === Tag.object) return inTurn(Object.entries(a as object), Object.entries(b as object), byField);
    return compareValues(a, b);
  };
  /** Fields of documents: by the type of their values, then by name, then by value. */
  const byField = ([name, value]: [string, unknown], [otherName, other]: [string, unknown]): number =>
    tagOf(value) - tagOf(other) || compareValues(name, otherName) || compare(value, other);
  return compare;
}

function inTurn<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): number {
  const length = Math.min(a.length, b.length);
  const differs = a.slice(0, length).findIndex((item, i) => compare(item, b[i] as T) !== 0);
  return differs < 0 ? a.length - b.length : compare(a[differs] as T, b[differs] as T);
}
