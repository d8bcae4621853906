import { type Collection } from '../storage/collection';
import { type IndexPath } from './access-path';
import { EVERYTHING } from './intervals';
import { type PlanRequest } from './plan-request';
import { estimateKeys } from './scan';

/** How many documents a plan is taken to read for each that matches, where its keys do not tell which do. */
const ASSUMED_SELECTIVITY = 10;
/** Keys are counted up to this number: plans that read more are all taken to be as bad. */
export const MOST_COUNTED = 1000;
/** The cost of a document that is fetched and decoded, in keys. */
const FETCH_COST = 3;
/** The same where a filter on keys leaves some documents unread. */
const FILTERED_COST = 2;

interface Costed {
  readonly path: IndexPath;
  readonly cost: number;
}

/**
 * The path that is taken to cost least. An estimate by counting keys stands in for MongoDB's trial of all plans, so that
 * the same question always has the same plan.
 */
export function cheapest(
  collection: Collection,
  paths: readonly IndexPath[],
  request: PlanRequest,
): IndexPath | undefined {
  const [first] = paths;
  if (!first || paths.length === 1) return first;
  const ideal = paths.filter(({ exact, sorted, filter }) => exact && sorted && !filter);
  if (ideal.length > 0)
    return ideal.reduce((best, each) => (each.index.fields.length < best.index.fields.length ? each : best));
  const costs = paths.map((path) => ({ path, cost: costOf(collection, path, request) }));
  // Of two paths of equal cost, the one without a sort remains the better one as the collection grows.
  const isBetter = (a: Costed, b: Costed) =>
    a.cost === b.cost ? a.path.sorted && !b.path.sorted : a.cost < b.cost;
  return costs.reduce((best, each) => (isBetter(each, best) ? each : best)).path;
}

function costOf(collection: Collection, path: IndexPath, { need = Infinity }: PlanRequest): number {
  const found = estimateKeys(
    path,
    collection,
    Math.min(MOST_COUNTED, path.sorted ? need * ASSUMED_SELECTIVITY : Infinity),
  );
  const surelyNeeded = path.exact && !path.filter;
  const perKey = surelyNeeded ? 1 : path.filter ? FILTERED_COST : FETCH_COST;
  if (!path.sorted) return found * FETCH_COST + found * Math.log2(found + 2) + tieBreak(path);
  return Math.min(found, surelyNeeded ? need : need * ASSUMED_SELECTIVITY) * perKey + tieBreak(path);
}

/** Orders paths of equal cost: more bounded fields first, then fewer fields. */
export function tieBreak({ bounds, index }: IndexPath): number {
  const bounded = bounds.flat().filter((intervals) => intervals[0] !== EVERYTHING).length;
  return index.fields.length / 10_000 - bounded / 1000;
}
