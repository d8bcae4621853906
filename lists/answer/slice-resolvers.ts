import type {
  AnySelector,
  Asked,
  AskedSearch,
  AskedTargets,
  ResultSelector,
  TargetSelector,
} from '../contract/selector';
import { decodeResultSelector, decodeSearchSelector, decodeTargetSelector } from '../contract/selector-codec';
import type { ConnectionKey } from '../contract/slice';
import type { ListLoaders, SliceLoaders } from './slice-loaders';

/** The part of a department's context that slices are resolved with. */
interface Context {
  readonly loaders: { readonly lists: SliceLoaders };
}

/** A department's slices: its field in each connection, and the parts of what the field returns. */
export function sliceResolvers(code: string) {
  return {
    TargetConnection: connection(code, decodeTargetSelector),
    ResultConnection: connection(code, decodeResultSelector),
    SearchConnection: connection(code, decodeSearchSelector),
    TargetSlice: {
      ...listSlice<TargetSelector>(({ targets }) => targets),
      facets: async (asked: AskedTargets, _: unknown, { loaders }: Context) =>
        loaders.lists.targets.facets.load(asked),
    },
    ResultSlice: listSlice<ResultSelector>(({ results }) => results),
    SearchSlice: searchSlice,
  };
}

/** The selector is decoded by the field and not by the reference: one that is wrong fails its own slice alone. */
function connection<S extends AnySelector>(code: string, decode: (text: unknown) => S) {
  return {
    __resolveReference: async ({ selector }: ConnectionKey) => ({ selector }),
    [code]: ({ selector: text }: ConnectionKey): Asked<S> => ({ text, selector: decode(text) }),
  };
}

const answered = async (_: Asked, __: unknown, { loaders }: Context) => loaders.lists.answered.load('ping');

function listSlice<S extends TargetSelector | ResultSelector>(
  listOf: (loaders: SliceLoaders) => ListLoaders<S>,
) {
  return {
    answered,
    rows: async (asked: Asked<S>, _: unknown, { loaders }: Context) => listOf(loaders.lists).rows.load(asked),
    preceded: async (asked: Asked<S>, _: unknown, { loaders }: Context) =>
      listOf(loaders.lists).preceded.load(asked),
    total: async (asked: Asked<S>, _: unknown, { loaders }: Context) =>
      listOf(loaders.lists).totals.load(asked),
  };
}

const searchSlice = {
  answered,
  rows: async (asked: AskedSearch, _: unknown, { loaders }: Context) => loaders.lists.search.rows.load(asked),
  // Searches only go forwards, and the cursor is the key of a row.
  preceded: ({ selector }: AskedSearch) => selector.page.after !== undefined,
  total: async (asked: AskedSearch, _: unknown, { loaders }: Context) =>
    loaders.lists.search.totals.load(asked),
};
