import type { ListContent } from './direct';
import { contentsOf, operations } from './operations';
import { DepartmentUnavailable, type System } from './system';
import type { View } from './view';

export interface Timing {
  readonly p50: number;
  readonly p99: number;
}

export interface Measured {
  readonly view: string;
  readonly requests: number;
  /** Null when a department did not answer within `SUBGRAPH_TIMEOUT_MS`. */
  readonly gateway: Timing | null;
  readonly direct: Timing;
  /** Fetches to subgraphs, and commands to databases, of one request. */
  readonly fetches: number;
  readonly commands: number;
}

interface Limits {
  /** Seconds for one view, its requests through the gateway and its direct reads together. */
  readonly seconds: number;
  readonly maxRequests: number;
}

const skipGateway = async () => undefined;
const minRequests = 3;
const warmUps = 8;

/**
 * Times a view through the gateway and the same lists from the databases, in turns, so that other load of the machine
 * affects both alike. The warm-up compares both contents and throws when they differ.
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
    if (!(error instanceof DepartmentUnavailable)) throw error;
    const { direct, requests } = await takeTurns(skipGateway, (at) => view.direct(at), limits);
    return { view: view.name, requests, gateway: null, direct, ...system.costs() };
  }
}

async function takeTurns(
  ask: (at: number) => Promise<unknown>,
  read: (at: number) => Promise<unknown>,
  { seconds, maxRequests }: Limits,
) {
  const [gateway, direct]: [number[], number[]] = [[], []];
  const end = performance.now() + seconds * 1000;
  for (let at = 0; at < maxRequests && (at < minRequests || performance.now() < end); at++) {
    gateway.push(await time(() => ask(at)));
    direct.push(await time(() => read(at)));
  }
  return { requests: direct.length, gateway: timing(gateway), direct: timing(direct) };
}

/** @throws when the gateway's answer differs from the databases' content */
export async function checkView(system: System, view: View, at: number): Promise<void> {
  const data = await system.ask(operations[view.operation], view.variables(at));
  assertSame(view, data, await view.direct(at));
}

function assertSame({ name }: View, data: unknown, direct: readonly ListContent[]): void {
  const answered = contentsOf(data);
  direct.forEach((content, at) => {
    const [got, wanted] = [samePartsOf(answered[at], content), JSON.stringify(content)];
    if (got === wanted) return;
    throw new Error(
      `${name}: the gateway must show what the databases hold, ${wanted.slice(0, 600)}, but shows: ${got.slice(0, 600)}.`,
    );
  });
}

/** The answer as JSON, with the parts that were read from the databases only. */
const samePartsOf = (answer: ListContent | undefined, read: ListContent): string =>
  JSON.stringify(
    Object.fromEntries(Object.keys(read).map((key) => [key, answer?.[key as keyof ListContent]])),
  );

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
