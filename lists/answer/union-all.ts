import type { Collection, Document } from 'mongodb';

/** MongoDB takes at most 1000 stages in one command. */
const pipelinesPerCommand = 900;

/** A query of one collection; without a filter, nothing can match. */
export interface FilteredQuery {
  readonly filter: Document | null;
}

/** The part of a `$project` that marks a row with its query's position. */
export interface Mark {
  readonly of: { readonly $literal: number };
}

/**
 * Runs one pipeline per query, joined by `$unionWith`, in as few commands as the limit on stages allows. Queries
 * without a filter cost nothing.
 * @param pipelineOf ends in a `$project` or `$group` and `$project` that contain the mark
 * @returns the rows of each query, in the order of the queries
 */
export async function unionAll<Row extends Document, Query extends FilteredQuery = FilteredQuery>(
  collection: Collection,
  queries: readonly Query[],
  pipelineOf: (query: Query & { readonly filter: Document }, mark: Mark) => Document[],
): Promise<Row[][]> {
  const pipelines = queries.flatMap((query, of) =>
    query.filter ? [pipelineOf({ ...query, filter: query.filter }, { of: { $literal: of } })] : [],
  );
  const rows = queries.map((): Row[] => []);
  for (let start = 0; start < pipelines.length; start += pipelinesPerCommand) {
    const [first = [], ...others] = pipelines.slice(start, start + pipelinesPerCommand);
    const union = others.map((pipeline) => ({ $unionWith: { coll: collection.collectionName, pipeline } }));
    const found = collection.aggregate<Row & { of: number }>([...first, ...union]);
    for (const { of, ...row } of await found.toArray()) rows[of]?.push(row as unknown as Row);
  }
  return rows;
}
