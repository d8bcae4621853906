import type { Collection, Db, Document } from 'mongodb';
import { resultFilter, targetFilter } from './conditions';
import {
  resultIndexes,
  targetIndexes,
  type IndexDeclaration,
  type ResultDocument,
  type TargetDocument,
} from './documents';
import { codedError, badInput } from './errors';
import {
  gatherFacets,
  gatherPreceded,
  gatherRows,
  gatherTotals,
  type FacetDimension,
  type FacetRow,
  type ListQuery,
  type RowDocument,
} from './gather';
import { progressOf, progressUpdate, type ReportProgressInput } from './progress';
import { findMatches, type SearchMatch } from './search';
import type { ResultSelector, TargetConditions, TargetSelector } from './selector';

/** The answers to a batch of selectors over one list, each with a bounded number of commands. */
export interface ListStore<S> {
  rows(selectors: readonly S[]): Promise<RowDocument[][]>;
  preceded(selectors: readonly S[]): Promise<boolean[]>;
  totals(selectors: readonly S[]): Promise<number[]>;
}

/** All that a department asks of its database. Absent documents are absent from the answers. */
export interface DepartmentStore<Target extends TargetDocument = TargetDocument> {
  readonly targets: ListStore<TargetSelector> & {
    byIds(ids: readonly string[]): Promise<Target[]>;
    /** In plan order. */
    byBaselines(resultIds: readonly string[]): Promise<Target[]>;
    facets(conditions: readonly TargetConditions[]): Promise<FacetRow[][]>;
    /** @throws BAD_USER_INPUT, CONFLICT */
    report(input: ReportProgressInput, now: Date): Promise<Target>;
  };
  readonly results: ListStore<ResultSelector> & { byIds(ids: readonly string[]): Promise<ResultDocument[]> };
  search(terms: readonly string[]): Promise<SearchMatch[]>;
  ping(): Promise<void>;
  ensureIndexes(): Promise<void>;
  readonly db: Db;
}

export function createDepartmentStore<Target extends TargetDocument>(
  code: string,
  db: Db,
  ownIndexes: readonly IndexDeclaration[] = [],
): DepartmentStore<Target> {
  const targets = db.collection<TargetDocument>('targets');
  const results = db.collection<ResultDocument>('results');
  return {
    db,
    targets: {
      ...listStore(targets, (selector: TargetSelector) => ({
        ...selector,
        filter: targetFilter(code, selector.conditions),
      })),
      byIds: (ids) => findIn<Target>(targets, '_id', ids),
      byBaselines: (ids) => findIn<Target>(targets, 'baseline', ids, { 'sort.plan': 1 }),
      facets: (conditions) =>
        gatherFacets(
          targets,
          conditions.map((each) => facetDimensions(code, each)),
        ),
      report: (input, now) => reportProgress(targets, input, now) as Promise<Target>,
    },
    results: {
      ...listStore(results, (selector: ResultSelector) => ({
        ...selector,
        filter: resultFilter(code, selector.conditions),
      })),
      byIds: (ids) => findIn<ResultDocument>(results, '_id', ids),
    },
    search: (terms) => findMatches(targets, results, terms),
    ping: async () => void (await db.command({ ping: 1 })),
    ensureIndexes: async () => {
      await createIndexes(targets, [...targetIndexes, ...ownIndexes]);
      await createIndexes(results, resultIndexes);
    },
  };
}

function listStore<T extends Document, S>(
  collection: Collection<T>,
  query: (selector: S) => ListQuery<T>,
): ListStore<S> {
  return {
    rows: (selectors) => gatherRows(collection, selectors.map(query)),
    preceded: (selectors) => gatherPreceded(collection, selectors.map(query)),
    totals: (selectors) => gatherTotals(collection, selectors.map(query)),
  };
}

function findIn<T extends Document>(
  collection: Collection<TargetDocument> | Collection<ResultDocument>,
  field: string,
  values: readonly string[],
  sort?: Document,
): Promise<T[]> {
  const cursor = (collection as unknown as Collection).find({ [field]: { $in: [...values] } });
  return (sort ? cursor.sort(sort as { [key: string]: 1 }) : cursor).toArray() as unknown as Promise<T[]>;
}

/** Each dimension counts under the conditions of all the others. */
function facetDimensions(code: string, conditions: TargetConditions): FacetDimension<TargetDocument>[] {
  const without = (name: keyof TargetConditions) => targetFilter(code, { ...conditions, [name]: undefined });
  return [
    { dimension: 'chapters', field: 'chapter', filter: without('chapters') },
    { dimension: 'kinds', field: 'kind', filter: without('kinds') },
    { dimension: 'units', field: 'quantity.unit', filter: without('units') },
    { dimension: 'statuses', field: 'status', filter: without('status') },
    { dimension: 'departments', field: 'department', filter: without('departments') },
  ];
}

async function reportProgress(
  targets: Collection<TargetDocument>,
  input: ReportProgressInput,
  now: Date,
): Promise<TargetDocument> {
  const target = await targets.findOne({ _id: input.targetId });
  if (!target) throw badInput('input.targetId', `No target of this department has the id ${input.targetId}.`);
  const progress = progressOf(input, target, now);
  const updated = await targets.findOneAndUpdate(
    { _id: target._id, revision: input.expectedRevision },
    progressUpdate(target, progress, input.achieved ?? undefined),
    { returnDocument: 'after' },
  );
  if (updated) return updated;
  const current = (await targets.findOne({ _id: target._id }, { projection: { revision: 1 } })) ?? target;
  const { revision } = current;
  throw codedError('CONFLICT', `${target._id} is at revision ${revision}, not ${input.expectedRevision}.`, {
    argument: 'input.expectedRevision',
    revision,
  });
}

async function createIndexes<T extends Document>(
  collection: Collection<T>,
  indexes: readonly IndexDeclaration[],
): Promise<void> {
  await collection.createIndexes(indexes.map(({ key, options }) => ({ key, ...options })));
}
