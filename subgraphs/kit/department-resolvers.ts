import type DataLoader from 'dataloader';
import type { DepartmentContext } from './context';
import type { ProgressDocument, ResultDocument, TargetDocument } from '../../lists/answer/documents';
import type { ListLoaders } from './loaders';
import type { ReportProgressInput } from './progress';
import { entityNames } from '../../schema/departments';
import { isId } from '../../lists/contract/bounds';
import {
  decodeResultSelector,
  decodeSearchSelector,
  decodeTargetSelector,
  parseScope,
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

/** An entity is referred to by its id, or by the plan office's `ref`, which is the same. */
type EntityKey = { readonly id: unknown } | { readonly ref: unknown };

/** Loads what a reference stands for; what cannot be an id stands for nothing, and no database is asked for it. */
async function loadReference<T>(key: EntityKey, byId: DataLoader<string, T | null>): Promise<T | null> {
  const id = 'id' in key ? key.id : key.ref;
  return isId(id) ? byId.load(id) : null;
}

/** Reference resolvers are async: a synchronous throw in one would lose the whole batch. */
export const targetResolvers = {
  __resolveReference: async (key: EntityKey, context: Context) =>
    loadReference(key, context.loaders.targets.byId),
  id: (target: TargetDocument) => target._id,
  ref: (target: TargetDocument) => target._id,
  citations: citationsOf,
  department: (target: TargetDocument) => ({ code: departmentOf(target._id) }),
  workItem: (target: TargetDocument) => (target.item === null ? null : { number: target.item }),
  chapter: (target: TargetDocument) => (target.chapter === null ? null : { number: target.chapter }),
  places: placesOf,
  baseline: async (target: TargetDocument, _: unknown, context: Context) =>
    target.baseline === null ? null : context.loaders.results.byId.load(target.baseline),
  related: async (target: TargetDocument, _: unknown, context: Context) =>
    Promise.all(
      target.related.map(async ({ id, note }) => ({
        note,
        target: await context.loaders.targets.byId.load(id),
        result: await context.loaders.results.byId.load(id),
      })),
    ),
  progress: (target: TargetDocument): ProgressDocument | null => target.progress.at(-1) ?? null,
  progressHistory: (target: TargetDocument): ProgressDocument[] => target.progress.toReversed(),
};

export const resultResolvers = {
  __resolveReference: async (key: EntityKey, context: Context) =>
    loadReference(key, context.loaders.results.byId),
  id: (result: ResultDocument) => result._id,
  ref: (result: ResultDocument) => result._id,
  citations: citationsOf,
  department: (result: ResultDocument) => ({ code: departmentOf(result._id) }),
  places: placesOf,
  targets: async (result: ResultDocument, _: unknown, context: Context) =>
    context.loaders.targets.byBaseline.load(result._id),
};

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

/** Resolves a mutation that reports progress. */
export async function reportProgress(
  _: unknown,
  { input }: { input: ReportProgressInput },
  context: Context,
): Promise<TargetDocument> {
  context.assertMayWrite();
  return context.store.targets.report(input, new Date());
}

/** `economy:2.1` belongs to economy. */
const departmentOf = (id: string): string => id.slice(0, id.indexOf(':'));

function citationsOf({ citations }: TargetDocument | ResultDocument) {
  return citations.map(({ document, ...citation }) => ({ ...citation, document: { id: document } }));
}

function placesOf({ coverage }: TargetDocument | ResultDocument) {
  return coverage
    .map(({ scope }) => parseScope(scope))
    .filter(({ reach }) => reach === 'NAMED')
    .map(({ place }) => ({ id: place }));
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
