import { type Document } from 'bson';
import { type IndexPath } from './access-path';
import { countItems } from './count';
import { type FindPlan } from './find';
import { showInterval, type Interval } from './intervals';
import { type ReadStatistics } from './read-statistics';

interface ExplainOptions {
  readonly verbosity: string;
  readonly projection?: boolean;
  /** Stages to show around the reading, outermost first. */
  readonly around?: readonly Document[];
  /** Runs the command and returns the number of its results. The default reads the plan to its end. */
  readonly run?: (statistics: ReadStatistics) => number;
  readonly withoutFetch?: boolean;
}

/** Explains a find in MongoDB's form. Without a plan there is no collection: nothing is read. */
export function explainFind(
  namespace: string,
  plan: FindPlan | undefined,
  options: ExplainOptions,
): Document {
  const winningPlan = plan ? wrap(options.around ?? [], findStages(plan, options)) : { stage: 'EOF' };
  const queryPlanner = {
    namespace,
    parsedQuery: plan?.request.filter ?? {},
    indexFilterSet: false,
    winningPlan,
    rejectedPlans: [],
  };
  if (options.verbosity === 'queryPlanner') return { explainVersion: '1', queryPlanner, ok: 1 };
  return { explainVersion: '1', queryPlanner, executionStats: execute(plan, winningPlan, options), ok: 1 };
}

function execute(plan: FindPlan | undefined, winningPlan: Document, options: ExplainOptions): Document {
  const statistics: ReadStatistics = { keys: 0, documents: 0 };
  const start = performance.now();
  const nReturned = plan ? (options.run ?? ((into) => countItems(plan.run(into))))(statistics) : 0;
  return {
    executionSuccess: true,
    nReturned,
    executionTimeMillis: Math.round(performance.now() - start),
    totalKeysExamined: statistics.keys,
    totalDocsExamined: statistics.documents,
    executionStages: { ...winningPlan, nReturned },
  };
}

function findStages(plan: FindPlan, { projection, withoutFetch }: ExplainOptions): Document {
  const { access, request, sort } = plan;
  const { skip = 0, limit = 0 } = request;
  let stage = accessStage(plan, withoutFetch ?? false);
  if (!access.sorted) {
    const sortPattern = Object.fromEntries(sort.map(({ path, descending }) => [path, descending ? -1 : 1]));
    stage = {
      stage: 'SORT',
      sortPattern,
      ...(limit > 0 ? { limitAmount: skip + limit } : {}),
      type: 'simple',
      inputStage: stage,
    };
  }
  if (skip > 0) stage = { stage: 'SKIP', skipAmount: skip, inputStage: stage };
  if (limit > 0 && access.sorted) stage = { stage: 'LIMIT', limitAmount: limit, inputStage: stage };
  return projection ? { stage: 'PROJECTION_DEFAULT', inputStage: stage } : stage;
}

/** The stages that read: a scan of the collection, or of indexes with a fetch above. */
function accessStage({ access, residual }: FindPlan, withoutFetch: boolean): Document {
  const rest = Object.keys(residual).length > 0 ? { filter: residual } : {};
  if (access.kind === 'collection')
    return { stage: 'COLLSCAN', ...rest, direction: access.reverse ? 'backward' : 'forward' };
  const input =
    access.kind === 'index' ? indexStage(access) : { stage: 'OR', inputStages: access.paths.map(indexStage) };
  return withoutFetch ? input : { stage: 'FETCH', ...rest, inputStage: input };
}

function indexStage(path: IndexPath): Document {
  const scans = path.bounds.map((fields) => scanStage(path, fields));
  const [only] = scans;
  if (path.groups.length === 0) return { stage: 'EOF' };
  if (path.groups.length > 1 && path.sorted) {
    return { stage: 'SORT_MERGE', streams: path.groups.length, inputStages: scans };
  }
  return only && scans.length === 1 ? only : { stage: 'OR', inputStages: scans };
}

function scanStage({ index, reverse }: IndexPath, bounds: readonly (readonly Interval[])[]): Document {
  const { name, key, unique, sparse, partialFilterExpression } = index.spec;
  return {
    stage: 'IXSCAN',
    keyPattern: key,
    indexName: name,
    isMultiKey: index.isMultikey,
    isUnique: unique ?? false,
    isSparse: sparse ?? false,
    isPartial: partialFilterExpression !== undefined,
    indexVersion: 2,
    direction: reverse ? 'backward' : 'forward',
    indexBounds: Object.fromEntries(
      index.fields.map(({ path }, i) => [path, (bounds[i] ?? []).map(showInterval)]),
    ),
  };
}

function wrap(around: readonly Document[], inner: Document): Document {
  return around.reduceRight((inputStage, stage) => ({ ...stage, inputStage }), inner);
}
