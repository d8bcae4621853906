export interface Scale {
  /** Round numbers in ascending order, zero among them. The first and last enclose all values. */
  readonly ticks: readonly number[];
  /** 0 at the lowest tick, 1 at the highest. */
  position(value: number): number;
}

/** A linear scale over all values and zero: the length of a bar from zero shows its value. */
export function linearScale(values: readonly number[], wantedTicks = 5): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = roundStep((high - low || 1) / wantedTicks);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => withoutNoise((first + at) * step));
  return { ticks, position: (value) => (value / step - first) / (last - first) };
}

/** The least of 1, 2 or 5 times a power of ten that is not below the step: 3 → 5, 0.07 → 0.1. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((candidate) => step <= candidate * power * (1 + 1e-9)) ?? 10;
  return factor * power;
}

/** Rounds binary noise away and turns -0 into 0: 0.1 + 0.2 → 0.3. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
