import { scoreOfKey, searchOrder } from '../contract/search-keys';
import type { AskedSearch } from '../contract/selector';
import { decodeSearchSelector } from '../contract/selector-codec';
import type { Connection, SearchRow } from '../contract/slice';
import { edgeOf, pageInfoOf } from './edges';
import { referenceTo } from './list-connection';
import { mergeRows } from './rows';
import { answersOf, missingOf, totalOf } from './slices';

/** The hits that the merging subgraph adds to those of the departments. */
export interface OwnHits<Context> {
  rows(asked: AskedSearch, context: Context): Promise<readonly SearchRow[]>;
  total(asked: AskedSearch, context: Context): Promise<number>;
  /** The hit of a row: an object of the merging subgraph for its own rows, else a reference to the owner's entity. */
  node(row: SearchRow, context: Context): Promise<object>;
}

/** Resolvers of `SearchConnection`: the departments' slices and the own hits as one list. */
export function searchConnectionResolvers<Context>(own: OwnHits<Context>) {
  const merged = async (gathered: Connection, context: Context) => {
    const asked = askedOf(gathered);
    const theirs = answersOf<'rows', SearchRow>(gathered, 'rows').map(([, rows]) => rows);
    const { page } = asked.selector;
    return { page, ...mergeRows([await own.rows(asked, context), ...theirs], page, 1) };
  };
  return {
    __resolveReference: referenceTo(decodeSearchSelector),
    edges: async (gathered: Connection, _: unknown, context: Context) => {
      const { page, rows } = await merged(gathered, context);
      const nodes = await Promise.all(rows.map((row) => own.node(row, context)));
      return rows.map((row, at) => ({
        ...edgeOf(searchOrder, page, row),
        node: nodes[at],
        score: scoreOfKey(row.key),
        highlights: row.highlights,
      }));
    },
    nodes: async (gathered: Connection, _: unknown, context: Context) => {
      const { rows } = await merged(gathered, context);
      return Promise.all(rows.map((row) => own.node(row, context)));
    },
    pageInfo: async (gathered: Connection, _: unknown, context: Context) => {
      const { page, ...rows } = await merged(gathered, context);
      return pageInfoOf(searchOrder, page, rows, page.after !== undefined);
    },
    totalCount: async (gathered: Connection, _: unknown, context: Context) =>
      totalOf(gathered) + (await own.total(askedOf(gathered), context)),
    missing: (gathered: Connection) => missingOf(gathered),
  };
}

const askedOf = ({ selector: text }: Connection): AskedSearch => ({
  text,
  selector: decodeSearchSelector(text),
});
