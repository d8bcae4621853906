import { type Document } from 'bson';
import { type Collection } from '../storage/collection';
import { type AccessPath, type CollectionPath, type IndexPath, type UnionPath } from './access-path';
import { branchesOf, type Branch } from './branches';
import { preferCovering } from './covering';
import { hintedIndex, isEmptyHint, isNatural, naturalOrder } from './hints';
import { holdsAll } from './index-membership';
import { indexPath } from './index-path';
import { cheapest } from './plan-cost';
import { type PlanRequest } from './plan-request';
import { type SortField } from './sort-spec';

/** Chooses how the documents of a filter are read, in the order of the sort where an index has it. */
export function planAccess(collection: Collection, request: PlanRequest): AccessPath {
  const { filter, sort, hint } = request;
  const natural = naturalOrder(sort) ?? naturalOrder(hint);
  if (natural !== undefined) return collectionPath(filter, sort.length === 0 || isNatural(sort), natural);
  const branches = branchesOf(filter);
  if (hint !== undefined && !isEmptyHint(hint))
    return indexPath(hintedIndex(collection, hint), branches, sort);
  const candidates = candidatePaths(collection, branches, sort, filter);
  const access =
    cheapest(collection, candidates, request) ??
    union(collection, branches, filter) ??
    collectionPath(filter, sort.length === 0, false);
  return request.wanted ? preferCovering(collection, branches, access, request) : access;
}

function collectionPath(filter: Document, sorted: boolean, reverse: boolean): CollectionPath {
  return { kind: 'collection', reverse, sorted, exact: Object.keys(filter).length === 0 };
}

function candidatePaths(
  collection: Collection,
  branches: readonly Branch[],
  sort: readonly SortField[],
  filter: Document,
): IndexPath[] {
  return collection.visibleIndexes
    .filter((index) => holdsAll(index, branches, filter))
    .map((index) => indexPath(index, branches, sort))
    .filter((path) => path.bounded || (path.sorted && sort.length > 0));
}

/** Each alternative from its own index, when no one index bounds them all. */
function union(collection: Collection, branches: readonly Branch[], filter: Document): UnionPath | undefined {
  if (branches.length < 2) return undefined;
  const paths: IndexPath[] = [];
  for (const branch of branches) {
    const own = cheapest(collection, candidatePaths(collection, [branch], [], filter), { filter, sort: [] });
    if (!own) return undefined;
    paths.push(own);
  }
  return { kind: 'union', paths, sorted: false, exact: paths.every(({ exact }) => exact) };
}
