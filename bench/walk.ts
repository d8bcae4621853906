import type { System } from './system';

/** The cost of reading all targets. Memory in bytes: before the walk, and the greatest value seen during the walk. */
export interface Walked {
  readonly what: string;
  readonly targets: number;
  /** False when the time was over before the end. */
  readonly whole: boolean;
  readonly seconds: number;
  readonly heapBefore: number;
  readonly heap: number;
  readonly rssBefore: number;
  readonly rss: number;
}

const pageOfAll = `query Walk($after: String) { targets(first: 500, after: $after) {
  totalCount nodes { id title text status quantity { value unit } department { name } } pageInfo { hasNextPage endCursor } } }`;

interface Answer {
  readonly targets: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/**
 * Pages through all targets, 500 at a time, for `maxSeconds` at most. With `Infinity`, `seen` gets each target's id; a
 * timed walk collects none, because the set would count as memory of the system.
 */
export async function walkPages(
  system: System,
  maxSeconds: number,
  seen = new Set<string>(),
): Promise<Walked> {
  return measureWalk('pages of 500', maxSeconds, async (isOver) => {
    let targets = 0;
    for (let after: string | null = null; ;) {
      const answer = (await system.ask(pageOfAll, { after })) as Answer;
      const { nodes, pageInfo } = answer.targets;
      for (const { id } of nodes) if (maxSeconds === Infinity) seen.add(id);
      targets += nodes.length;
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) return { targets, whole: true };
      if (isOver()) return { targets, whole: false };
    }
  });
}

/** Reads the CSV export of all targets, for `maxSeconds` at most. */
export async function walkExport(system: System, maxSeconds: number): Promise<Walked> {
  return measureWalk('export as CSV', maxSeconds, async (isOver) => {
    const response = await fetch(`${system.url}/export/targets.csv`);
    if (!response.ok || !response.body)
      throw new Error(`The export must answer, but did with ${response.status}.`);
    // Rows end with CR and LF; a line end inside a quoted field is LF alone. The header is no target, hence -1.
    let targets = -1;
    let before = 0;
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
      for (const byte of piece) {
        if (byte === 10 && before === 13) targets++;
        before = byte;
      }
      if (isOver()) return { targets, whole: false };
    }
    return { targets, whole: true };
  });
}

async function measureWalk(
  what: string,
  maxSeconds: number,
  read: (isOver: () => boolean) => Promise<{ targets: number; whole: boolean }>,
): Promise<Walked> {
  const before = process.memoryUsage();
  let [heap, rss] = [before.heapUsed, before.rss];
  const look = () => {
    const now = process.memoryUsage();
    [heap, rss] = [Math.max(heap, now.heapUsed), Math.max(rss, now.rss)];
  };
  const timer = setInterval(look, 100);
  const start = performance.now();
  try {
    const walk = await read(() => performance.now() - start > maxSeconds * 1000);
    look();
    const seconds = (performance.now() - start) / 1000;
    const sizes = { heapBefore: before.heapUsed, heap, rssBefore: before.rss, rss };
    return { what, ...walk, seconds, ...sizes };
  } finally {
    clearInterval(timer);
  }
}
