import type { CreateIndexesOptions, IndexSpecification } from 'mongodb';

export interface IndexDeclaration {
  readonly key: IndexSpecification & Readonly<Record<string, 1 | -1>>;
  readonly options?: CreateIndexesOptions;
}

const sortKeys = ['sort.plan', 'sort.value', 'sort.title', 'sort.updated'] as const;

/**
 * Two indexes per order: one for lists without a condition, and one behind the list key. A page is a range of one of
 * them, so it costs its own length.
 */
const listIndexes: readonly IndexDeclaration[] = [
  ...sortKeys.map((key) => ({ key: { [key]: 1 as const }, options: { unique: key === 'sort.plan' } })),
  ...sortKeys.map((key) => ({ key: { ways: 1 as const, [key]: 1 as const } })),
  { key: { grams: 1, 'sort.plan': 1 } },
];

/** The fields of every condition of a filter but its text: targets are counted on these keys, without a document. */
const countedFields = {
  kind: 1,
  chapter: 1,
  item: 1,
  status: 1,
  'quantity.unit': 1,
  comparison: 1,
  hasBaseline: 1,
  year: 1,
  'quantity.value': 1,
} as const;

export const targetListIndexes: readonly IndexDeclaration[] = [
  ...listIndexes,
  { key: countedFields, options: { name: 'facts' } },
  { key: { 'coverage.scope': 1, ...countedFields }, options: { name: 'facts_by_scope' } },
  { key: { 'uncounted.operation': 1 }, options: { sparse: true } },
];

export const resultListIndexes: readonly IndexDeclaration[] = listIndexes;
