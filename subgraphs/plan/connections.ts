import { scoreOfKey } from '../../lists/answer/search';
import {
  decodeResultSelector,
  decodeSearchSelector,
  decodeTargetSelector,
  type Page,
} from '../../lists/contract/selector';
import type { Context } from './context';
import { mergeFacets } from '../../lists/merge/facets';
import {
  answers,
  cursorOf,
  mergeRows,
  missing,
  pageAsShown,
  pageInfoOf,
  reachOf,
  referenceOf,
  typedRows,
  type Row,
} from '../../lists/merge/merge';
import { searchOrder, type Connection } from '../../lists/ask/selectors';

/** @throws SCHEMA_MISMATCH when the router did not supply the selector, or another list's */
const referenceTo = (check: (selector: unknown) => unknown) => ({
  __resolveReference: async (gathered: Connection) => {
    check(gathered.selector);
    return gathered;
  },
});
const decode = { target: decodeTargetSelector, result: decodeResultSelector };
const total = (parent: Connection): number =>
  answers(parent, 'total').reduce((sum, [, each]) => sum + each, 0);
const preceded = (parent: Connection): boolean => answers(parent, 'preceded').some(([, each]) => each);

/** The merge: what the departments answered, as one list. */
export const TargetConnection = {
  ...referenceTo(decodeTargetSelector),
  ...listResolvers('target'),
  edges: (parent: Connection) => {
    const selector = decodeTargetSelector(parent.selector);
    const { rows, page } = mergedRows(parent, 'target');
    return rows.map((row) => ({
      ...edgeOf(selector.order.field, page, row),
      ...reachOf(selector, row),
    }));
  },
  facets: async (parent: Connection, _: unknown, { loaders }: Context) => {
    const plans = await loaders.plans.load('all');
    const titles = plans.flatMap(({ chapters }) =>
      chapters.map(({ number, title }) => [String(number), title]),
    );
    return mergeFacets(parent, new Map(titles as [string, string][]));
  },
};

export const ResultConnection = {
  ...referenceTo(decodeResultSelector),
  ...listResolvers('result'),
  edges: (parent: Connection) => {
    const { order } = decodeResultSelector(parent.selector);
    const { rows, page } = mergedRows(parent, 'result');
    return rows.map((row) => edgeOf(order.field, page, row));
  },
};

/** The departments' hits with the plan office's own: items and places. */
export const SearchConnection = {
  ...referenceTo(decodeSearchSelector),
  edges: async (parent: Connection, _: unknown, context: Context) => {
    const { page } = decodeSearchSelector(parent.selector);
    const { rows } = await searchRows(parent, context);
    const hits = await Promise.all(rows.map((row) => hitOf(row, context)));
    return rows.map((row, at) => ({
      ...edgeOf(searchOrder, page, row),
      node: hits[at],
      score: scoreOfKey(row.key),
      highlights: row.highlights ?? [],
    }));
  },
  nodes: async (parent: Connection, _: unknown, context: Context) => {
    const { rows } = await searchRows(parent, context);
    return Promise.all(rows.map((row) => hitOf(row, context)));
  },
  pageInfo: async (parent: Connection, _: unknown, context: Context) => {
    const { page } = decodeSearchSelector(parent.selector);
    return pageInfoOf(searchOrder, page, await searchRows(parent, context), page.after !== undefined);
  },
  totalCount: async (parent: Connection, _: unknown, context: Context) =>
    total(parent) + (await context.loaders.searchTotal.load(askedOf(parent))),
  missing: (parent: Connection) => missing(parent),
};

/** What lists of targets and of results have in common. */
function listResolvers(kind: 'target' | 'result') {
  return {
    nodes: (parent: Connection) => mergedRows(parent, kind).rows.map(referenceOf),
    pageInfo: (parent: Connection) => {
      const { order } = decode[kind](parent.selector);
      const { page, ...merged } = mergedRows(parent, kind);
      return pageInfoOf(order.field, page, merged, preceded(parent));
    },
    totalCount: total,
    missing: (parent: Connection) => missing(parent, decode[kind](parent.selector).conditions.departments),
  };
}

function mergedRows(parent: Connection, kind: 'target' | 'result') {
  const { order, page } = decode[kind](parent.selector);
  const backwards = (order.direction === 'ASC') !== (page.from === 'START');
  const lists = typedRows(parent, kind);
  return { ...mergeRows(lists, page, backwards), page: pageAsShown(page, lists) };
}

const edgeOf = (order: string, page: Page, row: Row) => ({
  cursor: cursorOf(order, page, row),
  node: referenceOf(row),
});

async function searchRows(parent: Connection, context: Context) {
  const theirs = answers(parent, 'rows').map(([, rows]) => rows);
  const asked = askedOf(parent);
  const own = await context.loaders.searchRows.load(asked);
  return mergeRows<Row>([own, ...theirs], asked.selector.page, false);
}

const askedOf = ({ selector: text }: Connection) => ({ text, selector: decodeSearchSelector(text) });

/** The plan office's own hits are resolved here, the departments' at their owners. */
async function hitOf(row: Row, { loaders }: Context) {
  if (row.type === 'WorkItem') return { __typename: row.type, ...(await loaders.item.load(Number(row.id))) };
  if (row.type === 'Place') return { __typename: row.type, ...(await loaders.place.load(row.id)) };
  return referenceOf(row);
}
