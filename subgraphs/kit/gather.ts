import type { Collection, Document, Filter } from 'mongodb';
import { pageRange, readingDirection, sortField } from './conditions';
import type { Order, Page } from './selector';

/** A list's filter (null: nothing can match) with the page asked for. */
export interface ListQuery<T extends Document> {
  readonly filter: Filter<T> | null;
  readonly order: Order;
  readonly page: Page;
}

export interface RowDocument {
  id: string;
  key: string;
  coverage: { scope: string; evidence: string }[];
}

/** MongoDB takes at most 1000 stages in one command. */
const pipelinesPerCommand = 900;

/**
 * The first `take + 1` rows of each query's page, in reading order, with one command for all queries.
 * @returns rows per query, in the order of the queries
 */
export async function gatherRows<T extends Document>(
  collection: Collection<T>,
  queries: readonly ListQuery<T>[],
): Promise<RowDocument[][]> {
  const found = await unionAll<T, ListQuery<T>, RowDocument & { of: number }>(
    collection,
    queries,
    ({ filter, order, page }, of) => [
      { $match: withRange(filter, pageRange(order, page)) },
      { $sort: { [sortField(order)]: readingDirection(order, page) } },
      { $limit: page.take + 1 },
      { $project: { _id: 0, of: { $literal: of }, id: '$_id', key: `$${sortField(order)}`, coverage: 1 } },
    ],
  );
  return queries.map(({ order, page }, of) => {
    const direction = readingDirection(order, page);
    return found.filter((row) => row.of === of).sort((a, b) => (a.key < b.key ? -direction : direction));
  });
}

/** How many documents each query matches, whatever its page, with one command for all. */
export async function gatherTotals<T extends Document>(
  collection: Collection<T>,
  queries: readonly Pick<ListQuery<T>, 'filter'>[],
): Promise<number[]> {
  const found = await unionAll<T, Pick<ListQuery<T>, 'filter'>, { of: number; n: number }>(
    collection,
    queries,
    ({ filter }, of) => [{ $match: filter }, { $count: 'n' }, { $project: { n: 1, of: { $literal: of } } }],
  );
  const totals = new Map(found.map(({ of, n }) => [of, n]));
  return queries.map((_, of) => totals.get(of) ?? 0);
}

/** Whether rows lie before each query's page, in reading order, with one command for all. */
export async function gatherPreceded<T extends Document>(
  collection: Collection<T>,
  queries: readonly ListQuery<T>[],
): Promise<boolean[]> {
  const bounded = queries.map((query) => ({
    ...query,
    filter: startOf(query.page) === undefined ? null : query.filter,
  }));
  const found = await unionAll<T, ListQuery<T>, { of: number }>(
    collection,
    bounded,
    ({ filter, order, page }, of) => {
      const ahead = readingDirection(order, page) === 1 ? { $lte: startOf(page) } : { $gte: startOf(page) };
      return [
        { $match: withRange(filter, { [sortField(order)]: ahead }) },
        { $limit: 1 },
        { $project: { _id: 0, of: { $literal: of } } },
      ];
    },
  );
  const preceded = new Set(found.map(({ of }) => of));
  return queries.map((_, of) => preceded.has(of));
}

/** How many documents have the same value in each of the fields asked for. */
export interface Group {
  /** In the order of the fields; null where a document has none. */
  readonly values: readonly (string | number | null)[];
  readonly count: number;
}

interface GroupQuery<T extends Document> {
  readonly filter: Filter<T> | null;
  readonly fields: readonly string[];
}

/** What each query matches, counted by the values of some fields, with one command for all. */
export async function gatherGroups<T extends Document>(
  collection: Collection<T>,
  queries: readonly GroupQuery<T>[],
): Promise<Group[][]> {
  const found = await unionAll<T, GroupQuery<T>, { _id: Document; count: number; of: number }>(
    collection,
    queries,
    ({ filter, fields }, of) => [
      { $match: filter },
      // Without `$ifNull`, a field that lacks and one that is null would be two groups, which no index tells apart.
      {
        $group: {
          _id: Object.fromEntries(fields.map((field, at) => [`f${at}`, { $ifNull: [`$${field}`, null] }])),
          count: { $sum: 1 },
        },
      },
      { $project: { count: 1, of: { $literal: of } } },
    ],
  );
  return queries.map(({ fields }, of) =>
    found
      .filter((group) => group.of === of)
      .map(({ _id, count }) => ({
        values: fields.map((_, at) => _id[`f${at}`] as Group['values'][number]),
        count,
      })),
  );
}

/** The bound that the page starts from: none on a first page. */
const startOf = (page: Page): string | undefined => (page.from === 'START' ? page.after : page.before);

function withRange(filter: Document | null, range: Document): Document {
  return { ...filter, ...range };
}

/** Runs one pipeline per query that can match, joined by `$unionWith`, in as few commands as the stage limit allows. */
export async function unionAll<
  T extends Document,
  Query extends { readonly filter: Filter<T> | null },
  Row extends Document,
>(
  collection: Collection<T>,
  queries: readonly Query[],
  pipelineOf: (query: Query, index: number) => Document[],
): Promise<Row[]> {
  const pipelines = queries.flatMap((query, index) => (query.filter ? [pipelineOf(query, index)] : []));
  const rows: Row[] = [];
  for (let start = 0; start < pipelines.length; start += pipelinesPerCommand) {
    const [first = [], ...others] = pipelines.slice(start, start + pipelinesPerCommand);
    const union = others.map((pipeline) => ({ $unionWith: { coll: collection.collectionName, pipeline } }));
    rows.push(...(await collection.aggregate<Row>([...first, ...union]).toArray()));
  }
  return rows;
}
