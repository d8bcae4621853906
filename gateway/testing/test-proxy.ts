import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the gateway asked a subgraph. */
export interface Asked {
  readonly query: string;
  readonly variables?: { readonly representations?: readonly { readonly selector?: string }[] };
  readonly authorization: string | undefined;
}

/** A subgraph's answer, of which tests change any part by name; what is not there fails them. */
export interface Told {
  data?: any;
  errors?: unknown;
}

/** A server in front of a real subgraph, which records what is asked and may answer otherwise. */
export interface SubgraphProxy {
  readonly url: string;
  readonly asked: Asked[];
  /** Where the real subgraph is. */
  target: string;
  /** Changes an answer of the real one, or gives another, at once or later. */
  alter: (told: Told, asked: Asked) => Told | undefined | Promise<Told>;
  /** Answers in place of the real one where it returns a listener. */
  replace: (asked: Asked) => RequestListener | undefined;
  /** Passes everything on as it is from now on, and forgets. */
  reset(): void;
  close(): void;
}

const asItIs = (told: Told): Told => told;
const byTheRealOne = () => undefined;

export async function startSubgraphProxy(): Promise<SubgraphProxy> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: SubgraphProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    asked: [],
    target: '',
    alter: asItIs,
    replace: byTheRealOne,
    reset: () => {
      proxy.asked.length = 0;
      Object.assign(proxy, { alter: asItIs, replace: byTheRealOne });
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return proxy;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { authorization } = request.headers;
    const asked = { ...(JSON.parse(body) as Asked), authorization };
    proxy.asked.push(asked);
    const listener = proxy.replace(asked);
    if (listener) return void listener(request, response);
    const told = await fetch(proxy.target, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body,
    });
    const answered = (await told.json()) as Told;
    response.writeHead(told.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify((await proxy.alter(answered, asked)) ?? answered));
  }
}
