import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloGateway } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { buildSchema } from 'graphql';
import type { Logger } from 'pino';
import { goingOnWithout } from './going-on-without';
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

/** The stock engine: Apollo's planner and executor over our sources. Another engine takes its place behind the interface. */
export function createStockEngine({
  supergraphSdl,
  sources,
  logger,
  onFetch = () => undefined,
}: EngineOptions): GatewayInterface {
  const supergraph = buildSchema(supergraphSdl, { assumeValidSDL: true });
  // @apollo/gateway reports to its vendor unless told otherwise.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger,
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true },
    buildService: ({ name }) => {
      const source = sources.get(name);
      if (!source) throw new Error(`The supergraph has a subgraph that is not configured: ${name}.`);
      return new DegradingDataSource(name, source, supergraph, {
        onFetch: () => onFetch(name),
        onFailure: ({ reason, cause }, requestId) =>
          logger.warn({ requestId, subgraph: name, reason, err: cause }, 'subgraph failed'),
        onMasked: (errors, requestId) =>
          logger.warn({ requestId, subgraph: name, errors: errors.slice(0, mostLogged) }, 'subgraph errors'),
      });
    },
  });
  return goingOnWithout(gateway, subgraphsThatMayBeAbsent(supergraph));
}
