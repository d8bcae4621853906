import { type Document } from 'bson';
import { badValue } from '../errors';
import { type Collection } from '../storage/collection';
import { type IndexTable } from '../storage/index-table';
import { isDocument } from '../values/types';
import { hasPosition, indexPath, type IndexPath } from './access-path';
import { branchesOf, type Branch } from './bounds';
import { EVERYTHING, holds } from './intervals';
import { estimateKeys } from './scan';
import { type SortField } from './sort-spec';

/** A way to read candidates: all documents in their order of arrival, from one index, or from several. */
export type AccessPath = CollectionPath | IndexPath | UnionPath;

export interface CollectionPath {
  readonly kind: 'collection';
  readonly reverse: boolean;
  readonly sorted: boolean;
  readonly exact: boolean;
}

/** Alternatives of an `$or`, each from the index that suits it. */
export interface UnionPath {
  readonly kind: 'union';
  readonly paths: readonly IndexPath[];
  readonly sorted: false;
  readonly exact: boolean;
}

export interface PlanRequest {
  readonly filter: Document;
  readonly sort: readonly SortField[];
  /** Documents wanted, skipped ones included; undefined for all. */
  readonly need?: number;
  readonly hint?: unknown;
  readonly wanted?: readonly string[];
}

/** One plan reads on through documents that do not match; this many per match are assumed. */
const ASSUMED_SELECTIVITY = 10;
/** Counting keys stops here: beyond it one plan is as bad as another. */
const MOST_COUNTED = 1000;
/** Documents cost more than keys: they are fetched and decoded. */
const FETCH_COST = 3;
/** Some documents are left out by their keys. */
const FILTERED_COST = 2;
/** Where keys are enough: so many of them are read while one document is. */
const DOCUMENTS_COST_KEYS = 20;
/** Keys that are counted to compare indexes whose keys are enough. */
const MOST_COVERING_COUNTED = 20_000;

/** Chooses how to read what a filter and a sort ask for. */
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

/** Keys of one index in the place of documents, unless these are far fewer. */
function preferCovering(
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
  const most = isEnough ? best.keys : Math.ceil(best.keys / DOCUMENTS_COST_KEYS);
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

/** Whether every document that can match is in the index. */
function holdsAll(index: IndexTable, branches: readonly Branch[], filter: Document): boolean {
  const { sparse, partialFilterExpression } = index.spec;
  if (partialFilterExpression) {
    const implied = Object.entries(partialFilterExpression);
    return implied.every(([field, condition]) => sameCondition(filter[field], condition));
  }
  if (!sparse) return true;
  // What matches has a value other than null in some field of the index.
  const isPresent = (branch: Branch): boolean =>
    index.fields.some(({ path }, i) =>
      branch.fields
        .get(path)
        ?.some(({ intervals, negative }) => !(negative && index.multikey[i]) && !holds(intervals, null)),
    );
  return branches.every(isPresent);
}

function sameCondition(given: unknown, needed: unknown): boolean {
  if (isDocument(needed) && needed.$exists === true && Object.keys(needed).length === 1) {
    return (
      given !== undefined &&
      given !== null &&
      !(
        isDocument(given) &&
        ('$exists' in given || '$ne' in given || '$not' in given || '$nin' in given || '$in' in given)
      )
    );
  }
  return JSON.stringify(given) === JSON.stringify(needed);
}

interface Costed {
  readonly path: IndexPath;
  readonly cost: number;
}

function cheapest(
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
  // Of two that cost the same, the one that needs no sort stays right as the collection grows.
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

/** Among equals, more bounded fields first, then fewer fields. */
function tieBreak({ bounds, index }: IndexPath): number {
  const bounded = bounds.flat().filter((intervals) => intervals[0] !== EVERYTHING).length;
  return index.fields.length / 10_000 - bounded / 1000;
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

function isNatural(sort: readonly SortField[]): boolean {
  return sort[0]?.path === '$natural';
}

/** Whether reading backwards is meant; undefined when the natural order is not asked for. */
function naturalOrder(given: unknown): boolean | undefined {
  if (Array.isArray(given)) {
    const [first] = given as readonly SortField[];
    return first?.path === '$natural' ? first.descending : undefined;
  }
  return isDocument(given) && '$natural' in given ? Number(given.$natural) < 0 : undefined;
}

function isEmptyHint(hint: unknown): boolean {
  return isDocument(hint) && Object.keys(hint).length === 0;
}

function hintedIndex(collection: Collection, hint: unknown): IndexTable {
  const wanted = JSON.stringify(isDocument(hint) ? Object.entries(hint) : hint);
  const index = collection.visibleIndexes.find(({ spec }) =>
    isDocument(hint) ? JSON.stringify(Object.entries(spec.key)) === wanted : spec.name === hint,
  );
  if (!index)
    throw badValue(
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return index;
}
