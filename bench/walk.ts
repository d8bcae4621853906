import type { System } from './system';

/** What reading everything took. Memory in megabytes, the most that was seen; `files` are mapped, not held. */
export interface Walked {
  readonly what: string;
  readonly targets: number;
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

/** Pages through all targets, 500 at a time, for so many seconds at most. */
export async function walkPages(system: System, most: number, seen = new Set<string>()): Promise<Walked> {
  return watch('pages of 500', most, async (isOver) => {
    let targets = 0;
    for (let after: string | null = null; ;) {
      const answer = (await system.ask(pageOfAll, { after })) as Answer;
      const { nodes, pageInfo } = answer.targets;
      for (const { id } of nodes) if (most === Infinity) seen.add(id);
      targets += nodes.length;
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) return { targets, whole: true };
      if (isOver()) return { targets, whole: false };
    }
  });
}

/** Reads the export of all targets, for so many seconds at most. */
export async function walkExport(system: System, most: number): Promise<Walked> {
  return watch('export as CSV', most, async (isOver) => {
    const response = await fetch(`${system.url}/export/targets.csv`);
    if (!response.ok || !response.body)
      throw new Error(`The export must answer, but did with ${response.status}.`);
    // Quoted fields may hold line ends, rows end with both characters.
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

async function watch(
  what: string,
  most: number,
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
    const read_ = await read(() => performance.now() - start > most * 1000);
    look();
    const seconds = (performance.now() - start) / 1000;
    const sizes = { heapBefore: before.heapUsed, heap, rssBefore: before.rss, rss };
    return { what, ...read_, seconds, ...sizes };
  } finally {
    clearInterval(timer);
  }
}
