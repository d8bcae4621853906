import type { Shown } from './direct';
import { operations, shownIn } from './operations';
import { Unanswered, type System } from './system';
import type { View } from './view';

export interface Timing {
  readonly p50: number;
  readonly p99: number;
}

export interface Measured {
  readonly view: string;
  readonly requests: number;
  /** Null when a department did not answer in the time that the gateway gives it. */
  readonly gateway: Timing | null;
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

const nothing = async () => undefined;
const fewest = 3;
const warmUps = 8;

/**
 * Times a view through the gateway and the same lists direct, turn by turn, so that whatever else the machine does
 * meets both. Before that, both must show the same.
 */
export async function measureView(system: System, view: View, limits: Limits): Promise<Measured> {
  const ask = (at: number) => system.ask(operations[view.operation], view.variables(at));
  try {
    const warm = performance.now() + limits.seconds * 1000;
    for (let at = 0; at < warmUps && (at === 0 || performance.now() < warm); at++)
      await checkView(system, view, at);
    const cost = await costOf(system, () => ask(0));
    const { gateway, direct, requests } = await takeTurns(ask, (at) => view.direct(at), limits);
    return { view: view.name, requests, gateway, direct, ...cost };
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    const { direct, requests } = await takeTurns(nothing, (at) => view.direct(at), limits);
    return { view: view.name, requests, gateway: null, direct, ...system.costs() };
  }
}

async function takeTurns(
  ask: (at: number) => Promise<unknown>,
  read: (at: number) => Promise<unknown>,
  { seconds, most }: Limits,
) {
  const [gateway, direct]: [number[], number[]] = [[], []];
  const end = performance.now() + seconds * 1000;
  for (let at = 0; at < most && (at < fewest || performance.now() < end); at++) {
    gateway.push(await time(() => ask(at)));
    direct.push(await time(() => read(at)));
  }
  return { requests: direct.length, gateway: timing(gateway), direct: timing(direct) };
}

/** @throws when the gateway does not show what the databases hold */
export async function checkView(system: System, view: View, at: number): Promise<void> {
  const data = await system.ask(operations[view.operation], view.variables(at));
  assertSame(view, data, await view.direct(at));
}

function assertSame({ name }: View, data: unknown, direct: readonly Shown[]): void {
  const through = shownIn(data);
  direct.forEach((shown, at) => {
    const [got, wanted] = [alike(through[at], shown), JSON.stringify(shown)];
    if (got === wanted) return;
    throw new Error(
      `${name}: the gateway must show what the databases hold, ${wanted.slice(0, 600)}, but shows: ${got.slice(0, 600)}.`,
    );
  });
}

/** What an answer shows of that which was read. */
const alike = (through: Shown | undefined, read: Shown): string =>
  JSON.stringify(Object.fromEntries(Object.keys(read).map((key) => [key, through?.[key as keyof Shown]])));

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
