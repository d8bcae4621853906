import type { DepartmentEntry } from '../../../schema/departments';
import { termsOf } from './arguments';
import { hitCursor, hitPositions, statementCursor, statementPositions } from './cursor';
import { findPlace, type Data, type Result, type Statement, type Target } from './data';
import { facetsOf } from './facets';
import { conditionsOf } from './conditions';
import type { Filter } from './filter';
import { highlightsOf } from './highlight';
import { compareBy, type Order } from './order';
import { pageOf, type OraclePage, type PageArguments } from './page';
import { belongingOf } from './reach';
import { findHits, type Hit } from './search';

export interface ListArguments extends PageArguments {
  readonly filter?: Filter | null;
  readonly orderBy?: Order | null;
}

/** How rows are shown: the objects of the schema that they stand for. */
export interface Show {
  readonly target: (target: Target) => object;
  readonly result: (result: Result) => object;
  readonly hit: (hit: Hit) => object;
}

/**
 * A list of targets.
 * @param within the targets of the parent
 * @param place the parent, where it is a place
 * @throws BAD_USER_INPUT
 */
export function targetList(
  data: Data,
  show: Show,
  args: ListArguments,
  within: readonly Target[],
  place?: string,
) {
  const conditions = conditionsOf(data, args.filter ?? {});
  const { order, page, total } = statementPage(data, args, within);
  const shownPlace = findPlace(data, place ?? args.filter?.place ?? '');
  return {
    ...connection(
      page,
      total,
      (target) => statementCursor(order.field, target),
      show.target,
      (target) => {
        const belonging = shownPlace && belongingOf(data, target, shownPlace);
        return belonging ?? { reach: null, evidence: null };
      },
    ),
    facets: facetsOf(data, within, conditions),
  };
}

/** @throws BAD_USER_INPUT */
export function resultList(data: Data, show: Show, args: ListArguments) {
  const { order, page, total } = statementPage(data, args, data.results);
  return connection(page, total, (result) => statementCursor(order.field, result), show.result);
}

/** @throws BAD_USER_INPUT */
export function hitList(
  data: Data,
  show: Show,
  { text, ...args }: PageArguments & { readonly text: string },
) {
  const terms = termsOf(text);
  const hits = findHits(data, terms);
  const page = pageOf(hits, args, hitPositions(data), 100);
  return connection(page, hits.length, hitCursor, show.hit, ({ texts, score }) => ({
    score,
    highlights: highlightsOf(texts, terms),
  }));
}

function statementPage<T extends Statement>(data: Data, args: ListArguments, within: readonly T[]) {
  const order = args.orderBy ?? { field: 'PLAN', direction: 'ASC' };
  const conditions = [...conditionsOf(data, args.filter ?? {}).values()];
  const rows = within.filter((row) => conditions.every((holds) => holds(row))).sort(compareBy(order));
  return { order, page: pageOf<T>(rows, args, statementPositions(data, order)), total: rows.length };
}

function connection<T>(
  { rows, hasNextPage, hasPreviousPage }: OraclePage<T>,
  totalCount: number,
  cursorOf: (row: T) => string,
  show: (row: T) => object,
  about: (row: T) => object = () => ({}),
) {
  const [first, last] = [rows.at(0), rows.at(-1)];
  return {
    edges: rows.map((row) => ({ cursor: cursorOf(row), node: show(row), ...about(row) })),
    nodes: rows.map(show),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: first === undefined ? null : cursorOf(first),
      endCursor: last === undefined ? null : cursorOf(last),
    },
    totalCount,
    missing: [] as DepartmentEntry[],
  };
}
