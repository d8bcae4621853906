import type { ApolloServer } from '@apollo/server';
import compression from 'compression';
import express, { type Express, type Router } from 'express';
import type { Logger } from 'pino';
import { buildConsole, consoleRouter } from '../console';
import { listen, type Subgraph } from '../subgraphs/kit';
import { Gate } from './admission/gate';
import { stopWhenAborted } from './admission/stop-when-aborted';
import type { GatewayConfig } from './config';
import { createEngine } from './engines/choose-engine';
import { exportRouter } from './export/router';
import { graphqlRoute } from './graphql/route';
import { createGraphQLServer } from './graphql/server';
import { healthRouter } from './health/router';
import { createDrain } from './http/drain';
import { answerErrors, refuseForeignHosts, refuseUnknownPaths } from './http/refusals';
import { createHttpServer } from './http/server';
import { readFieldCosts } from './limits/list-costs';
import type { RequestContext } from './request-context';
import { HttpSource } from './sources/http';
import { InProcessSource } from './sources/in-process';
import { createProbes } from './health/probe';
import type { Source } from './sources/source';
import { UnopenedSource } from './sources/unopened';
import { readSupergraph } from './supergraph/read-supergraph';

export interface GatewayOptions {
  readonly config: GatewayConfig;
  /** The subgraphs of this process, by name. Every other subgraph must be in `config.remote` or in `unopened`. */
  readonly local: ReadonlyMap<string, Subgraph>;
  /** Names of the subgraphs of this process that could not be opened, and are down. */
  readonly unopened?: Iterable<string>;
  readonly logger: Logger;
  readonly supergraphSdl?: string;
  /** Called before every fetch with the subgraph's name. */
  readonly onFetch?: (subgraph: string) => void;
  /** Rows that an export asks for at a time. */
  readonly exportPageSize?: number;
  /** When given, GraphiQL is served, and built first where it is missing or out of date. */
  readonly console?: { readonly log: (line: string) => void };
}

export interface Gateway {
  readonly url: string;
  /**
   * Finishes the requests under way, then closes the port, the engine and the sources. The local subgraphs stay open.
   * @param notice milliseconds for which requests are still taken while `/health/ready` says that the gateway stops
   */
  close(notice?: number): Promise<void>;
}

/** Starts the one endpoint: GraphQL, GraphiQL, exports and health on one port. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, logger, supergraphSdl = readSupergraph() } = options;
  const sources = createSources(options);
  const graphql = await createGraphQL(options, sources, supergraphSdl);
  const [page] = await Promise.all([
    options.console && buildConsole({ log: options.console.log }),
    graphql.start(),
  ]);
  const app = express();
  const httpServer = createHttpServer(app);
  const drain = createDrain(httpServer);
  prepare(app, config);
  app.use(healthRouter(createProbes(sources, supergraphSdl, logger), () => drain.isStopping));
  app.use(compression());
  if (page) app.use(consoleRouter(page.dir));
  app.get('/', (_request, response) => response.redirect('/graphiql'));
  app.use(gatedRoutes(graphql, options));
  app.use(refuseUnknownPaths, answerErrors(logger));
  const url = await listen(httpServer, config);
  const close = async (notice = 0) => {
    await drain.stop(notice);
    await graphql.stop();
    await Promise.all([...sources.values()].map((source) => source.close()));
  };
  return { url, close };
}

async function createGraphQL(
  { config: { engine: name, limits }, logger, onFetch }: GatewayOptions,
  sources: ReadonlyMap<string, Source>,
  supergraphSdl: string,
): Promise<ApolloServer<RequestContext>> {
  const engine = await createEngine(name, { supergraphSdl, sources, limits, logger, onFetch });
  const costs = readFieldCosts(supergraphSdl);
  return createGraphQLServer(stopWhenAborted(engine), { logger, limits, costs });
}

function prepare(app: Express, { host, hostNames }: GatewayConfig): void {
  app.disable('x-powered-by');
  app.use(refuseForeignHosts(host, hostNames));
}

/** The routes that make work for subgraphs, each behind a gate. */
function gatedRoutes(
  graphql: ApolloServer<RequestContext>,
  { config: { admission }, logger, exportPageSize }: GatewayOptions,
): Router {
  const { longestOperation, longestWait } = admission;
  const gate = new Gate({ atOnce: admission.operations, queued: admission.queuedOperations, longestWait });
  const exportGate = new Gate({ atOnce: admission.exports, queued: admission.queuedExports, longestWait });
  return express
    .Router()
    .use(graphqlRoute({ graphql, gate, longestOperation }))
    .use(exportRouter({ graphql, gate: exportGate, logger, pageSize: exportPageSize }));
}

function createSources({ config, local, unopened = [], logger }: GatewayOptions): Map<string, Source> {
  const { remote, timeouts } = config;
  return new Map<string, Source>([
    ...[...local].map(([name, subgraph]) => {
      const onError = (err: unknown, requestId: string) =>
        logger.error({ requestId, subgraph: name, err }, 'subgraph error');
      return [name, new InProcessSource(subgraph, { timeouts, onError })] as const;
    }),
    ...[...unopened].map((name) => [name, new UnopenedSource(name)] as const),
    ...[...remote].map(([name, url]) => [name, new HttpSource(name, url, timeouts)] as const),
  ]);
}
