import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError } from 'graphql';
import { executeOperation } from './execution/execute-operation';
import { prepareOperation, type PreparedOperation } from './execution/prepare-operation';
import { PreparedOperations } from './execution/prepared-operations';
import type { CompiledPlan, PlanSummary } from './plan/compile-plan';
import { CompiledPlans } from './plan/compiled-plans';
import type { PlanEnvironment } from './plan/environment';
import { LeastRecentlyUsed } from './planning/least-recently-used';
import { Planner } from './planning/planner';
import type { Source } from './sources/source';
import { readSupergraph } from './supergraph/supergraph';

export interface EngineOptions {
  readonly supergraphSdl: string;
  /** How each subgraph is asked, by its name in the supergraph. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Milliseconds that one query plan may take. Defaults to 2,000. */
  readonly planningDeadline?: number;
  /** Plans that are kept. Defaults to 1,000. */
  readonly mostPlans?: number;
  /**
   * `text`: answers' data are JSON text, for a server whose `stringifyResult` is `stringifyAnswer`. Defaults to objects.
   */
  readonly answers?: 'objects' | 'text';
  /** The error of an operation that cannot be planned within the deadline and a worker's memory. */
  readonly refusePlanning?: (deadline: number) => Error;
  /**
   * Whether fetches of one subgraph that are ready together go as one request, with aliases of `_entities`. Defaults to true.
   */
  readonly joinsFetches?: boolean;
  /** Told of the plan before it runs; an error that it throws is the operation's answer. */
  readonly onPlan?: (plan: PlanSummary, context: unknown) => void;
  /** Told of every request to a subgraph. */
  readonly onFetch?: (subgraph: string) => void;
}

const refuse = (deadline: number): GraphQLError =>
  new GraphQLError(
    `The operation must be planned within ${deadline} ms, but took longer or too much memory.`,
    {
      extensions: { code: 'QUERY_PLANNING_FAILED' },
    },
  );

/**
 * Executes operations over the subgraphs of a supergraph.
 * @throws when a subgraph of the supergraph has no source
 */
export function createEngine(options: EngineOptions): GatewayInterface {
  const { supergraphSdl, sources, planningDeadline = 2_000, mostPlans = 1_000 } = options;
  const { refusePlanning = refuse, answers = 'objects', joinsFetches = true } = options;
  const { onFetch = () => undefined, onPlan = () => undefined } = options;
  const supergraph = readSupergraph(supergraphSdl);
  const environment: PlanEnvironment = {
    sourceOf: (name) => sourceOf(sources, name),
    isOfType: supergraph.isOfType,
    inputs: supergraph.inputs,
    owns: (subgraph, typename) => supergraph.owners.get(String(typename))?.subgraph === subgraph,
    joinsFetches,
    onFetch,
  };
  supergraph.subgraphs.forEach(({ name }) => sourceOf(sources, name));
  const planner = new Planner({
    supergraphSdl: supergraph.plannableSdl,
    deadline: planningDeadline,
    refuse: () => refusePlanning(planningDeadline),
  });
  const cache = new LeastRecentlyUsed<Promise<CompiledPlan>>(mostPlans);
  const plans = new CompiledPlans({ planner, supergraph, environment, cache });
  const operations = new PreparedOperations<PreparedOperation>((client) =>
    prepareOperation(supergraph, client),
  );
  const executor: GatewayExecutor = (request) =>
    executeOperation(request, { supergraph, operations, plans, onPlan, answers });
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: supergraph.apiSchema, coreSupergraphSdl: supergraphSdl });
      return () => undefined;
    },
    load: async () => ({ executor }),
    stop: async () => {
      await planner.close();
      await Promise.all([...sources.values()].map((source) => Promise.resolve(source.close?.())));
    },
  };
}

function sourceOf(sources: ReadonlyMap<string, Source>, name: string): Source {
  const source = sources.get(name);
  if (!source) throw new Error(`Every subgraph of the supergraph must have a source, but ${name} has none.`);
  return source;
}
