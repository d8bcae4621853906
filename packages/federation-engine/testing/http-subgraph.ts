import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { graphql, type GraphQLSchema } from 'graphql';

export interface HttpSubgraph {
  readonly url: string;
  close(): Promise<void>;
}

interface GraphQLRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** A subgraph behind GraphQL over HTTP on a free port of this machine. */
export async function startHttpSubgraph(schema: GraphQLSchema): Promise<HttpSubgraph> {
  const server = createServer((request, response) => {
    void answer(schema, request).then((body) => {
      response.setHeader('content-type', 'application/json').end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(schema: GraphQLSchema, request: IncomingMessage): Promise<string> {
  const { query, variables, operationName } = JSON.parse(await text(request)) as GraphQLRequest;
  return JSON.stringify(await graphql({ schema, source: query, variableValues: variables, operationName }));
}
