import { readGatewayConfig } from './config';

const read = (env: Record<string, string>) => readGatewayConfig(['plan', 'economy', 'public-works'], env);

it('has defaults for everything: this machine, every subgraph in this process, our engine', () => {
  expect(read({})).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    engine: 'compiled',
    remote: new Map(),
    timeouts: { query: 5_000, mutation: 60_000 },
    hostNames: [],
    shutdownNotice: 3_000,
  });
});

it.each<[string, string, object]>([
  ['GATEWAY_ENGINE', 'apollo', { engine: 'apollo' }],
  ['PORT', '0', { port: 0 }],
  ['ALLOWED_HOSTS', 'Plan.example.cn, plan.local,', { hostNames: ['plan.example.cn', 'plan.local'] }],
  ['ECONOMY_URL', 'http://10.0.0.2/g', { remote: new Map([['economy', new URL('http://10.0.0.2/g')]]) }],
  ['PUBLIC_WORKS_URL', 'http://b/', { remote: new Map([['public-works', new URL('http://b/')]]) }],
  ['SUBGRAPH_TIMEOUT_MS', '250', { timeouts: { query: 250, mutation: 60_000 } }],
  ['MAX_OPERATIONS', '1', { admission: { operations: 1 } }],
  ['MAX_QUEUED_OPERATIONS', '0', { admission: { queuedOperations: 0 } }],
  ['SHUTDOWN_NOTICE_MS', '0', { shutdownNotice: 0 }],
  ['QUERY_LIMITS', 'rows=7', { limits: { rows: 7 } }],
])('%s may be %s', (variable, text, part) => {
  expect(read({ [variable]: text })).toMatchObject(part);
});

it.each<[string, string, string]>([
  ['GATEWAY_ENGINE', 'stock', 'GATEWAY_ENGINE must be one of compiled, apollo, but got: stock.'],
  ['PORT', '80.5', 'PORT must be a number from 0 to 65535, but got: 80.5.'],
  ['ECONOMY_URL', 'economy:4001', 'ECONOMY_URL must be'],
  [
    'ALLOWED_HOSTS',
    'a:80',
    'ALLOWED_HOSTS must be host names with commas between, without ports, but got: a:80.',
  ],
  ['SUBGRAPH_TIMEOUT_MS', '0', 'SUBGRAPH_TIMEOUT_MS must be'],
  ['MAX_OPERATIONS', '0', 'MAX_OPERATIONS must be at least 1, but got: 0.'],
  ['MAX_EXPORTS', 'four', 'MAX_EXPORTS must be a whole number, but got: four.'],
  ['MAX_QUEUED_EXPORTS', '-1', 'MAX_QUEUED_EXPORTS must be a whole number, but got: -1.'],
  ['QUERY_LIMITS', 'rows', 'QUERY_LIMITS must be like rows=50000,depth=20'],
])('%s must not be %s, and the error says why', (variable, text, message) => {
  expect(() => read({ [variable]: text })).toThrow(message);
});
