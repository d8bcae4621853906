import type { Document } from 'mongodb';
import type {
  ResultConditions,
  ResultSelector,
  SearchSelector,
  TargetConditions,
  TargetSelector,
} from '../lists/contract/selector';
import { listFilter } from '../lists/answer/conditions';
import { keyIn, pageRange, sortField } from '../lists/answer/page-range';
import { textFilters } from '../lists/answer/text-filter';
import { readingDirection } from '../lists/contract/selector';
import type { FacetCount } from '../lists/contract/slice';
import { compareKeys } from '../lists/contract/sort-keys';
import type { Databases, Department } from './databases';

/** The content of a list, read from the gateway's answer or from the databases, so that the two can be compared. */
export interface ListContent {
  readonly ids?: readonly string[];
  readonly total?: number;
  /** `{ "kinds:FIGURE": 12 }`, sorted by key. */
  readonly facets?: Readonly<Record<string, number>>;
}

/** The parts of a list that a view reads. */
export interface ListParts {
  readonly total?: boolean;
  readonly facets?: boolean;
  /** True by default. */
  readonly page?: boolean;
}

/** The stored fields behind the fields that the measured operations select. */
const selectedFields = { title: 1, kind: 1, text: 1, status: 1, quantity: 1, yearOnYear: 1, sort: 1 };

/** Reads a list of targets without the graph: whole documents from all departments at once, merged by sort key. */
export async function readTargets(
  { departments }: Databases,
  selector: TargetSelector,
  { total, facets, page = true }: ListParts,
): Promise<ListContent> {
  const each = await Promise.all(
    departments.map(async (department) => {
      const { targets } = department.store.lists;
      const queries = await targets.queries([selector]);
      const [rows, [count = 0], [groups = []]] = await Promise.all([
        page ? readPage(department, 'targets', selector) : [],
        total ? targets.totals(queries) : [],
        facets ? targets.facets(queries) : [],
      ]);
      return { code: department.code, rows, count, groups };
    }),
  );
  return {
    ...(page && { ids: merge(each, selector) }),
    ...(total && { total: each.reduce((sum, { count }) => sum + count, 0) }),
    ...(facets && {
      facets: sumFacets(each.flatMap(({ code, groups }) => groups.map((row) => ({ ...row, code })))),
    }),
  };
}

export async function readResults(
  { departments }: Databases,
  selector: ResultSelector,
): Promise<ListContent> {
  const each = await Promise.all(
    departments.map(async (department) => {
      const { results } = department.store.lists;
      const rows = await readPage(department, 'results', selector);
      const [total = 0] = await results.totals(await results.queries([selector]));
      return { rows, total };
    }),
  );
  return {
    ids: merge(each, selector),
    total: each.reduce((sum, { total }) => sum + total, 0),
  };
}

/** Reads the hits of a search, and the documents of those that are targets or results. */
export async function readSearch(
  { departments, office }: Databases,
  selector: SearchSelector,
): Promise<ListContent> {
  const searches = [office.search, ...departments.map(({ store }) => store.lists.search)];
  const each = await Promise.all(
    searches.map(async (search) => {
      const queries = await search.queries([selector]);
      const [[rows = []], [total = 0]] = await Promise.all([search.rows(queries), search.totals(queries)]);
      return { rows, total };
    }),
  );
  const hits = each
    .flatMap(({ rows }) => rows)
    .sort((a, b) => compareKeys(a.key, b.key))
    .slice(0, selector.page.take);
  const ids = hits.map(({ id }) => id);
  await Promise.all(
    departments.flatMap(({ code, store }) => {
      const own = ids.filter((id) => id.startsWith(`${code}:`));
      return own.length > 0 ? [store.targets.byIds(own), store.results.byIds(own)] : [];
    }),
  );
  return { ids, total: each.reduce((sum, { total }) => sum + total, 0) };
}

async function readPage(
  { code, db }: Department,
  collection: 'targets' | 'results',
  {
    conditions,
    order,
    page,
  }: { conditions: TargetConditions & ResultConditions } & Omit<TargetSelector, 'conditions'>,
): Promise<Document[]> {
  const [byText] = await textFilters(db, collection, [conditions]);
  const filter = listFilter(code, conditions, byText);
  if (!filter) return [];
  return db
    .collection(collection)
    .find({ ...filter, ...keyIn(order, pageRange(order, page)) }, { projection: selectedFields })
    .sort({ [sortField(order)]: readingDirection(order, page) })
    .limit(page.take + 1)
    .toArray();
}

function merge(
  pages: readonly { readonly rows: readonly Document[] }[],
  { order, page }: Omit<TargetSelector, 'conditions'>,
): string[] {
  const direction = readingDirection(order, page);
  const keyOf = (document: Document): string =>
    String((document.sort as Record<string, string>)[order.field.toLowerCase()]);
  const ids = pages
    .flatMap(({ rows }) => rows)
    .map((document) => ({ id: String(document._id), key: keyOf(document) }))
    .sort((a, b) => direction * compareKeys(a.key, b.key))
    .slice(0, page.take)
    .map(({ id }) => id);
  return page.from === 'END' ? ids.reverse() : ids;
}

function sumFacets(rows: readonly (FacetCount & { code: string })[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { dimension, value, count, code } of rows) {
    const key = `${dimension}:${dimension === 'departments' ? code : value}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
