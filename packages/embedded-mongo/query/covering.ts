import { type Collection } from '../storage/collection';
import { type AccessPath, type IndexPath } from './access-path';
import { type Branch } from './branches';
import { hasPosition } from './field-bounds';
import { holdsAll } from './index-membership';
import { indexPath } from './index-path';
import { MOST_COUNTED, tieBreak } from './plan-cost';
import { type PlanRequest } from './plan-request';
import { estimateKeys } from './scan';

/** How many keys may be read in the place of one document. */
const DOCUMENT_COST = 20;
/** Keys are counted up to this number to compare indexes whose keys are enough. */
const MOST_COVERING_COUNTED = 20_000;

/**
 * The keys of one index that tell all that is asked, in the place of the path's documents; the path itself where there is
 * no such index or the documents are far fewer.
 */
export function preferCovering(
  collection: Collection,
  branches: readonly Branch[],
  access: AccessPath,
  { filter, wanted = [] }: PlanRequest,
): AccessPath {
  if (wanted.length === 0 && access.exact && isPlain(access)) return access;
  const covering = collection.visibleIndexes
    .filter((index) => holdsAll(index, branches, filter))
    .map((index) => indexPath(index, branches, []))
    .filter((path) => isCovering(path, wanted));
  const best = fewestKeys(collection, covering);
  if (!best || access.kind === 'collection') return best?.path ?? access;
  const isEnough = access.exact && wanted.length === 0;
  if (!isEnough && best.keys <= MOST_COUNTED) return best.path;
  const most = isEnough ? best.keys : Math.ceil(best.keys / DOCUMENT_COST);
  const paths = access.kind === 'index' ? [access] : access.paths;
  const keys = paths.reduce((sum, path) => sum + estimateKeys(path, collection, most), 0);
  return keys < most ? access : best.path;
}

/** Whether counting takes no look at single keys. */
function isPlain(access: AccessPath): boolean {
  return access.kind === 'collection' || (access.kind === 'index' && !access.filter && !access.repeats);
}

/** Whether a path's keys tell all that is asked, without a document. */
export function isCovering(access: AccessPath, wanted: readonly string[]): access is IndexPath {
  if (access.kind !== 'index' || !access.exact) return false;
  const { fields, multikey } = access.index;
  return wanted.every((path) =>
    fields.some((field, i) => field.path === path && !multikey[i] && !hasPosition(field)),
  );
}

/** The path with the fewest keys, counted no further than it takes to know. */
function fewestKeys(
  collection: Collection,
  paths: readonly IndexPath[],
): { path: IndexPath; keys: number } | undefined {
  const [first, ...others] = [...paths].sort((a, b) => tieBreak(a) - tieBreak(b));
  if (!first) return undefined;
  let best = { path: first, keys: estimateKeys(first, collection, MOST_COVERING_COUNTED) };
  for (const path of others) {
    const keys = estimateKeys(path, collection, best.keys);
    if (keys < best.keys) best = { path, keys };
  }
  return best;
}
