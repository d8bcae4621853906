import type { ResultConditions, TargetConditions } from '../../contract/selector';
import type { ListedResult, ListedTarget } from './documents';

/**
 * A list key is one condition of a list as text: `chapter:5`, `kind:FIGURE`, `scope:place:彭浦镇#NAMED`. Each document
 * stores the keys of all lists that it is in, so one index per order (list key, sort key) serves the lists of every
 * chapter, item, place, kind, unit and status, and the database keeps one count per list key.
 */
export type ListKey = string;

/** The list key of no condition. Documents do not store it, only counts do. */
export const everything: ListKey = 'all';

export const listKey = (dimension: string, value: string | number | boolean): ListKey =>
  `${dimension}:${value}`;

/** The position of the status among a target's list keys. Progress entries change this key and no other. */
const statusPosition = 0;

/** The stored field that holds the list key of a target's status. */
export const statusKeyPath = `ways.${statusPosition}`;

/** The list keys that no progress entry changes. */
export const lastingListKeys = ({ ways }: Pick<ListedTarget, 'ways'>): ListKey[] =>
  ways.filter((_, position) => position !== statusPosition);

type KeyedTarget = Pick<
  ListedTarget,
  'year' | 'chapter' | 'item' | 'kind' | 'quantity' | 'status' | 'comparison' | 'coverage' | 'hasBaseline'
>;

/** The list key of the status first, as `statusKeyPath` has it. */
export function targetListKeys(target: KeyedTarget): ListKey[] {
  return [
    listKey('status', target.status),
    listKey('year', target.year),
    listKey('chapter', target.chapter ?? 0),
    ...(target.item === null ? [] : [listKey('item', target.item)]),
    listKey('kind', target.kind),
    ...(target.quantity ? [listKey('unit', target.quantity.unit)] : []),
    listKey('baseline', target.hasBaseline),
    ...(target.comparison ? [listKey('comparison', target.comparison)] : []),
    ...target.coverage.map(({ scope }) => listKey('scope', scope)),
  ];
}

type KeyedResult = Pick<ListedResult, 'year' | 'quantity' | 'cumulative' | 'yearOnYear' | 'coverage'>;

export function resultListKeys(result: KeyedResult): ListKey[] {
  return [
    listKey('year', result.year),
    listKey('unit', result.quantity.unit),
    listKey('cumulative', result.cumulative),
    listKey('yearOnYear', result.yearOnYear !== null),
    ...result.coverage.map(({ scope }) => listKey('scope', scope)),
  ];
}

/**
 * The list keys that conditions ask for, one group per condition: a document must have one key of every group.
 * `{ items: [2, 3], kinds: ['FIGURE'] }` → `[['item:2', 'item:3'], ['kind:FIGURE']]`. The condition that the fewest
 * documents are likely to meet comes first. Departments, a text and a range of values have no list keys.
 */
export function listKeysOf(conditions: TargetConditions & ResultConditions): ListKey[][] {
  const anyOf = (dimension: string, values: readonly (string | number)[] | undefined): ListKey[][] =>
    values ? [[...new Set(values)].map((value) => listKey(dimension, value))] : [];
  const whether = (dimension: string, value: boolean | undefined): ListKey[][] =>
    value === undefined ? [] : [[listKey(dimension, value)]];
  return [
    ...anyOf('item', conditions.items),
    ...(conditions.scopes ?? []).flatMap((scopes) => anyOf('scope', scopes)),
    ...anyOf('unit', conditions.units),
    ...anyOf('comparison', conditions.comparison),
    ...anyOf('chapter', conditions.chapters),
    ...whether('yearOnYear', conditions.hasYearOnYear),
    ...whether('cumulative', conditions.cumulative),
    ...anyOf('kind', conditions.kinds),
    ...whether('baseline', conditions.hasBaseline),
    ...anyOf('status', conditions.status),
    ...anyOf('year', conditions.year),
  ];
}

/**
 * The list keys whose counts add up to the number of documents that meet the conditions; null when no counts do, which
 * is so with a text, with a range of values, and with two conditions or more. No document has two of the keys: a group
 * is of one field with one value, or of the scopes of one place.
 */
export function countedListKeys(conditions: TargetConditions & ResultConditions): ListKey[] | null {
  if (conditions.text !== undefined || conditions.value !== undefined) return null;
  const groups = listKeysOf(conditions);
  return groups.length > 1 ? null : (groups[0] ?? [everything]);
}
