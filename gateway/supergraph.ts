import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloGateway } from '@apollo/gateway';
import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { buildSchema } from 'graphql';
import type { Logger } from 'pino';
import { answerAsAsked } from './execution/answer-as-asked';
import { findEntityOwners } from './execution/entity-owners';
import {
  recordFetches,
  RecordingDataSource,
  skipShaping,
  type Recordings,
} from './execution/recording-data-source';
import { retryWithoutFailedSubgraphs } from './execution/retry-without-failed-subgraphs';
import { subgraphsThatMayBeAbsent } from './sources/absence';
import { DegradingDataSource } from './sources/degradation';
import type { Source } from './sources/source';

const supergraphFile = join(__dirname, '../schema/supergraph.graphql');

/** The committed supergraph: a gateway starts from it whether or not departments are up. */
export function readSupergraph(): string {
  return readFileSync(supergraphFile, 'utf8');
}

/** Errors of one answer in a line of the log. */
const mostLogged = 5;

interface EngineOptions {
  readonly supergraphSdl: string;
  readonly sources: ReadonlyMap<string, Source>;
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
  logger,
  onFetch = () => undefined,
}: EngineOptions): GatewayInterface {
  const supergraph = buildSchema(supergraphSdl, { assumeValidSDL: true });
  const owners = findEntityOwners(supergraph);
  const recordings: Recordings = new WeakMap();
  // @apollo/gateway reports to its vendor unless told otherwise.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger,
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true },
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
  return wrapExecutor(gateway, (executor) =>
    answerAsAsked(retryWithoutFailedSubgraphs(recordFetches(executor, recordings), departments), owners),
  );
}

function wrapExecutor(
  gateway: GatewayInterface,
  wrap: (executor: GatewayExecutor) => GatewayExecutor,
): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: executor && wrap(executor) };
    },
  };
}
