import { entityNames } from '../../schema/departments';
import { readingDirection, type ResultSelector, type TargetSelector } from '../contract/selector';
import { decodeResultSelector, decodeTargetSelector } from '../contract/selector-codec';
import type { Connection } from '../contract/slice';
import { edgeOf, pageInfoOf, reachOf, referenceOf } from './edges';
import { mergeRows, pageAsShown } from './rows';
import { answersOf, isPreceded, missingOf, totalOf } from './slices';

/** Resolvers of `TargetConnection`, but for `facets`: the departments' slices as one list. */
export const targetConnectionResolvers = {
  ...listResolvers('target', decodeTargetSelector),
  edges: (gathered: Connection) => {
    const { selector, page, rows } = mergedList(gathered, 'target', decodeTargetSelector);
    return rows.map((row) => ({ ...edgeOf(selector.order.field, page, row), ...reachOf(selector, row) }));
  },
};

/** Resolvers of `ResultConnection`. */
export const resultConnectionResolvers = {
  ...listResolvers('result', decodeResultSelector),
  edges: (gathered: Connection) => {
    const { selector, page, rows } = mergedList(gathered, 'result', decodeResultSelector);
    return rows.map((row) => edgeOf(selector.order.field, page, row));
  },
};

/** @throws SCHEMA_MISMATCH when the router did not supply a selector, or supplied that of another kind of list */
type Decode<S> = (selector: unknown) => S;

/** The reference resolver of a connection: the slices that the router gathered, once its selector is known to be one. */
export function referenceTo(decode: Decode<unknown>) {
  return async (gathered: Connection): Promise<Connection> => {
    decode(gathered.selector);
    return gathered;
  };
}

function listResolvers<S extends TargetSelector | ResultSelector>(
  kind: 'target' | 'result',
  decode: Decode<S>,
) {
  return {
    __resolveReference: referenceTo(decode),
    nodes: (gathered: Connection) => mergedList(gathered, kind, decode).rows.map(referenceOf),
    pageInfo: (gathered: Connection) => {
      const { selector, page, ...merged } = mergedList(gathered, kind, decode);
      return pageInfoOf(selector.order.field, page, merged, isPreceded(gathered));
    },
    totalCount: totalOf,
    missing: (gathered: Connection) => missingOf(gathered, decode(gathered.selector).conditions.departments),
  };
}

function mergedList<S extends TargetSelector | ResultSelector>(
  gathered: Connection,
  kind: 'target' | 'result',
  decode: Decode<S>,
) {
  const selector = decode(gathered.selector);
  const lists = answersOf(gathered, 'rows').map(([code, rows]) =>
    rows.map((row) => ({ ...row, type: entityNames(code)[kind] })),
  );
  return {
    selector,
    ...mergeRows(lists, selector.page, readingDirection(selector.order, selector.page)),
    page: pageAsShown(selector.page, lists.flat()),
  };
}
