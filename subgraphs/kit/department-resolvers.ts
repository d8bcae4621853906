import type { DepartmentContext } from './context';
import type { ProgressDocument, ResultDocument, TargetDocument } from './documents';
import type { ListLoaders } from './loaders';
import type { ReportProgressInput } from './progress';
import { entityNames } from '../../schema/departments';
import { decodeSelector, parseScope, type SearchSelector } from './selector';

type Context = DepartmentContext;
/** A connection, and its slice: both are what they answer to. */
export interface Selected {
  readonly selector: string;
}
/** An entity is referred to by its id, or by the plan office's `ref`, which is the same. */
type EntityKey = { readonly id: string } | { readonly ref: string };
const idOf = (key: EntityKey): string => ('id' in key ? key.id : key.ref);

/** Reference resolvers are async: a synchronous throw in one would lose the whole batch. */
export const targetResolvers = {
  __resolveReference: async (key: EntityKey, context: Context) =>
    context.loaders.targets.byId.load(idOf(key)),
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
    context.loaders.results.byId.load(idOf(key)),
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
  const connection = {
    __resolveReference: async ({ selector }: Selected) => ({ selector }),
    [code]: ({ selector }: Selected) => ({ selector }),
  };
  return {
    TargetConnection: connection,
    ResultConnection: connection,
    SearchConnection: connection,
    TargetSlice: {
      ...listSlice((loaders) => loaders.targets),
      facets: async ({ selector }: Selected, _: unknown, { loaders }: Context) =>
        (await loaders.targets.facets.load(selector)).map((row) => ({ ...row, value: String(row.value) })),
    },
    ResultSlice: listSlice((loaders) => loaders.results),
    SearchSlice: searchSlice(code),
    Department: {
      __resolveReference: async ({ code: wanted }: { code: string }) => ({ code: wanted }),
      [code]: async (department: { code: string }, _: unknown, { loaders }: Context) =>
        department.code === code ? loaders.answered.load('ping') : null,
    },
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

const answered = async (_: Selected, __: unknown, { loaders }: Context) => loaders.answered.load('ping');

function listSlice(listOf: (loaders: Context['loaders']) => ListLoaders) {
  return {
    answered,
    rows: async ({ selector }: Selected, _: unknown, { loaders }: Context) =>
      listOf(loaders).rows.load(selector),
    preceded: async ({ selector }: Selected, _: unknown, { loaders }: Context) =>
      listOf(loaders).preceded.load(selector),
    total: async ({ selector }: Selected, _: unknown, { loaders }: Context) =>
      listOf(loaders).totals.load(selector),
  };
}

function searchSlice(code: string) {
  const names = entityNames(code);
  return {
    answered,
    rows: async ({ selector }: Selected, _: unknown, { loaders }: Context) =>
      (await loaders.search.rows.load(selector)).map((row) => ({
        ...row,
        type: row.type === 'target' ? names.target : names.result,
      })),
    // A cursor was given for a row, and searches only go forwards.
    preceded: ({ selector }: Selected) => decodeSelector<SearchSelector>(selector).page.after !== undefined,
    total: async ({ selector }: Selected, _: unknown, { loaders }: Context) =>
      loaders.search.totals.load(selector),
  };
}
