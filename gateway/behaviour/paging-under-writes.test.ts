import { setImmediate } from 'node:timers/promises';
import type { TargetDocument } from '../../subgraphs/kit';
import { startTestSystem, type TestSystem } from '../testing/test-system';

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

function safetyTargets() {
  const db = system.system.local.get('safety')?.connection.db;
  if (!db) throw new Error('safety must run here');
  return db.collection<TargetDocument>('targets');
}

async function reportOn(id: string): Promise<void> {
  const target = await safetyTargets().findOne({ _id: id });
  const { body } = await system.query(
    'mutation ($input: ReportProgressInput!) { reportSafetyProgress(input: $input) { revision } }',
    { input: { targetId: id, note: '进展', expectedRevision: target?.revision } },
  );
  expect(body.errors).toBeUndefined();
}

/** Adds and removes targets all over the list, and reports on those that were there, until stopped. */
function startWriting(existing: readonly TargetDocument[]) {
  const targets = safetyTargets();
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
      await reportOn(like._id);
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
      const existing = await safetyTargets().find().toArray();
      const before = await walk(orderBy, filter, 500, false);
      const stop = startWriting(existing);

      const forwards = await walk(orderBy, filter, size, false);
      const backwards = await walk(orderBy, filter, size, true);
      const writes = await stop();

      const throughout = new Set(before);
      // Reports before a walk begins have changed the order of updates; see below for those after.
      const comparable = (ids: string[]) => (field === 'UPDATED' ? ids.toSorted() : ids);
      for (const seen of [forwards, backwards])
        expect(comparable(seen.filter((id) => throughout.has(id)))).toEqual(comparable(before));
      expect(writes).toBeGreaterThan(0);
    },
    60_000,
  );
});

describe('a walk in the order of updates', () => {
  const filter = { departments: ['safety', 'economy'] };

  it.each(['ASC', 'DESC'])('shows the list as it was when it began, %s', async (direction) => {
    const orderBy = { field: 'UPDATED', direction };
    const whole = await walk(orderBy, filter, 500, false);
    const safety = whole.filter((id) => id.startsWith('safety:'));
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; ; page++) {
      const { nodes, pageInfo } = await pageOf({ orderBy, filter, first: 5, after });
      expect(pageInfo.hasPreviousPage).toBe(page > 0);
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
      // One that was seen, one that was not, and one of them again.
      for (const at of [page, safety.length - 1 - page, page]) await reportOn(safety[at] ?? '');
    }

    expect(seen).toEqual(whole);
    expect(await walk(orderBy, filter, 500, false)).not.toEqual(whole);
  });

  it('leads back to the beginning, from where it was left', async () => {
    const orderBy = { field: 'UPDATED', direction: 'DESC' };
    const whole = await walk(orderBy, filter, 500, false);
    const first = await pageOf({ orderBy, filter, first: 20 });
    await reportOn(whole.find((id) => id.startsWith('safety:')) ?? '');
    const back = await pageOf({ orderBy, filter, last: 500, before: first.pageInfo.endCursor });

    expect(back.nodes.map(({ id }) => id)).toEqual(whole.slice(0, 19));
    expect(back.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  it('knows what went before, though all of it was moved', async () => {
    const orderBy = { field: 'UPDATED', direction: 'ASC' };
    const first = await pageOf({ orderBy, filter: { departments: ['safety'] }, first: 1 });
    const after = first.pageInfo.endCursor;
    await reportOn(first.nodes[0]?.id ?? '');
    const next = await pageOf({ orderBy, filter: { departments: ['safety'] }, first: 1, after });

    expect(next.pageInfo.hasPreviousPage).toBe(true);
    expect(next.nodes).not.toEqual(first.nodes);
  });

  it('waits for reports that are under way, and is not overtaken by them', async () => {
    const orderBy = { field: 'UPDATED', direction: 'ASC' };
    const ids = (await walk(orderBy, { departments: ['safety'] }, 500, false)).slice(0, 12);
    for (const id of ids) {
      const reporting = reportOn(id);
      const seen = await walk(orderBy, { departments: ['safety'] }, 7, false);
      await reporting;
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toContain(id);
    }
  });

  it('begins anew from a cursor that is older than an hour', async () => {
    const orderBy = { field: 'UPDATED', direction: 'ASC' };
    const { pageInfo } = await pageOf({ orderBy, filter, first: 3 });
    const [order, key] = JSON.parse(
      Buffer.from(pageInfo.endCursor ?? '', 'base64url').toString(),
    ) as string[];
    const after = Buffer.from(JSON.stringify([order, key, '2023-03-01T00:00:00.000Z'])).toString('base64url');

    const next = await pageOf({ orderBy, filter, first: 3, after });

    const [, , began = ''] = JSON.parse(
      Buffer.from(next.pageInfo.endCursor ?? '', 'base64url').toString(),
    ) as string[];
    expect(Math.abs(Date.now() - Date.parse(began))).toBeLessThan(60_000);
  });

  it('moves no clock by a cursor of the future', async () => {
    const orderBy = { field: 'UPDATED', direction: 'ASC' };
    const { pageInfo } = await pageOf({ orderBy, filter, first: 3 });
    const [order, key] = JSON.parse(
      Buffer.from(pageInfo.endCursor ?? '', 'base64url').toString(),
    ) as string[];
    const after = Buffer.from(JSON.stringify([order, key, '9999-01-01T00:00:00.000Z'])).toString('base64url');

    await pageOf({ orderBy, filter, first: 3, after });
    await reportOn('safety:28.1');

    const { updatedAt } = (await safetyTargets().findOne({ _id: 'safety:28.1' })) ?? {};
    expect(Math.abs(Date.now() - Number(updatedAt))).toBeLessThan(120_000);
  });
});
