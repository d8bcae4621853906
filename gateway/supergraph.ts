import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloGateway } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { buildSchema } from 'graphql';
import type { Logger } from 'pino';
import { goingOnWithout } from './going-on-without';
import { DegradingDataSource, subgraphsThatMayBeAbsent, type Source } from './sources/degradation';

const supergraphFile = join(__dirname, '../schema/supergraph.graphql');

/** The committed supergraph: a gateway starts from it whether or not departments are up. */
export function readSupergraph(): string {
  return readFileSync(supergraphFile, 'utf8');
}

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
        onFailure: ({ reason, cause }) =>
          logger.warn({ subgraph: name, reason, err: cause }, 'subgraph failed'),
      });
    },
  });
  return goingOnWithout(gateway, subgraphsThatMayBeAbsent(supergraph));
}
