import type { DepartmentContext } from './context';
import type { ListLoaders } from './loaders';
import { entityNames } from '../../schema/departments';
import { isId } from '../../lists/contract/bounds';
import {
  decodeResultSelector,
  decodeSearchSelector,
  decodeTargetSelector,
  type AnySelector,
  type Asked,
  type AskedSearch,
  type AskedTargets,
  type ResultSelector,
  type TargetSelector,
} from '../../lists/contract/selector';

type Context = DepartmentContext;

/** A connection as a router refers to it. */
export interface Selected {
  readonly selector: string;
}

/** The department's answers to selectors, and to whether it is there at all. */
export function gatherResolvers(code: string) {
  return {
    TargetConnection: connection(code, decodeTargetSelector),
    ResultConnection: connection(code, decodeResultSelector),
    SearchConnection: connection(code, decodeSearchSelector),
    TargetSlice: {
      ...listSlice<TargetSelector>(({ targets }) => targets),
      facets: async (asked: AskedTargets, _: unknown, { loaders }: Context) =>
        (await loaders.targets.facets.load(asked)).map((row) => ({ ...row, value: String(row.value) })),
    },
    ResultSlice: listSlice<ResultSelector>(({ results }) => results),
    SearchSlice: searchSlice(code),
    Department: {
      __resolveReference: async ({ code: wanted }: { code: unknown }) =>
        isId(wanted) ? { code: wanted } : null,
      [code]: async (department: { code: string }, _: unknown, { loaders }: Context) =>
        department.code === code ? loaders.answered.load('ping') : null,
    },
  };
}

/** A selector is decoded where the slice is asked for: one that cannot be loses no slice but its own. */
function connection<S extends AnySelector>(code: string, decode: (text: unknown) => S) {
  return {
    __resolveReference: async ({ selector }: Selected) => ({ selector }),
    [code]: ({ selector: text }: Selected): Asked<S> => ({ text, selector: decode(text) }),
  };
}

const answered = async (_: Asked, __: unknown, { loaders }: Context) => loaders.answered.load('ping');

function listSlice<S extends TargetSelector | ResultSelector>(
  listOf: (loaders: Context['loaders']) => ListLoaders<S>,
) {
  return {
    answered,
    rows: async (asked: Asked<S>, _: unknown, { loaders }: Context) => listOf(loaders).rows.load(asked),
    preceded: async (asked: Asked<S>, _: unknown, { loaders }: Context) =>
      listOf(loaders).preceded.load(asked),
    total: async (asked: Asked<S>, _: unknown, { loaders }: Context) => listOf(loaders).totals.load(asked),
  };
}

function searchSlice(code: string) {
  const names = entityNames(code);
  return {
    answered,
    rows: async (asked: AskedSearch, _: unknown, { loaders }: Context) =>
      (await loaders.search.rows.load(asked)).map((row) => ({
        ...row,
        type: row.type === 'target' ? names.target : names.result,
      })),
    // A cursor was given for a row, and searches only go forwards.
    preceded: ({ selector }: AskedSearch) => selector.page.after !== undefined,
    total: async (asked: AskedSearch, _: unknown, { loaders }: Context) => loaders.search.totals.load(asked),
  };
}
