import { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { createEngine } from '../engine';
import { createHttpSource } from '../sources/http-source';
import type { Source } from '../sources/source';
import { buildSubgraph, composeFixtures, type SubgraphFixtures } from './fixture';
import { startHttpSubgraph, type HttpSubgraph } from './http-subgraph';
import { createLocalSource } from './local-source';

export const transports = ['in process', 'over HTTP'] as const;
export type Transport = (typeof transports)[number];

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** A server over subgraphs of a test. */
export interface TestSupergraph {
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Subgraphs that were asked since the last call, one entry per request. */
  takeFetches(): string[];
  stop(): Promise<void>;
}

export interface TestSupergraphOptions {
  readonly transport: Transport;
  /** Stands between the engine and a subgraph. */
  readonly wrapSource?: (source: Source, subgraph: string) => Source;
}

export async function startSupergraph(
  subgraphs: SubgraphFixtures,
  { transport, wrapSource = (source) => source }: TestSupergraphOptions,
): Promise<TestSupergraph> {
  const servers: HttpSubgraph[] = [];
  const sources = new Map<string, Source>();
  for (const [name, fixture] of Object.entries(subgraphs)) {
    const schema = buildSubgraph(fixture);
    if (transport === 'in process') sources.set(name, wrapSource(createLocalSource(schema), name));
    else {
      const subgraph = await startHttpSubgraph(schema);
      servers.push(subgraph);
      sources.set(name, wrapSource(createHttpSource({ url: subgraph.url }), name));
    }
  }
  const fetches: string[] = [];
  const gateway = createEngine({
    supergraphSdl: composeFixtures(subgraphs),
    sources,
    onFetch: (subgraph) => fetches.push(subgraph),
  });
  const server = new ApolloServer({ gateway, introspection: true, includeStacktraceInErrorResponses: false });
  await server.start();
  return {
    ask: async (query, variables) => {
      const { body } = await server.executeOperation({ query, variables });
      if (body.kind !== 'single') throw new Error('The answer must be single, but is incremental.');
      // As a client reads it.
      return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
    },
    takeFetches: () => fetches.splice(0),
    stop: async () => {
      await server.stop();
      await Promise.all(servers.map((each) => each.close()));
    },
  };
}
