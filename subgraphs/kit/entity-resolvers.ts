import type DataLoader from 'dataloader';
import type { ResultDocument, TargetDocument } from './documents';
import { isId } from '../../lists/contract/bounds';
import { parseScope } from '../../lists/contract/scopes';
import { tradeFields } from '../../schema/trade-fields';
import type { OwnResultResolvers, OwnTargetResolvers } from './types.generated';

/** The fields of every department's targets; a field without a resolver here is the stored document's own property. */
export const targetResolvers: OwnTargetResolvers = {
  __resolveReference: (key, { loaders }) => loadReference(key, loaders.targets.byId),
  id: ({ _id }) => _id,
  ref: ({ _id }) => _id,
  citations: citationsOf,
  department: ({ _id }) => ({ code: departmentOf(_id) }),
  workItem: ({ item }) => (item === null ? null : { number: item }),
  chapter: ({ chapter }) => (chapter === null ? null : { number: chapter }),
  places: placesOf,
  baseline: ({ baseline }, _, { loaders }) =>
    baseline === null ? null : loaders.results.byId.load(baseline),
  related: ({ related }, _, { loaders }) =>
    Promise.all(
      related.map(async ({ id, note }) => ({
        note,
        target: await loaders.targets.byId.load(id),
        result: await loaders.results.byId.load(id),
      })),
    ),
  progress: ({ progress }) => progress.at(-1) ?? null,
  progressHistory: ({ progress }) => progress.toReversed(),
};

/** The fields of every department's results, likewise. */
export const resultResolvers: OwnResultResolvers = {
  __resolveReference: (key, { loaders }) => loadReference(key, loaders.results.byId),
  id: ({ _id }) => _id,
  ref: ({ _id }) => _id,
  citations: citationsOf,
  department: ({ _id }) => ({ code: departmentOf(_id) }),
  places: placesOf,
  targets: ({ _id }, _, { loaders }) => loaders.targets.byBaseline.load(_id),
};

/** The fields of a department's trade, each read from the target's details; null where the details lack it. */
export function tradeResolvers(code: string) {
  return Object.fromEntries(
    tradeFields(code).map(({ name }) => [name, ({ details }: TargetDocument) => details[name] ?? null]),
  );
}

/** An entity is referred to by its id, or by the plan office's `ref`, which has the same value. */
type EntityKey = { readonly id: unknown } | { readonly ref: unknown };

/**
 * Null for an id that cannot be one, such as `{ $gt: "" }`, and the database is not asked for it. Async, because a synchronous
 * throw in a reference resolver would lose every representation of the request.
 */
async function loadReference<T>(key: EntityKey, byId: DataLoader<string, T | null>): Promise<T | null> {
  const id = 'id' in key ? key.id : key.ref;
  return isId(id) ? byId.load(id) : null;
}

/** `economy:2.1` → `economy`. */
const departmentOf = (id: string): string => id.slice(0, id.indexOf(':'));

function citationsOf({ citations }: TargetDocument | ResultDocument) {
  return citations.map(({ document, ...citation }) => ({ ...citation, document: { id: document } }));
}

/** The places that the clause names, without the ones that it covers otherwise. */
function placesOf({ coverage }: TargetDocument | ResultDocument) {
  return coverage
    .map(({ scope }) => parseScope(scope))
    .filter(({ reach }) => reach === 'NAMED')
    .map(({ place }) => ({ id: place }));
}
