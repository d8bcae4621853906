import { setImmediate } from 'node:timers/promises';
import type { TargetDocument } from '../subgraphs/kit';
import { startTestSystem, type TestSystem } from './test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
}, 60_000);
afterAll(() => system.close());

const listQuery = `query ($filter: TargetFilter, $orderBy: TargetOrder, $first: Int, $after: String, $last: Int, $before: String) {
  targets(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  nodes: { id: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

async function pageOf(variables: object): Promise<Page> {
  const { body } = await system.query(listQuery, variables);
  expect(body.errors).toBeUndefined();
  return body.data.targets as Page;
}

/** Every id that a walk through the list shows, in the list's order. */
async function walk(orderBy: object, filter: object, size: number, backwards: boolean): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const args: object = backwards ? { last: size, before: cursor } : { first: size, after: cursor };
    const { nodes, pageInfo } = await pageOf({ orderBy, filter, ...args });
    if (backwards) seen.unshift(...nodes.map(({ id }) => id));
    else seen.push(...nodes.map(({ id }) => id));
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor;
    if (!(backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return seen;
  }
}

/** Adds and removes targets all over the list, and reports on those that were there, until stopped. */
function startWriting(existing: readonly TargetDocument[], reports: boolean) {
  const db = system.system.local.get('safety')?.connection.db;
  if (!db) throw new Error('safety must run here');
  const targets = db.collection<TargetDocument>('targets');
  const reportOn = async (id: string) => {
    const target = await targets.findOne({ _id: id });
    await system.query(
      'mutation ($input: ReportProgressInput!) { reportSafetyProgress(input: $input) { revision } }',
      { input: { targetId: id, note: '进展', expectedRevision: target?.revision } },
    );
  };
  let running = true;
  let writes = 0;
  const writing = (async () => {
    for (let n = 0; running; n++) {
      const like = existing[n % existing.length];
      if (!like) throw new Error('there must be targets to copy');
      const _id = `safety:${900 + (n % 50)}.${n}`;
      const sort = Object.fromEntries(
        Object.entries(like.sort).map(([key, value]) => [
          key,
          `${String(value).split('\u0001')[0]}\u0001${_id}`,
        ]),
      ) as unknown as TargetDocument['sort'];
      await targets.insertOne({ ...like, _id, sort });
      if (n >= 20) await targets.deleteOne({ _id: `safety:${900 + ((n - 20) % 50)}.${n - 20}` });
      if (reports) await reportOn(like._id);
      writes++;
      await setImmediate();
    }
    for (let n = Math.max(0, writes - 20); n < writes; n++) {
      await targets.deleteOne({ _id: `safety:${900 + (n % 50)}.${n}` });
    }
  })();
  const stop = async () => {
    running = false;
    await writing;
    return writes;
  };
  return stop;
}

const orders = ['PLAN', 'VALUE', 'TITLE', 'UPDATED'];
const directions = ['ASC', 'DESC'];
const cases = orders.flatMap((field) => directions.map((direction) => [field, direction] as const));

describe.each(cases)('walking by %s %s while targets are written', (field, direction) => {
  it.each([
    [1, { departments: ['safety'], kinds: ['FIGURE'] }],
    [7, { place: 'place:静安区', departments: ['safety', 'economy'] }],
    [100, {}],
  ])(
    '%i at a time shows every target that was there throughout exactly once, forwards and backwards',
    async (size, filter) => {
      const orderBy = { field, direction };
      const db = system.system.local.get('safety')?.connection.db;
      const existing = (await db?.collection<TargetDocument>('targets').find().toArray()) ?? [];
      const before = await walk(orderBy, filter, 500, false);
      // A report moves its target in the order of updates, so there nothing is reported on during the walk.
      const stop = startWriting(existing, field !== 'UPDATED');

      const forwards = await walk(orderBy, filter, size, false);
      const backwards = await walk(orderBy, filter, size, true);
      const writes = await stop();

      const throughout = new Set(before);
      expect(forwards.filter((id) => throughout.has(id))).toEqual(before);
      expect(backwards.filter((id) => throughout.has(id))).toEqual(before);
      expect(writes).toBeGreaterThan(0);
    },
    60_000,
  );
});
