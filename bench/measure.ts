import { isDeepStrictEqual } from 'node:util';
import type { Shown } from './direct';
import { operations, shownIn } from './operations';
import type { System } from './system';
import type { View } from './view';

export interface Timing {
  readonly p50: number;
  readonly p99: number;
}

export interface Measured {
  readonly view: string;
  readonly requests: number;
  readonly gateway: Timing;
  readonly direct: Timing;
  /** Of one request. */
  readonly fetches: number;
  readonly commands: number;
}

interface Limits {
  /** For a view's requests, through the gateway and direct together. */
  readonly seconds: number;
  readonly most: number;
}

const fewest = 5;
const warmUps = 8;

/**
 * Times a view through the gateway and the same lists direct, turn by turn, so that whatever else the machine does
 * meets both. Before that, both must show the same.
 */
export async function measureView(system: System, view: View, { seconds, most }: Limits): Promise<Measured> {
  const ask = (at: number) => system.ask(operations[view.operation], view.variables(at));
  for (let at = 0; at < warmUps; at++) assertSame(view, await ask(at), await view.direct(at));
  const cost = await costOf(system, () => ask(0));
  const [gateway, direct]: [number[], number[]] = [[], []];
  const end = performance.now() + seconds * 1000;
  for (let at = 0; at < most && (at < fewest || performance.now() < end); at++) {
    gateway.push(await time(() => ask(at)));
    direct.push(await time(() => view.direct(at)));
  }
  return {
    view: view.name,
    requests: gateway.length,
    gateway: timing(gateway),
    direct: timing(direct),
    ...cost,
  };
}

function assertSame({ name }: View, data: unknown, direct: readonly Shown[]): void {
  const through = shownIn(data);
  direct.forEach((shown, at) => {
    const same = Object.entries(shown).every(([what, value]) =>
      isDeepStrictEqual(through[at]?.[what as keyof Shown], value),
    );
    if (!same) {
      const [got, wanted] = [through[at], shown].map((each) => JSON.stringify(each)?.slice(0, 600));
      throw new Error(
        `${name}: the gateway must show what the databases hold, ${wanted}, but shows: ${got}.`,
      );
    }
  });
}

async function costOf(system: System, ask: () => Promise<unknown>) {
  system.resetCosts();
  await ask();
  return system.costs();
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function timing(milliseconds: readonly number[]): Timing {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
