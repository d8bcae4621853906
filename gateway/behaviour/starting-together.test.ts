import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { startCuttingProxy } from 'embedded-mongo/testing';
import { temporaryStore, type TemporaryStore } from 'embedded-mongo/testing';
import { findMiscounts } from '../../lists/answer/stored/recount';
import { startSystem, type RunningSystem } from '../start';

let temporary: TemporaryStore;
beforeEach(async () => (temporary = await temporaryStore()));
afterEach(() => temporary.close());

const start = (uri = temporary.store.uri): Promise<RunningSystem> =>
  startSystem({
    env: { ...process.env, MONGODB_URI: uri, PORT: '0' },
    log: () => undefined,
    logger: pino({ level: 'silent' }),
    console: false,
  });

async function totals({ gateway }: RunningSystem): Promise<unknown> {
  const query = '{ targets(first: 1) { totalCount missing { code } } results(first: 1) { totalCount } }';
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

async function miscounts({ local }: RunningSystem): Promise<string[]> {
  const departments = [...local.values()].filter(({ name }) => name !== 'plan');
  return (await Promise.all(departments.map(({ connection }) => findMiscounts(connection.db)))).flat();
}

test('two gateways that start at once on an empty server both serve, with exact counts', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  const [first, second] = [await totals(one), await totals(other)];
  const wrong = await miscounts(one);
  await one.close();
  await other.close();

  expect(first).toEqual({
    data: { targets: { totalCount: 270, missing: [] }, results: { totalCount: expect.any(Number) } },
  });
  expect(second).toEqual(first);
  expect(wrong).toEqual([]);
}, 60_000);

test('who waits for one that dies in the middle takes over, and counts are exact', async () => {
  const proxy = await startCuttingProxy(temporary.store.uri, 30);
  const dying = expect(start(proxy.uri)).rejects.toThrow();
  while (proxy.writes < 10) await sleep(5);
  const other = await start();
  await dying;
  await proxy.close();
  const answer = await totals(other);
  const wrong = await miscounts(other);
  await other.close();

  expect(answer).toMatchObject({ data: { targets: { totalCount: 270, missing: [] } } });
  expect(wrong).toEqual([]);
}, 60_000);
