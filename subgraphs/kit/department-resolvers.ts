import type { DepartmentContext } from './context';
import type { ProgressDocument, ResultDocument, TargetDocument } from './documents';
import type { ListLoaders } from './loaders';
import type { ReportProgressInput } from './progress';
import { entityNames } from '../../schema/departments';
import { pageOfMatches } from './search';
import { DISTRICT, decodeSelector, EVERY_TOWN, type SearchSelector } from './selector';

type Context = DepartmentContext;
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
  return {
    TargetConnection: connectionResolvers(code, targetSlice),
    ResultConnection: connectionResolvers(code, resultSlice),
    SearchConnection: connectionResolvers(code, (selector, context) => searchSlice(code, selector, context)),
    Department: {
      __resolveReference: async ({ code: wanted }: { code: string }) => ({ code: wanted }),
      [code]: async (department: { code: string }, _: unknown, context: Context) =>
        department.code === code ? context.loaders.answered.load('ping') : null,
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
    .filter(({ scope }) => scope !== EVERY_TOWN && scope !== DISTRICT)
    .map(({ scope }) => ({ id: scope }));
}

function connectionResolvers(code: string, slice: (selector: string, context: Context) => object) {
  return {
    __resolveReference: async ({ selector }: { selector: string }) => ({ selector }),
    [code]: ({ selector }: { selector: string }, _: unknown, context: Context) => slice(selector, context),
  };
}

/** Fields are functions, so that nothing is computed that was not asked for. */
function targetSlice(selector: string, { loaders }: Context) {
  return {
    ...listSlice(selector, loaders.targets),
    answered: () => loaders.answered.load('ping'),
    facets: async () =>
      (await loaders.targets.facets.load(selector)).map((row) => ({ ...row, value: String(row.value) })),
  };
}

function resultSlice(selector: string, { loaders }: Context) {
  return { ...listSlice(selector, loaders.results), answered: () => loaders.answered.load('ping') };
}

function listSlice(selector: string, loaders: ListLoaders) {
  return {
    rows: () => loaders.rows.load(selector),
    preceded: () => loaders.preceded.load(selector),
    total: () => loaders.totals.load(selector),
  };
}

function searchSlice(code: string, selector: string, { loaders }: Context) {
  const names = entityNames(code);
  const typeOf = ({ type }: { type: string }) => (type === 'target' ? names.target : names.result);
  const { page: wanted } = decodeSelector<SearchSelector>(selector);
  const page = async () => pageOfMatches(await loaders.search.load(selector), wanted);
  return {
    answered: () => loaders.answered.load('ping'),
    rows: async () => (await page()).rows.map((row) => ({ ...row, type: typeOf(row) })),
    preceded: async () => (await page()).preceded,
    total: async () => (await page()).total,
  };
}
