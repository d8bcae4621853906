import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { departmentCodes } from '../../schema/departments';
import { startTestSystem, type TestSystem } from '../testing/test-system';

const hour = 60 * 60 * 1000;

/** Sets the clock of this process, which is every department's in this test, by so many milliseconds off the right time. */
function setClock(ahead: number): void {
  jest.useRealTimers();
  if (ahead === 0) return;
  const others = [
    'hrtime',
    'nextTick',
    'performance',
    'queueMicrotask',
    'setImmediate',
    'clearImmediate',
    'setInterval',
    'clearInterval',
    'setTimeout',
    'clearTimeout',
  ] as const;
  jest.useFakeTimers({ doNotFake: [...others], now: Date.now() + ahead });
}

afterEach(() => setClock(0));

async function reportOn(system: TestSystem, id: string): Promise<void> {
  const { body } = await system.query(
    `mutation { reportSafetyProgress(input: { targetId: "${id}", note: "进展", expectedRevision: 0 }) { id } }`,
  );
  expect(body).toEqual({ data: { reportSafetyProgress: { id } } });
}

/** Every id by the last update, page by page from the newest. */
async function walk(system: TestSystem, direction: 'ASC' | 'DESC'): Promise<string[]> {
  const [size, cursor, more, next] =
    direction === 'DESC'
      ? ['first', 'after', 'hasNextPage', 'endCursor']
      : ['last', 'before', 'hasPreviousPage', 'startCursor'];
  const ids: string[] = [];
  for (let at: string | null = null; ;) {
    const { body } = await system.query(
      `query ($at: String) {
        targets(filter: { departments: ["safety"] }, orderBy: { field: UPDATED, direction: ${direction} }, ${size}: 3, ${cursor}: $at) {
          nodes { id } pageInfo { ${more} ${next} }
        }
      }`,
      { at },
    );
    const { nodes, pageInfo } = body.data.targets;
    const page = nodes.map(({ id }: { id: string }) => id);
    ids.push(...(direction === 'DESC' ? page : page.toReversed()));
    if (!pageInfo[more]) return ids;
    at = pageInfo[next];
  }
}

describe.each([
  ['in one process', []],
  ['over HTTP', [...departmentCodes, 'plan']],
])('reports of before and after a clock was set back, %s', (_, alone) => {
  it('come newest first, each target once, also after a restart', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'clock-'));
    const options = { alone, env: { DATA_DIR: dataDir, DATABASE_PREFIX: 'clock_' } };
    try {
      let system = await startTestSystem(options);
      setClock(hour);
      await reportOn(system, 'safety:28.1');
      setClock(0);
      await reportOn(system, 'safety:29.1');
      const before = await walk(system, 'DESC');
      await system.close();
      system = await startTestSystem(options);
      await reportOn(system, 'safety:30.1');
      const [descending, ascending] = [await walk(system, 'DESC'), await walk(system, 'ASC')];
      await system.close();

      expect(before.slice(0, 2)).toEqual(['safety:29.1', 'safety:28.1']);
      expect(new Set(before).size).toBe(before.length);
      expect(descending.slice(0, 3)).toEqual(['safety:30.1', 'safety:29.1', 'safety:28.1']);
      expect(ascending).toEqual(descending);
      expect(new Set(descending)).toEqual(new Set(before));
      expect(descending).toHaveLength(20);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 90_000);
});
