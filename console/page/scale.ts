export interface Scale {
  /** Round numbers from the lowest to the highest, zero among them. */
  readonly ticks: readonly number[];
  /** From 0 (the lowest tick) to 1 (the highest). */
  position(value: number): number;
}

/** A linear scale that holds every value and zero, since a bar is read by its length from zero. */
export function linearScale(values: readonly number[], wantedTicks = 5): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = roundStep((high - low || 1) / wantedTicks);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => withoutNoise((first + at) * step));
  return { ticks, position: (value) => (value / step - first) / (last - first) };
}

/** The next larger of 1, 2, 5 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((candidate) => step <= candidate * power * (1 + 1e-9)) ?? 10;
  return factor * power;
}

/** 0.1 + 0.2 is written 0.3. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
