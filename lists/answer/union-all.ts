import type { Collection, Document, Filter } from 'mongodb';

/** MongoDB takes at most 1000 stages in one command. */
const pipelinesPerCommand = 900;

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
