import { referenceOf } from '../../lists/merge/edges';
import { mergeFacets } from '../../lists/merge/facets';
import { resultConnectionResolvers, targetConnectionResolvers } from '../../lists/merge/list-connection';
import { searchConnectionResolvers } from '../../lists/merge/search-connection';
import type { Connection, SearchRow } from '../../lists/contract/slice';
import type { Context } from './context';

export const TargetConnection = {
  ...targetConnectionResolvers,
  facets: async (gathered: Connection, _: unknown, context: Context) =>
    mergeFacets(gathered, await chapterTitles(context)),
};

export const ResultConnection = resultConnectionResolvers;

/** The plan office finds work items and places; departments find targets and results. */
export const SearchConnection = searchConnectionResolvers<Context>({
  rows: (asked, { loaders }) => loaders.search.rows.load(asked),
  total: (asked, { loaders }) => loaders.search.totals.load(asked),
  node: hitOf,
});

async function hitOf(row: SearchRow, { loaders }: Context) {
  if (row.type === 'WorkItem') return { __typename: row.type, ...(await loaders.item.load(Number(row.id))) };
  if (row.type === 'Place') return { __typename: row.type, ...(await loaders.place.load(row.id)) };
  return referenceOf(row);
}

/** By number, as facets have it. */
async function chapterTitles({ loaders }: Context): Promise<Map<string, string>> {
  const plans = await loaders.plans.load('all');
  return new Map(
    plans.flatMap(({ chapters }) => chapters.map(({ number, title }) => [String(number), title] as const)),
  );
}
