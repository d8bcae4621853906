import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloGateway } from '@apollo/gateway';
import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { buildSchema } from 'graphql';
import type { Logger } from 'pino';
import { answerAsAsked } from './answer-as-asked';
import { findEntityOwners } from './operation/entity-owners';
import { recordFetches, RecordingDataSource, skipShaping, type Recordings } from './recording-data-source';
import { retryWithoutFailedSubgraphs } from './retry-without-failed-subgraphs';
import type { Limits } from '../limits/limits';
import { planBeforeExecution } from './planning/plan-before-execution';
import { createPlanCache } from './planning/plan-cache';
import { Planner } from './planning/planner';
import { subgraphsThatMayBeAbsent } from '../absence/tolerance';
import { DegradingDataSource } from '../absence/degrading-source';
import type { Source } from '../sources/source';

const supergraphFile = join(__dirname, '../../schema/supergraph.graphql');

/** The committed supergraph: a gateway starts from it whether or not departments are up. */
export function readSupergraph(): string {
  return readFileSync(supergraphFile, 'utf8');
}

/** Errors of one answer in a line of the log. */
const mostLogged = 5;
/** Plans that are kept; one is 30 kB as text. */
const mostPlans = 1_000;
/** Looking for fragments to use again costs the planner seconds on nested lists, and saves some bytes of a request. */
const plannerConfig = { exposeDocumentNodeInFetchNode: true, reuseQueryFragments: false };

interface EngineOptions {
  readonly supergraphSdl: string;
  readonly sources: ReadonlyMap<string, Source>;
  readonly limits: Limits;
  readonly logger: Logger;
  readonly onFetch?: (subgraph: string) => void;
}

/**
 * The stock engine: Apollo's planner and executor over our sources, between the client's operation and its answer. Another
 * engine takes its place behind the interface.
 */
export function createStockEngine({
  supergraphSdl,
  sources,
  limits,
  logger,
  onFetch = () => undefined,
}: EngineOptions): GatewayInterface {
  const supergraph = buildSchema(supergraphSdl, { assumeValidSDL: true });
  const owners = findEntityOwners(supergraph);
  const recordings: Recordings = new WeakMap();
  // @apollo/gateway reports to its vendor unless told otherwise.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const cache = createPlanCache(mostPlans);
  const planner = new Planner({ supergraphSdl, plannerConfig, deadline: limits.planning });
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger,
    queryPlannerConfig: { ...plannerConfig, cache },
    buildService: ({ name }) => {
      const source = sources.get(name);
      if (!source) throw new Error(`The supergraph has a subgraph that is not configured: ${name}.`);
      const degrading = new DegradingDataSource(name, source, supergraph, {
        onFetch: () => onFetch(name),
        onFailure: ({ reason, cause }, requestId) =>
          logger.warn({ requestId, subgraph: name, reason, err: cause }, 'subgraph failed'),
        onMasked: (errors, requestId) =>
          logger.warn({ requestId, subgraph: name, errors: errors.slice(0, mostLogged) }, 'subgraph errors'),
      });
      const isOwn = (type: string) => owners.get(type)?.subgraph === name;
      return new RecordingDataSource(name, degrading, { recordings, isOwn });
    },
    experimental_didResolveQueryPlan: skipShaping,
  });
  const departments = subgraphsThatMayBeAbsent(supergraph);
  const wrap = (executor: GatewayExecutor) => {
    const recorded = retryWithoutFailedSubgraphs(recordFetches(executor, recordings), departments);
    return answerAsAsked(planBeforeExecution(recorded, { planner, cache, limits }), owners);
  };
  return wrapExecutor(gateway, wrap, () => planner.close());
}

function wrapExecutor(
  gateway: GatewayInterface,
  wrap: (executor: GatewayExecutor) => GatewayExecutor,
  afterStop: () => Promise<void>,
): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: async () => {
      await gateway.stop();
      await afterStop();
    },
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: executor && wrap(executor) };
    },
  };
}
