import { type Document } from 'bson';
import { type Transaction } from 'lmdb';
import { type Options } from 'mingo/types';
import { decodePlain, decodeTyped } from '../values/codec';
import { compareWith, type Compare } from '../values/collation';
import { type Collection } from '../storage/collection';
import { branchesOf } from './branches';
import { checkFilter } from './check-filter';
import { compileFilter, needsTypes } from './filter';
import { cutForFilter, cutForSort } from './needed-fields';
import { type AccessPath } from './access-path';
import { planAccess } from './planner';
import { type ReadStatistics } from './read-statistics';
import { readCandidates } from './scan';
import { parseSort, compareSortKeys, sortKeyOf, type SortField, type SortKey } from './sort-spec';
import { TopRows } from './top-rows';

export interface FindRequest {
  readonly filter: Document;
  readonly sort?: unknown;
  readonly skip?: number;
  /** 0 or undefined for all. */
  readonly limit?: number;
  readonly hint?: unknown;
  readonly options?: Options;
  /** The only fields that the answer is made of. An index whose keys have them and the filter's is enough. */
  readonly wanted?: readonly string[];
}

/** A stored document that was found. */
export interface Found {
  readonly recordId: number;
  readonly bytes: Buffer;
}

export interface FindPlan {
  readonly collection: Collection;
  readonly request: FindRequest;
  readonly sort: readonly SortField[];
  readonly access: AccessPath;
  /** The conditions that the keys do not answer, asked of each document. */
  readonly residual: Document;
  /** Reads the documents found, in order, from a snapshot or else from the current transaction. */
  run(statistics: ReadStatistics, transaction?: Transaction): Generator<Found>;
  /** Reads all that match, in no order, without skip and limit. */
  runAll(statistics: ReadStatistics, transaction?: Transaction): Generator<Found>;
}

const NATURAL = { $natural: 1 };

/** Plans a find; nothing is read yet. */
export function planFind(collection: Collection, request: FindRequest): FindPlan {
  const sort = parseSort(request.sort);
  const { skip = 0, limit = 0 } = request;
  const need = limit > 0 ? skip + limit : undefined;
  const { filter, wanted } = request;
  checkFilter(filter);
  const { collation } = request.options ?? {};
  // Keys have BSON's order, which is no language's.
  const hint = collation ? NATURAL : request.hint;
  const access = planAccess(collection, { filter, sort, need, hint, wanted });
  const residual = residualFilter(filter, access);
  const matches = compileFilter(residual, request.options);
  const cut = cutForFilter(residual);
  const decode = needsTypes(residual) ? decodeTyped : decodePlain;

  function* runAll(statistics: ReadStatistics, transaction?: Transaction): Generator<Found> {
    for (const { recordId, bytes: read } of readCandidates(access, { collection, transaction, statistics })) {
      const bytes = read ?? collection.read(recordId, transaction);
      if (!read) statistics.documents++;
      if (access.exact || matches(decode(cut(bytes)))) yield { recordId, bytes };
    }
  }

  function* run(statistics: ReadStatistics, transaction?: Transaction): Generator<Found> {
    const found = runAll(statistics, transaction);
    yield* slice(access.sorted ? found : sortRows(found, sort, need, compareWith(collation)), skip, limit);
  }

  return { collection, request, sort, access, residual, run, runAll };
}

/** The filter without the conditions that the keys of the path have answered. */
function residualFilter(filter: Document, access: AccessPath): Document {
  if (access.exact) return {};
  if (access.kind !== 'index') return filter;
  const isAnswered = ([field, condition]: [string, unknown]): boolean =>
    access.answered.has(field) && branchesOf({ [field]: condition }).every(({ complete }) => complete);
  return Object.fromEntries(Object.entries(filter).filter((entry) => !isAnswered(entry)));
}

function* slice<T>(rows: Iterable<T>, skip: number, limit: number): Generator<T> {
  let seen = 0;
  if (limit > 0 && limit + skip === 0) return;
  for (const row of rows) {
    if (seen++ < skip) continue;
    yield row;
    if (limit > 0 && seen >= skip + limit) return;
  }
}

/** Sorts in memory, keeping no more than are needed. */
function* sortRows(
  rows: Iterable<Found>,
  sort: readonly SortField[],
  need: number | undefined,
  compare: Compare,
): Generator<Found> {
  const top = new TopRows<{ row: Found; key: SortKey }>(need, (a, b) =>
    compareSortKeys(a.key, b.key, sort, compare),
  );
  const cut = cutForSort(sort);
  for (const row of rows) top.add({ row, key: sortKeyOf(decodePlain(cut(row.bytes)), sort, compare) });
  for (const { row } of top.sorted()) yield row;
}
